import { SearchBox, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useState } from 'react';
import type { RuleView } from '../../app/review/rules-view';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { stripMarks } from '../../core/text/strip-marks';
import { Card } from '../shared/card';
import { SeverityIcon } from '../shared/severity';
import { shownDay } from '../shared/days';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { usePanelStyles } from '../shared/panel-styles';

const useStyles = makeStyles({
  rule: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  icon: { paddingTop: '2px' },
  meta: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS },
  id: { fontFamily: tokens.fontFamilyMonospace },
  always: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralForeground2,
  },
  switch: { margin: '-8px -8px -8px 0' },
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Every rule; those that may be are switched off and on, each time with a reason. */
export function RulesPanel({
  engine,
  run,
  cases,
}: {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
}): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [text, setText] = useState('');
  const answer = useAnswer(() => engine.review.rules(null), run);
  const rules = answer.value;
  if (!rules) return <AnswerState answer={answer} />;
  const wanted = stripMarks(text);
  const fitting = rules.filter((r) => stripMarks(`${r.summary} ${r.id}`).includes(wanted));
  const groups: [string, RuleView[]][] = [
    [t.rules.off, fitting.filter((r) => r.off)],
    [t.rules.withFindings, fitting.filter((r) => !r.off && r.findings > 0).sort((a, b) => b.findings - a.findings)],
    [t.rules.quiet, fitting.filter((r) => !r.off && r.findings === 0)],
  ];
  const flip = (r: RuleView): void =>
    cases.ask({
      kind: 'review',
      about: r.summary,
      title: r.off ? t.rules.onTitle : t.rules.offTitle,
      answer: r.off ? t.rules.onAnswer : t.rules.offAnswer,
      requests: [{ kind: r.off ? 'rule-on' : 'rule-off', rule: r.id }],
    });
  return (
    <>
      <SearchBox
        className={styles.input}
        size="small"
        aria-label={t.rules.search}
        placeholder={t.rules.search}
        value={text}
        onChange={(_, d) => setText(d.value)}
      />
      {fitting.length === 0 && (
        <p className={styles.quiet} role="status">
          {t.rules.emptySearch}
        </p>
      )}
      {groups
        .filter(([, list]) => list.length > 0)
        .map(([title, list]) => (
          <Card key={title} title={`${title} (${list.length})`}>
            <ul className={styles.list} aria-label={title}>
              {list.map((r) => (
                <Rule key={r.id} rule={r} onFlip={() => flip(r)} />
              ))}
            </ul>
          </Card>
        ))}
      <p className={styles.quiet}>{t.rules.alwaysHint}</p>
    </>
  );
}

function Rule({ rule: r, onFlip }: { rule: RuleView; onFlip(): void }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  return (
    <li className={styles.item}>
      <div className={own.rule}>
        <span className={own.icon}>
          <SeverityIcon severity={r.severity} />
          <span className={own.spoken}>{t.rules.severity[r.severity]}</span>
        </span>
        <div>
          <p className={styles.line}>{r.summary}</p>
          <p className={styles.quiet}>
            <span className={own.meta}>
              <span className={own.id}>{r.id}</span>
              {r.alwaysOn && (
                <span className={own.always}>
                  <LockClosedRegular aria-hidden />
                  {t.rules.always}
                </span>
              )}
              {!r.off && (
                <span>
                  {t.rules.found(r.findings)}
                  {r.accepted > 0 && ` · ${t.rules.acceptedOf(r.accepted)}`}
                </span>
              )}
            </span>
          </p>
          {r.off && <p className={styles.told}>{t.rules.offBy(r.off.by, shownDay(r.off.at), r.off.reason)}</p>}
        </div>
        {!r.alwaysOn && (
          <Switch className={own.switch} checked={!r.off} aria-label={t.rules.switch(r.summary)} onChange={onFlip} />
        )}
      </div>
    </li>
  );
}
