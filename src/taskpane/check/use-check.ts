import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine, EngineSettings } from '../../app/calls/engine-calls';
import type { CheckView } from '../../app/receive/check-grids';
import type { HostFailure, HostResult, OpenWorkbook, StepInfo } from '../../app/ports';
import { textOf } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import type { Check, CheckFailure, Scope } from './check';
import { useBookActions } from './use-book-actions';
import { useMarks } from './use-marks';

/** A check that follows edits waits until typing has rested this long. */
const REST_MS = 800;

/** The check of the open workbook; it follows edits. */
export function useCheck(engine: Engine, workbook: OpenWorkbook | null, settings: EngineSettings): Check {
  const t = useStrings();
  const [phase, setPhase] = useState<Check['phase']>('idle');
  const [view, setView] = useState<CheckView | null>(null);
  const [failure, setFailure] = useState<CheckFailure | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef(0);
  const scope = useRef<Scope>('active-sheet');
  const checked = useRef(false);
  const hostFailed = useCallback(({ message }: HostFailure) => setFailure({ kind: 'host', message }), []);
  const marks = useMarks(workbook, hostFailed);
  const { redraw, toggle } = marks;
  const { steps, refreshSteps } = useSteps(workbook, hostFailed);

  const check = useCallback(
    async (again: boolean) => {
      if (!workbook) return;
      const turn = ++latest.current;
      const fail = (failed: CheckFailure): void => {
        if (turn !== latest.current) return;
        setFailure(failed);
        setPhase(checked.current ? 'ready' : 'idle');
      };
      setPhase(again ? 'again' : 'working');
      const read = await workbook.read(scope.current);
      if (!read.ok) {
        fail({ kind: 'host', message: read.message });
        return;
      }
      let next: CheckView;
      try {
        next = await engine.work.check({ name: read.value.name, grids: read.value.grids });
      } catch (error) {
        fail({ kind: 'program', message: t.failures.check(textOf(error)) });
        return;
      }
      if (turn !== latest.current) return;
      checked.current = true;
      setFailure(null);
      setView(next);
      setPhase('ready');
      await redraw(next);
      await refreshSteps();
    },
    [engine, workbook, redraw, refreshSteps, t],
  );

  const recheck = useCallback(async () => {
    if (checked.current) await check(true);
  }, [check]);
  useFollowing(workbook, recheck, settings);
  const start = useCallback(
    async (what: Scope) => {
      scope.current = what;
      setSaid('');
      await check(false);
    },
    [check],
  );
  const book = useBookActions({ engine, workbook, setFailure, setSaid, recheck, refreshSteps });
  const clearFailure = useCallback(() => setFailure(null), []);
  const toggleHighlights = useCallback(() => toggle(view), [toggle, view]);
  const { highlighted } = marks;
  return useMemo(
    () => ({
      ...{ phase, view, highlighted, steps, failure, said },
      ...{ start, refreshSteps, clearFailure, toggleHighlights, ...book },
    }),
    [phase, view, highlighted, steps, failure, said, start, refreshSteps, clearFailure, toggleHighlights, book],
  );
}

interface Steps {
  steps: StepInfo[];
  refreshSteps(): Promise<void>;
}

/** The steps that can be taken back, as the workbook has them. */
function useSteps(workbook: OpenWorkbook | null, failed: (failure: HostFailure) => void): Steps {
  const [steps, setSteps] = useState<StepInfo[]>([]);
  const took = useCallback(
    (result: HostResult<StepInfo[]> | undefined) => {
      if (result?.ok) setSteps(result.value);
      else if (result) failed(result);
    },
    [failed],
  );
  useEffect(() => {
    void workbook?.steps().then(took);
  }, [workbook, took]);
  const refreshSteps = useCallback(async () => took(await workbook?.steps()), [workbook, took]);
  return { steps, refreshSteps };
}

/** Checks again when somebody edited the workbook and has rested, and when the settings are others. */
function useFollowing(workbook: OpenWorkbook | null, recheck: () => Promise<void>, settings: EngineSettings): void {
  // Excel is listened to once for as long as the page lives; what to do is looked up when something happens.
  const now = useRef(recheck);
  useEffect(() => {
    now.current = recheck;
  }, [recheck]);
  useEffect(() => {
    if (!workbook) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = workbook.onEdit(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void now.current(), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [workbook]);
  useEffect(() => {
    void now.current();
  }, [settings]);
}
