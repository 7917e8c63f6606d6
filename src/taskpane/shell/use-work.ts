import { useCallback, useEffect } from 'react';
import { useCase, type CaseWork } from '../case/use-case';
import { useDrafts, type Drafts } from '../case/use-drafts';
import { useKeptCase, type KeptCase } from '../case/use-kept-case';
import { useSenderMemory, type SenderMemory } from '../case/use-sender-memory';
import type { Check } from '../check/check';
import { useCheck } from '../check/use-check';
import { useIntake, type Intake } from '../consolidate/use-intake';
import type { InputFile } from '../../app/ports';
import { useOutput, type Output } from '../consolidate/use-output';
import { useTrace, type Tracing } from '../results/use-trace';
import { useReview, type Review } from '../review/use-review';
import type { Run } from '../run/run';
import { useRun } from '../run/use-run';
import { useAttempt, useFailures } from '../shared/failures';
import { useServices } from '../shared/services';
import type { Preferences } from '../shared/use-preferences';
import { useCommands } from './use-commands';
import { usePlace, type Place } from './use-place';

/** Everything that is under way on the page; the screens show it and call it. */
export interface Work {
  place: Place;
  run: Run;
  cases: CaseWork;
  drafts: Drafts;
  senders: SenderMemory;
  review: Review;
  check: Check;
  keptCase: KeptCase;
  output: Output;
  tracing: Tracing;
  intake: Intake;
  trySample(): Promise<void>;
}

/** Joins the parts of the officer's work: files, case, check of the open workbook, result, sources. */
export function useWork(preferences: Preferences): Work {
  const { engine, workbook, sample } = useServices();
  const run = useRun(engine, preferences.engine);
  const cases = useCase(engine, run);
  const drafts = useDrafts(engine, run, cases, preferences.keepDrafts);
  const senders = useSenderMemory(engine, preferences);
  const review = useReview();
  const check = useCheck(engine, workbook, preferences.engine);
  const keptCase = useKeptCase(workbook, cases.openText);
  const place = usePlace(workbook ? 'check' : 'merge', review.leave);
  const wrote = useWrote(check, cases, keptCase);
  const output = useOutput(engine, workbook, run.run?.period?.label ?? null, wrote);
  const { go } = place;
  useCommands({ check, go });
  // Someone at work on findings is not taken away from them by a selection.
  const atFindings = place.screen === 'check' && check.view !== null;
  const selectedInExcel = useCallback(() => {
    if (!atFindings) go('results');
  }, [atFindings, go]);
  const tracing = useTrace(engine, workbook, run.run, selectedInExcel);
  const { setRegister, register } = preferences;
  const { add } = run;
  const { tell } = useFailures();
  useEffect(() => workbook?.onNotice?.((message) => tell({ message })), [workbook, tell]);
  const attempt = useAttempt();
  const dropped = useCallback(
    (files: InputFile[]) => {
      go('merge');
      attempt(() => add(files));
    },
    [go, attempt, add],
  );
  const intake = useIntake(dropped);
  return {
    ...{ place, run, cases, drafts, senders, review, check, keptCase, output, tracing, intake },
    trySample: async () => {
      if (register.kind === 'none') setRegister({ kind: 'built-in', id: 'khanh-hoa-2020' });
      await add(await sample!());
    },
  };
}

/** After the result was written into the workbook: it can be undone, and its case may be kept in it. */
function useWrote(
  { refreshSteps }: Check,
  { kept }: CaseWork,
  { forget }: KeptCase,
): (what: { caseKept: boolean }) => void {
  const attempt = useAttempt();
  return useCallback(
    ({ caseKept }) => {
      attempt(refreshSteps);
      if (caseKept) {
        kept();
        forget();
      }
    },
    [attempt, refreshSteps, kept, forget],
  );
}
