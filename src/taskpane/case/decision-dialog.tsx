import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DecisionRequest } from '../../app/case/decision';
import type { Engine } from '../../app/calls/engine-calls';
import type { SenderView } from '../../app/agencies/sender-views';
import { AgencyField } from './agency-field';
import type { CaseWork, Question } from './use-case';
import type { SenderMemory } from './use-sender-memory';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { useAttempt } from '../shared/failures';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  surface: { maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { margin: 0, overflowWrap: 'anywhere' },
});

interface Props {
  engine: Engine;
  question: Question;
  cases: CaseWork;
  senders: SenderMemory;
}

/** Asks for what a decision needs; it is written into the journal only when the engine takes it. */
export default function DecisionDialog(props: Props): React.JSX.Element {
  const { question, cases } = props;
  const t = useStrings();
  const styles = useStyles();
  const form = useId();
  const attempt = useAttempt();
  const answer = useDecision(props);
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
            attempt(answer.give);
          }}
        >
          <DialogBody>
            <DialogTitle as="h2">
              {question.kind === 'review' ? question.title : t.case.questions[question.kind]}
            </DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.about}>{question.about}</p>
              <Fields {...props} answer={answer} />
              {answer.refused && <Notice intent="error">{answer.refused}</Notice>}
            </DialogContent>
            <DialogActions>
              <Button onClick={cases.dismiss}>{t.case.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={!answer.ready || answer.busy}>
                {question.kind === 'review' ? question.answer : t.case.answers[question.kind]}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** What is filled in. */
interface Filled {
  by: string;
  reason: string;
  /** A figure as typed, where one is adjusted. */ value: string;
  agency: SenderView | null;
  /** The sender is remembered for later cases. */ remember: boolean;
}

interface Answer extends Filled {
  set(part: Partial<Filled>): void;
  /** Everything that the question needs is there. */ ready: boolean;
  busy: boolean;
  /** Why the engine did not take it. */ refused: string | null;
  give(): Promise<void>;
}

function useDecision({ question, cases, senders }: Props): Answer {
  const t = useStrings();
  const [filled, setFilled] = useState<Filled>({
    by: cases.officer,
    reason: question.kind === 'confirm-agency' ? t.case.confirmReason : '',
    value: '',
    agency: null,
    remember: true,
  });
  const attempt = useAttempt();
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { by, reason, value, agency, remember } = filled;
  const ready =
    by.trim() !== '' &&
    reason.trim() !== '' &&
    (question.kind !== 'confirm-agency' || agency !== null) &&
    (question.kind !== 'adjust' || countOf(value) !== null);
  const give = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    const message = await cases.decide(requestsOf(question, agency, countOf(value)), by, reason);
    setBusy(false);
    setRefused(message);
    if (message !== null) return;
    if (question.kind === 'confirm-agency' && agency && remember)
      attempt(() => senders.remember(question.file, agency.code, by.trim()));
    cases.dismiss();
  };
  return { ...filled, set: (part) => setFilled({ ...filled, ...part }), ready, busy, refused, give };
}

/** What the question asks for, then reason and name. */
function Fields({ engine, question, answer }: Props & { answer: Answer }): React.JSX.Element {
  const t = useStrings();
  const words = useReviewStrings();
  const { by, reason, value, agency, remember, set } = answer;
  const wrong = value !== '' && countOf(value) === null;
  return (
    <>
      {question.kind === 'confirm-agency' && (
        <AgencyField
          engine={engine}
          candidates={question.candidates}
          chosen={agency}
          onChoose={(chosen) => set({ agency: chosen })}
        />
      )}
      {question.kind === 'adjust' && (
        <Field
          label={t.case.value}
          required
          validationState={wrong ? 'error' : 'none'}
          validationMessage={wrong ? t.case.valueWrong : undefined}
        >
          <Input value={value} inputMode="numeric" onChange={(_, d) => set({ value: d.value })} />
        </Field>
      )}
      <Field label={t.case.reason} required>
        <Textarea value={reason} onChange={(_, d) => set({ reason: d.value })} resize="vertical" rows={2} />
      </Field>
      <Field label={t.case.by} required>
        <Input value={by} onChange={(_, d) => set({ by: d.value })} autoComplete="name" />
      </Field>
      {question.kind === 'confirm-agency' && (
        <Checkbox
          label={words.dialog.remember}
          checked={remember}
          onChange={(_, d) => set({ remember: d.checked === true })}
        />
      )}
    </>
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
