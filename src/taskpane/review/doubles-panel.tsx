import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DoublesView } from '../../app/review/doubles-view';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { shownDay } from '../shared/days';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { DoubleCard } from './double-card';
import { EffectList } from './effect-list';
import { usePanelStyles } from '../shared/panel-styles';

const useStyles = makeStyles({
  left: { display: 'flex', gap: tokens.spacingHorizontalS, justifyContent: 'space-between', alignItems: 'flex-start' },
});

interface Props {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
}

/** What may be in the sum twice, both senders side by side, and what was left out for it. */
export function DoublesPanel({ engine, run, cases }: Props): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const answer = useAnswer<DoublesView>(() => engine.review.doubles(null), run);
  const view = answer.value;
  if (!view) return <AnswerState answer={answer} />;
  return (
    <>
      {view.found.length === 0 && (
        <Card>
          <p className={styles.line}>{t.doubles.empty}</p>
        </Card>
      )}
      {view.found.map((d) => (
        <DoubleCard
          key={`${d.file}\n${d.otherFile}\n${d.template}\n${d.how}`}
          double={d}
          engine={engine}
          run={run}
          cases={cases}
        />
      ))}
      {view.leftOut.length > 0 && <LeftOut view={view} cases={cases} />}
    </>
  );
}

function LeftOut({ view, cases }: { view: DoublesView; cases: CaseWork }): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  return (
    <Card title={`${t.doubles.left} (${view.leftOut.length})`}>
      <ul className={styles.list}>
        {view.leftOut.map((l) => (
          <li key={l.entry} className={mergeClasses(styles.item, own.left)}>
            <div>
              <p className={styles.line}>{l.about}</p>
              <p className={styles.quiet}>{words.case.line(l.by, shownDay(l.at), l.reason)}</p>
            </div>
            <Button
              size="small"
              appearance="subtle"
              aria-label={t.doubles.undoOf(l.about)}
              onClick={() => cases.ask({ kind: 'revoke', entry: l.entry, about: l.about })}
            >
              {t.doubles.again}
            </Button>
          </li>
        ))}
      </ul>
      {view.beside.length > 0 && (
        <>
          <h3 className={styles.sub}>{t.doubles.beside}</h3>
          <EffectList
            lines={view.beside.map((b) => ({ ...b, before: b.value, after: b.full }))}
            head={t.doubles.besideHead}
            label={t.doubles.beside}
          />
        </>
      )}
    </Card>
  );
}
