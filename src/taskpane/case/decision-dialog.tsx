import {
  Button,
  Checkbox,
  Combobox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Option,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DecisionRequest } from '../../app/case/decision';
import type { Engine } from '../../app/calls/engine-calls';
import type { SenderView } from '../../app/agencies/sender-views';
import { stripMarks } from '../../core/text/strip-marks';
import { shownDay } from '../shared/days';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork, Question } from './use-case';
import type { SenderMemory } from './use-sender-memory';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  surface: { maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { margin: 0, overflowWrap: 'anywhere' },
  combobox: { minWidth: 0, width: '100%', '& > input': { minWidth: 0 } },
});

/** Asks for what a decision needs; it is written into the journal only when the engine takes it. */
export default function DecisionDialog({
  engine,
  question,
  cases,
  senders,
}: {
  engine: Engine;
  question: Question;
  cases: CaseWork;
  senders: SenderMemory;
}): React.JSX.Element {
  const t = useStrings();
  const words = useReviewStrings();
  const styles = useStyles();
  const form = useId();
  const [by, setBy] = useState(cases.officer);
  const [reason, setReason] = useState(question.kind === 'confirm-agency' ? t.case.confirmReason : '');
  const [value, setValue] = useState('');
  const [agency, setAgency] = useState<SenderView | null>(null);
  const [remember, setRemember] = useState(true);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready =
    by.trim() !== '' &&
    reason.trim() !== '' &&
    (question.kind !== 'confirm-agency' || agency !== null) &&
    (question.kind !== 'adjust' || countOf(value) !== null);
  const answer = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    const message = await cases.decide(requestsOf(question, agency, countOf(value)), by, reason);
    setBusy(false);
    setRefused(message);
    if (message !== null) return;
    if (question.kind === 'confirm-agency' && agency && remember)
      senders.remember(question.file, agency.code, by.trim()).catch(() => undefined);
    cases.dismiss();
  };
  return (
    <Dialog
      open
      onOpenChange={(_, d) => {
        if (!d.open) cases.dismiss();
      }}
    >
      <DialogSurface className={styles.surface}>
        <form
          id={form}
          onSubmit={(e) => {
            e.preventDefault();
            void answer();
          }}
        >
          <DialogBody>
            <DialogTitle as="h2">
              {question.kind === 'review' ? question.title : t.case.questions[question.kind]}
            </DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.about}>{question.about}</p>
              {question.kind === 'confirm-agency' && (
                <AgencyField engine={engine} candidates={question.candidates} chosen={agency} onChoose={setAgency} />
              )}
              {question.kind === 'adjust' && (
                <Field
                  label={t.case.value}
                  required
                  validationState={value !== '' && countOf(value) === null ? 'error' : 'none'}
                  validationMessage={value !== '' && countOf(value) === null ? t.case.valueWrong : undefined}
                >
                  <Input value={value} inputMode="numeric" onChange={(_, d) => setValue(d.value)} />
                </Field>
              )}
              <Field label={t.case.reason} required>
                <Textarea value={reason} onChange={(_, d) => setReason(d.value)} resize="vertical" rows={2} />
              </Field>
              <Field label={t.case.by} required>
                <Input value={by} onChange={(_, d) => setBy(d.value)} autoComplete="name" />
              </Field>
              {question.kind === 'confirm-agency' && (
                <Checkbox
                  label={words.dialog.remember}
                  checked={remember}
                  onChange={(_, d) => setRemember(d.checked === true)}
                />
              )}
              {refused && <Notice intent="error">{refused}</Notice>}
            </DialogContent>
            <DialogActions>
              <Button onClick={cases.dismiss}>{t.case.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={!ready || busy}>
                {question.kind === 'review' ? question.answer : t.case.answers[question.kind]}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** "1250" or "1.250"; null for anything else, so that nothing is guessed. */
function countOf(text: string): number | null {
  return /^(\d+|\d{1,3}(\.\d{3})+)$/.test(text.trim()) ? Number(text.replaceAll('.', '')) : null;
}

function requestsOf(q: Question, agency: SenderView | null, value: number | null): DecisionRequest[] {
  switch (q.kind) {
    case 'accept':
      return [{ kind: 'accept', key: q.key }];
    case 'revoke':
      return [{ kind: 'revoke', entry: q.entry }];
    case 'confirm-agency':
      return agency ? [{ kind: 'confirm-agency', file: q.file, agency: agency.code }] : [];
    case 'adjust':
      return value === null ? [] : [{ kind: 'adjust', ...q.figure, value }];
    case 'review':
      return [...q.requests];
    case 'return':
      return q.files.map((file) => ({ kind: 'return', file }));
    default:
      return [{ kind: q.kind, agency: q.agency }];
  }
}

/** The agencies of the register that exist in the period, those that came close first; former ones when asked for. */
function AgencyField({
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
  const all = useAnswer(() => engine.review.senders(null), engine) ?? [];
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
      {all.some((a) => !a.current) && (
        <Checkbox label={words.dialog.former} checked={former} onChange={(_, d) => setFormer(d.checked === true)} />
      )}
    </>
  );
}
