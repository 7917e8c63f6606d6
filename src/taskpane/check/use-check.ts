import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine, EngineSettings } from '../../app/calls/engine-calls';
import type { CheckView } from '../../app/receive/check-grids';
import type { RepairOffer } from '../../app/receive/repair-offers';
import type { CellPlace, HostFailure, OpenWorkbook, StepInfo } from '../../app/ports';
import { useStrings } from '../strings/use-strings';

export type Scope = 'active-sheet' | 'workbook';

/** Typing goes on for a while; the check waits until it rests. */
const REST_MS = 800;

export interface Check {
  phase: 'idle' | 'working' | 'again' | 'ready';
  scope: Scope;
  view: CheckView | null;
  highlighted: boolean;
  steps: StepInfo[];
  failure: HostFailure | null;
  /** Last thing done, for the status line. */
  said: string;
  start(scope: Scope): Promise<void>;
  select(place: CellPlace): Promise<void>;
  toggleHighlights(): Promise<void>;
  repair(offers: readonly RepairOffer[]): Promise<void>;
  insertForm(template: string): Promise<void>;
  undo(): Promise<void>;
  refreshSteps(): Promise<void>;
  clearFailure(): void;
}

/** The check of the open workbook; it follows edits. */
export function useCheck(engine: Engine, workbook: OpenWorkbook | null, settings: EngineSettings): Check {
  const t = useStrings();
  const [phase, setPhase] = useState<Check['phase']>('idle');
  const [scope, setScope] = useState<Scope>('active-sheet');
  const [view, setView] = useState<CheckView | null>(null);
  const [highlighted, setHighlighted] = useState(false);
  const [steps, setSteps] = useState<StepInfo[]>([]);
  const [failure, setFailure] = useState<HostFailure | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef(0);
  const shown = useRef(false);
  const checked = useRef(false);

  const refreshSteps = useCallback(async () => {
    const result = await workbook?.steps();
    if (result?.ok) setSteps(result.value);
  }, [workbook]);

  const mark = useCallback(
    async (next: CheckView) => {
      if (!workbook) return;
      const marks = next.findings
        .filter((f) => f.sheet && f.cell)
        .map((f) => ({ sheet: f.sheet!, cell: f.cell!, severity: f.severity, message: f.message }));
      const result = await workbook.highlight(marks);
      if (!result.ok) setFailure(result);
    },
    [workbook],
  );

  const check = useCallback(
    async (what: Scope, again: boolean) => {
      if (!workbook) return;
      const turn = ++latest.current;
      setPhase(again ? 'again' : 'working');
      const read = await workbook.read(what);
      if (turn !== latest.current) return;
      if (!read.ok) {
        setFailure(read);
        setPhase(checked.current ? 'ready' : 'idle');
        return;
      }
      const next = await engine.work.check({ name: read.value.name, grids: read.value.grids });
      if (turn !== latest.current) return;
      checked.current = true;
      setFailure(null);
      setView(next);
      setPhase('ready');
      if (shown.current) await mark(next);
      await refreshSteps();
    },
    [engine, workbook, mark, refreshSteps],
  );

  const start = useCallback(
    async (what: Scope) => {
      setScope(what);
      setSaid('');
      await check(what, false);
    },
    [check],
  );

  // Excel is listened to once for as long as the page lives; what to do is looked up when something happens.
  const recheck = useRef(() => {});
  useEffect(() => {
    recheck.current = () => {
      if (checked.current) void check(scope, true);
    };
  }, [check, scope]);
  useEffect(() => {
    if (!workbook) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = workbook.onEdit(() => {
      clearTimeout(timer);
      timer = setTimeout(() => recheck.current(), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [workbook]);
  useEffect(() => recheck.current(), [settings]);
  useEffect(() => {
    workbook?.steps().then(
      (result) => {
        if (result.ok) setSteps(result.value);
      },
      () => undefined,
    );
  }, [workbook]);

  return useMemo(
    () => ({
      phase,
      scope,
      view,
      highlighted,
      steps,
      failure,
      said,
      start,
      refreshSteps,
      clearFailure: () => setFailure(null),
      select: async (place) => {
        const result = await workbook?.select(place);
        if (result && !result.ok) setFailure(result);
      },
      toggleHighlights: async () => {
        const on = !shown.current;
        shown.current = on;
        setHighlighted(on);
        if (on && view) await mark(view);
        else {
          const result = await workbook?.clearHighlights();
          if (result && !result.ok) setFailure(result);
        }
      },
      repair: async (offers) => {
        if (!workbook || offers.length === 0) return;
        const result = await workbook.repair(
          offers.map((o) => o.repair),
          t.check.stepTitle[offers[0]!.kind],
        );
        if (!result.ok) {
          setFailure(result);
          return;
        }
        setSaid(
          t.check.repaired(result.value.written) +
            (result.value.skipped.length ? t.check.skipped(result.value.skipped.length) : ''),
        );
        await check(scope, true);
      },
      insertForm: async (template) => {
        const plan = await engine.work.blank(template);
        if (!plan || !workbook) return;
        const result = await workbook.write(plan, t.check.blank, { asForm: true });
        if (!result.ok) {
          setFailure(result);
          return;
        }
        setSaid(t.check.inserted(plan.title));
        await refreshSteps();
      },
      undo: async () => {
        const result = await workbook?.undo();
        if (!result) return;
        if (!result.ok) {
          setFailure(result);
          return;
        }
        if (result.value) setSaid(t.check.undone(result.value.title));
        await refreshSteps();
        if (checked.current) await check(scope, true);
      },
    }),
    [phase, scope, view, highlighted, steps, failure, said, start, refreshSteps, engine, workbook, mark, check, t],
  );
}
