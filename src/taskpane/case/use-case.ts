import { useMemo } from 'react';
import type { DecisionRequest } from '../../app/case/decision';
import type { Engine } from '../../app/calls/engine-calls';
import type { CaseSettings } from '../../core/model/case';
import type { Changed, Run } from '../run/run';
import { textOf } from '../shared/failures';
import { useStored } from '../shared/use-stored';
import { useStrings } from '../strings/use-strings';
import { useCaseFile, type CaseFile } from './use-case-file';
import { useQuestion, type Asking } from './use-question';

export type { Question } from './use-question';

export interface CaseWork extends Asking, Omit<CaseFile, 'say' | 'setUnsaved'> {
  /** Kept on this machine, offered at the next decision. */
  officer: string;
  /** Null when it was written into the journal, else why not. Never rejects. */
  decide(requests: readonly DecisionRequest[], by: string, reason: string): Promise<string | null>;
  /** Choices for the result, written into the case; rejects where they were not. */
  settle(settings: CaseSettings): Promise<void>;
  /** It was kept with a workbook. */
  kept(): void;
}

const isText = (v: unknown): v is string => typeof v === 'string';

/** A person's decisions: asked for, written into the journal, followed by a fresh run; and the case as a file. */
export function useCase(engine: Engine, run: Run): CaseWork {
  const t = useStrings();
  const { change } = run;
  const asking = useQuestion();
  const { say, setUnsaved, ...file } = useCaseFile(engine, change);
  const [officer, setOfficer] = useStored('officer', '', isText);
  const decide = useMemo(
    () =>
      async (requests: readonly DecisionRequest[], by: string, reason: string): Promise<string | null> => {
        let refused: string | null = null;
        let changed: Changed;
        try {
          changed = await change(async () => {
            const who = { by, reason, at: new Date().toISOString() };
            const decided = await engine.cases.decide({ request: requests, who });
            if (decided.ok) setUnsaved(true);
            else refused = decided.message;
            return decided.ok;
          });
        } catch (error) {
          return t.failures.decide(textOf(error));
        }
        if (refused !== null) return refused;
        setOfficer(by.trim());
        say(changed === 'stopped' ? t.failures.decidedNotRun : t.case.written);
        return null;
      },
    [change, engine, setOfficer, setUnsaved, say, t],
  );
  const { ask } = asking;
  const actions = useMemo(
    () => ({
      ask: (question: Parameters<Asking['ask']>[0]) => {
        say('');
        ask(question);
      },
      decide,
      settle: async (settings: CaseSettings) => {
        await change(async () => {
          await engine.cases.settle(settings);
          setUnsaved(true);
          return false;
        });
      },
      kept: () => setUnsaved(false),
    }),
    [ask, decide, change, engine, say, setUnsaved],
  );
  const { question, dismiss } = asking;
  return { question, dismiss, officer, ...file, ...actions };
}
