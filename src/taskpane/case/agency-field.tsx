import { Checkbox, Combobox, Field, Option, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { SenderView } from '../../app/agencies/sender-views';
import type { Engine } from '../../app/calls/engine-calls';
import { stripMarks } from '../../core/text/strip-marks';
import { shownDay } from '../shared/days';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%', '& > input': { minWidth: 0 } },
});

/** The agencies of the register that exist in the period, those that came close first; former ones when asked for. */
export function AgencyField({
  engine,
  candidates,
  chosen,
  onChoose,
}: {
  engine: Engine;
  candidates: readonly string[];
  chosen: SenderView | null;
  onChoose(agency: SenderView | null): void;
}): React.JSX.Element {
  const t = useStrings();
  const words = useReviewStrings();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [former, setFormer] = useState(false);
  const answer = useAnswer(() => engine.review.senders(null), engine);
  const all = answer.value ?? [];
  const rank = (a: SenderView): number => {
    const i = candidates.indexOf(a.name);
    return i < 0 ? candidates.length : i;
  };
  const wanted = chosen?.name === text ? '' : stripMarks(text);
  const shown = all
    .filter((a) => (former || a.current || chosen?.code === a.code) && stripMarks(a.name).includes(wanted))
    .sort((a, b) => rank(a) - rank(b));
  const time = (a: SenderView): string | null =>
    a.current
      ? null
      : a.to
        ? words.dialog.formerUntil(shownDay(a.to))
        : a.from
          ? words.dialog.formerFrom(shownDay(a.from))
          : null;
  const label = (a: SenderView): string =>
    [a.name, candidates.includes(a.name) && `(${t.case.candidate})`, time(a) && `(${time(a)})`]
      .filter(Boolean)
      .join(' ');
  return (
    <>
      <Field label={t.case.agency} hint={t.case.agencyHint} required>
        <Combobox
          className={styles.combobox}
          value={text}
          selectedOptions={chosen ? [chosen.code] : []}
          freeform
          onChange={(e) => {
            setText(e.target.value);
            onChoose(null);
          }}
          onOptionSelect={(_, d) => {
            const a = all.find((x) => x.code === d.optionValue) ?? null;
            setText(a?.name ?? '');
            onChoose(a);
          }}
        >
          {shown.map((a) => (
            <Option key={a.code} value={a.code} text={a.name}>
              {label(a)}
            </Option>
          ))}
        </Combobox>
      </Field>
      {answer.failure !== null && <AnswerState answer={answer} />}
      {all.some((a) => !a.current) && (
        <Checkbox label={words.dialog.former} checked={former} onChange={(_, d) => setFormer(d.checked === true)} />
      )}
    </>
  );
}
