import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionRequest } from '../../app/case/decision';
import type { Engine } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import type { CaseSettings } from '../../core/model/case';
import { useStrings } from '../strings/use-strings';
import { localDay } from '../shared/days';
import { glanceAtCase, type CaseGlance } from './glance-at-case';
import { handOver } from '../shared/hand-over';
import type { Run } from '../run/use-run';
import { useStored } from '../shared/use-stored';

/** A decision that a person is about to take; the dialog asks for what is missing, for name and for reason. */
export type Question =
  | { kind: 'accept'; key: string; about: string }
  | { kind: 'revoke'; entry: number; about: string }
  | { kind: 'confirm-agency'; file: string; about: string; /** Names, best first. */ candidates: readonly string[] }
  | { kind: 'approve' | 'reopen'; agency: string; about: string }
  | { kind: 'adjust'; figure: FigureKey; about: string }
  | { kind: 'return'; files: readonly string[]; about: string }
  /** Decisions that the asking screen has words for. */
  | { kind: 'review'; title: string; answer: string; requests: readonly DecisionRequest[]; about: string };

export interface CaseWork {
  question: Question | null;
  ask(question: Question): void;
  dismiss(): void;
  /** Kept on this machine, offered at the next decision. */
  officer: string;
  /** Null when it was written into the journal, else why not. */
  decide(requests: readonly DecisionRequest[], by: string, reason: string): Promise<string | null>;
  save(): Promise<void>;
  open(file: File): Promise<void>;
  /** The same from text; `unsaved`: it is not yet in a file. Null when it was opened, else why not. */
  openText(text: string, unsaved: boolean): Promise<string | null>;
  /** Choices for the result, written into the case. */
  settle(settings: CaseSettings): Promise<void>;
  said: string;
  failure: string | null;
  clear(): void;
  /** The case that was opened last, while its files are asked for and held against it. */
  opened: CaseGlance | null;
  forgetOpened(): void;
  /** It was kept with a workbook. */
  kept(): void;
  /** Decisions were taken since the case was last saved. */
  unsaved: boolean;
}

const isText = (v: unknown): v is string => typeof v === 'string';

/** A person's decisions: asked for, written into the journal, followed by a fresh run; and the case as a file. */
export function useCase(engine: Engine, run: Run): CaseWork {
  const t = useStrings();
  const [question, setQuestion] = useState<Question | null>(null);
  const [officer, setOfficer] = useStored('officer', '', isText);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const opener = useRef<Element | null>(null);
  const { change } = run;
  useEffect(() => {
    if (!unsaved) return undefined;
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsaved]);

  const dismiss = useCallback(() => {
    setQuestion(null);
    const from = opener.current;
    // What was pressed may be gone with the answer.
    setTimeout(() => {
      (from?.isConnected ? (from as HTMLElement) : document.querySelector('main'))?.focus();
    });
  }, []);

  const ask = useCallback((next: Question) => {
    opener.current = document.activeElement;
    setSaid('');
    setQuestion(next);
  }, []);

  const [opened, setOpened] = useState<CaseGlance | null>(null);
  const forgetOpened = useCallback(() => setOpened(null), []);
  const kept = useCallback(() => setUnsaved(false), []);
  const openText = useCallback(
    async (text: string, dirty: boolean) => {
      let refused: string | null = null;
      await change(async () => {
        const opened = await engine.cases.open(text);
        if (!opened.ok) {
          refused = opened.message;
          return false;
        }
        setUnsaved(dirty);
        setOpened(glanceAtCase(text));
        return true;
      });
      return refused;
    },
    [change, engine],
  );

  return useMemo(
    () => ({
      question,
      ask,
      officer,
      said,
      failure,
      unsaved,
      dismiss,
      opened,
      forgetOpened,
      kept,
      decide: async (requests, by, reason) => {
        let refused: string | null = null;
        await change(async () => {
          const decided = await engine.cases.decide({
            request: requests,
            who: { by, reason, at: new Date().toISOString() },
          });
          if (decided.ok) {
            setUnsaved(true);
            return true;
          }
          refused = decided.message;
          return false;
        });
        if (refused !== null) return refused;
        setOfficer(by.trim());
        setSaid(t.case.written);
        return null;
      },
      save: () =>
        change(async () => {
          const text = await engine.cases.save({ receivedOn: localDay() });
          handOver(new Blob([text], { type: 'application/json' }), `${t.case.fileName}.json`);
          setUnsaved(false);
          setFailure(null);
          setSaid(t.case.saved);
          return false;
        }),
      open: async (file) => {
        const text = await caseTextOf(engine, file);
        const refused = text === null ? t.case.noCase : await openText(text, false);
        if (refused !== null) {
          setSaid('');
          setFailure(refused);
          return;
        }
        setFailure(null);
        setSaid(t.case.opened);
      },
      openText,
      settle: (settings) =>
        change(async () => {
          await engine.cases.settle(settings);
          setUnsaved(true);
          return false;
        }),
      clear: () => {
        setSaid('');
        setFailure(null);
      },
    }),
    [
      question,
      officer,
      said,
      failure,
      unsaved,
      opened,
      forgetOpened,
      kept,
      ask,
      dismiss,
      change,
      openText,
      engine,
      setOfficer,
      t,
    ],
  );
}

/** A saved case, or the one that a result workbook keeps; null where it keeps none. */
async function caseTextOf(engine: Engine, file: File): Promise<string | null> {
  return /\.xlsx$/i.test(file.name) ? engine.review.attachment(new Uint8Array(await file.arrayBuffer())) : file.text();
}
