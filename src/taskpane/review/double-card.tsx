import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { useState } from 'react';
import type { DoubleView } from '../../app/review/doubles-view';
import type { EffectLine } from '../../app/review/figure-names';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { CaseWork } from '../case/use-case';
import { Card } from '../shared/card';
import { shownDay } from '../shared/days';
import { Notice } from '../shared/notice';
import { usePanelStyles } from '../shared/panel-styles';
import { SeverityIcon } from '../shared/severity';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import { useReviewStrings } from '../strings/use-review-strings';
import { EffectList } from './effect-list';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [AT.wide]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  side: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalS,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  how: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface Props {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  double: DoubleView;
}

/** Two senders whose figures may be counted twice, and what can be done with each. */
export function DoubleCard({ double: d, engine, run, cases }: Props): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const [tried, setTried] = useState<string | null>(null);
  const sides = [
    { key: d.agency, name: d.agencyName, file: d.file },
    { key: d.other, name: d.otherName, file: d.otherFile },
  ];
  return (
    <Card>
      <div className={own.how}>
        <SeverityIcon severity={d.severity} size={20} />
        <h3 className={styles.title}>{t.doubles.how[d.how]}</h3>
      </div>
      <p className={styles.quiet}>{d.message}</p>
      {d.locked.length > 0 && <Notice intent="info">{t.doubles.locked}</Notice>}
      <div className={own.sides}>
        {sides.map((s) => (
          <SideCard
            key={s.file}
            side={s}
            double={d}
            ask={cases.ask}
            open={tried === s.file}
            onTry={() => setTried(tried === s.file ? null : s.file)}
          />
        ))}
      </div>
      {tried !== null && <Tried engine={engine} run={run} file={tried} template={d.template} />}
      <Kept double={d} ask={cases.ask} />
    </Card>
  );
}

interface SideProps {
  side: { key: string; name: string; file: string };
  double: DoubleView;
  ask: CaseWork['ask'];
  /** Its effect is shown. */ open: boolean;
  onTry(): void;
}

/** One of the two senders. */
function SideCard({ side: s, double: d, ask, open, onTry }: SideProps): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const form = d.short ?? t.doubles.all;
  const locked = d.locked.includes(s.key);
  return (
    <div className={own.side} role="group" aria-label={`${s.name}: ${s.file}`}>
      <strong>{s.name}</strong>
      <span className={styles.quiet}>
        {s.file} · {form}
      </span>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabled={locked}
          aria-label={t.doubles.leaveOf(s.file)}
          onClick={() =>
            ask({
              kind: 'review',
              title: t.doubles.leaveTitle,
              answer: t.doubles.leave,
              about: `${s.name}: ${s.file} (${form})`,
              requests: [{ kind: 'leave-out', file: s.file, template: d.template }],
            })
          }
        >
          {t.doubles.leave}
        </Button>
        {!locked && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            aria-label={t.doubles.effectOf(s.file)}
            onClick={onTry}
          >
            {t.doubles.effect}
          </Button>
        )}
        {!locked && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t.doubles.controlOf(s.file)}
            onClick={() =>
              ask({
                kind: 'review',
                title: t.control.markTitle,
                answer: t.control.markAnswer,
                about: t.control.about(s.name, form, s.file),
                requests: [{ kind: 'scope', file: s.file, template: d.template, scope: 'province-wide' }],
              })
            }
          >
            {t.doubles.control}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Counted as it is: already said so, or to be said. */
function Kept({ double: d, ask }: Pick<SideProps, 'double' | 'ask'>): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const { accepted, key } = d;
  if (accepted)
    return <p className={styles.done}>{t.doubles.accepted(accepted.by, shownDay(accepted.at), accepted.reason)}</p>;
  if (key === null) return null;
  const keep = (): void =>
    ask({
      kind: 'review',
      title: t.doubles.keepTitle,
      answer: t.doubles.keep,
      about: d.message,
      requests: [{ kind: 'accept', key }],
    });
  return (
    <div>
      <Button size="small" onClick={keep}>
        {t.doubles.keep}
      </Button>
    </div>
  );
}

function Tried({
  engine,
  run,
  file,
  template,
}: {
  engine: Engine;
  run: RunView;
  file: string;
  template: string | null;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const answer = useAnswer<Outcome<{ lines: EffectLine[] }>>(
    () => engine.review.effect([{ kind: 'leave-out', file, template }]),
    `${file}\n${template}\n${run.findings.length}\n${run.case.summary.journal.length}`,
  );
  const effect = answer.value;
  if (!effect) return <AnswerState answer={answer} />;
  if (!effect.ok) return <p className={styles.quiet}>{effect.message}</p>;
  const { lines } = effect;
  return (
    <>
      <p className={styles.line} role="status">
        {t.doubles.effectIs(file, lines.length)}
      </p>
      {lines.length > 0 && (
        <EffectList
          lines={lines}
          head={[t.versions.place, t.versions.old, t.versions.now, '±']}
          label={t.doubles.effectOf(file)}
        />
      )}
    </>
  );
}
