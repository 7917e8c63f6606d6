import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DoublesView } from '../../app/review/doubles-view';
import type { DoubleView } from '../../app/review/doubles-view';
import type { EffectLine } from '../../app/review/figure-names';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import { SeverityIcon } from '../shared/severity';
import { shownDay } from '../shared/days';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { EffectList } from './effect-list';
import { usePanelStyles } from '../shared/panel-styles';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 700px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
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
  const view = useAnswer<DoublesView>(() => engine.review.doubles(null), run);
  if (!view) return null;
  return (
    <>
      {view.found.length === 0 && (
        <Card>
          <p className={styles.line}>{t.doubles.empty}</p>
        </Card>
      )}
      {view.found.map((d) => (
        <Double
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

function Double({ double: d, engine, run, cases }: Props & { double: DoubleView }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const [tried, setTried] = useState<string | null>(null);
  const sides = [
    { key: d.agency, name: d.agencyName, file: d.file },
    { key: d.other, name: d.otherName, file: d.otherFile },
  ];
  const form = d.short ?? t.doubles.all;
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
          <div key={s.file} className={own.side} role="group" aria-label={`${s.name}: ${s.file}`}>
            <strong>{s.name}</strong>
            <span className={styles.quiet}>
              {s.file} · {form}
            </span>
            <div className={styles.buttons}>
              <Button
                size="small"
                disabled={d.locked.includes(s.key)}
                aria-label={t.doubles.leaveOf(s.file)}
                onClick={() =>
                  cases.ask({
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
              {!d.locked.includes(s.key) && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-expanded={tried === s.file}
                  aria-label={t.doubles.effectOf(s.file)}
                  onClick={() => setTried(tried === s.file ? null : s.file)}
                >
                  {t.doubles.effect}
                </Button>
              )}
              {!d.locked.includes(s.key) && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t.doubles.controlOf(s.file)}
                  onClick={() =>
                    cases.ask({
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
        ))}
      </div>
      {tried !== null && <Tried engine={engine} run={run} file={tried} template={d.template} />}
      {d.accepted ? (
        <p className={styles.done}>{t.doubles.accepted(d.accepted.by, shownDay(d.accepted.at), d.accepted.reason)}</p>
      ) : (
        d.key !== null && (
          <div>
            <Button
              size="small"
              onClick={() =>
                cases.ask({
                  kind: 'review',
                  title: t.doubles.keepTitle,
                  answer: t.doubles.keep,
                  about: d.message,
                  requests: [{ kind: 'accept', key: d.key! }],
                })
              }
            >
              {t.doubles.keep}
            </Button>
          </div>
        )
      )}
    </Card>
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
  const effect = useAnswer<Outcome<{ lines: EffectLine[] }>>(
    () => engine.review.effect([{ kind: 'leave-out', file, template }]),
    `${file}\n${template}\n${run.findings.length}\n${run.case.summary.journal.length}`,
  );
  if (!effect)
    return (
      <p className={styles.quiet} role="status">
        {t.loading}
      </p>
    );
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
