import { Button, Combobox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Option, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { DecisionRequest } from '../../app/case/decide';
import type { Engine } from '../../app/engine';
import { stripMarks } from '../../core/text/strip-marks';
import type { CaseWork, Question } from '../state/use-case';
import { useStrings } from '../strings/use-strings';
import { Notice } from './notice';

const useStyles = makeStyles({
  surface: { maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { margin: 0, overflowWrap: 'anywhere' },
  combobox: { minWidth: 0, width: '100%', '& > input': { minWidth: 0 } },
});

interface Agency { code: string; name: string }

/** Asks for what a decision needs; it is written into the journal only when the engine takes it. */
export default function DecisionDialog({ engine, question, cases }: { engine: Engine; question: Question; cases: CaseWork }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const form = useId();
  const [by, setBy] = useState(cases.officer);
  const [reason, setReason] = useState(question.kind === 'confirm-agency' ? t.case.confirmReason : '');
  const [value, setValue] = useState('');
  const [agency, setAgency] = useState<Agency | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = by.trim() !== '' && reason.trim() !== '' && (question.kind !== 'confirm-agency' || agency !== null) && (question.kind !== 'adjust' || countOf(value) !== null);
  const answer = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    const message = await cases.decide(requestsOf(question, agency, countOf(value)), by, reason);
    setBusy(false);
    setRefused(message);
    if (message === null) cases.dismiss();
  };
  return (
    <Dialog open onOpenChange={(_, d) => { if (!d.open) cases.dismiss(); }}>
      <DialogSurface className={styles.surface}>
        <form id={form} onSubmit={(e) => { e.preventDefault(); void answer(); }}>
          <DialogBody>
            <DialogTitle as="h2">{t.case.questions[question.kind]}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.about}>{question.about}</p>
              {question.kind === 'confirm-agency' && <AgencyField engine={engine} candidates={question.candidates} chosen={agency} onChoose={setAgency} />}
              {question.kind === 'adjust' && (
                <Field label={t.case.value} required validationState={value !== '' && countOf(value) === null ? 'error' : 'none'} validationMessage={value !== '' && countOf(value) === null ? t.case.valueWrong : undefined}>
                  <Input value={value} inputMode="numeric" onChange={(_, d) => setValue(d.value)} />
                </Field>
              )}
              <Field label={t.case.reason} required><Textarea value={reason} onChange={(_, d) => setReason(d.value)} resize="vertical" rows={2} /></Field>
              <Field label={t.case.by} required><Input value={by} onChange={(_, d) => setBy(d.value)} autoComplete="name" /></Field>
              {refused && <Notice intent="error">{refused}</Notice>}
            </DialogContent>
            <DialogActions>
              <Button onClick={cases.dismiss}>{t.case.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={!ready || busy}>{t.case.answers[question.kind]}</Button>
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

function requestsOf(q: Question, agency: Agency | null, value: number | null): DecisionRequest[] {
  switch (q.kind) {
    case 'accept': return [{ kind: 'accept', key: q.key }];
    case 'revoke': return [{ kind: 'revoke', entry: q.entry }];
    case 'confirm-agency': return agency ? [{ kind: 'confirm-agency', file: q.file, agency: agency.code }] : [];
    case 'adjust': return value === null ? [] : [{ kind: 'adjust', ...q.figure, value }];
    case 'return': return q.files.map((file) => ({ kind: 'return', file }));
    default: return [{ kind: q.kind, agency: q.agency }];
  }
}

/** The agencies of the register, those that came close first. */
function AgencyField({ engine, candidates, chosen, onChoose }: { engine: Engine; candidates: readonly string[]; chosen: Agency | null; onChoose(agency: Agency | null): void }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [all, setAll] = useState<Agency[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    engine.board({ today: null }).then(({ board }) => { if (current) setAll(board.rows.filter((r) => r.expected).map((r) => ({ code: r.key, name: r.name }))); }, () => undefined);
    return () => { current = false; };
  }, [engine]);
  const rank = (a: Agency): number => { const i = candidates.indexOf(a.name); return i < 0 ? candidates.length : i; };
  const wanted = chosen?.name === text ? '' : stripMarks(text);
  const shown = all.filter((a) => stripMarks(a.name).includes(wanted)).sort((a, b) => rank(a) - rank(b));
  return (
    <Field label={t.case.agency} hint={t.case.agencyHint} required>
      <Combobox
        className={styles.combobox} value={text} selectedOptions={chosen ? [chosen.code] : []} freeform
        onChange={(e) => { setText(e.target.value); onChoose(null); }}
        onOptionSelect={(_, d) => { const a = all.find((x) => x.code === d.optionValue) ?? null; setText(a?.name ?? ''); onChoose(a); }}
      >
        {shown.map((a) => <Option key={a.code} value={a.code} text={a.name}>{candidates.includes(a.name) ? `${a.name} (${t.case.candidate})` : a.name}</Option>)}
      </Combobox>
    </Field>
  );
}
