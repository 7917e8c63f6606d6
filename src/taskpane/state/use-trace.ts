import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine, FigureKey, TraceView } from '../../app/engine';
import type { OpenWorkbook } from '../../app/ports';

/** Under this name the sources of the written result are kept with the workbook. */
export const EVIDENCE = 'sources';

export interface Tracing { trace: TraceView | null; /** It is of the result in the workbook, which may be an earlier one. */ written: boolean; show(figure: FigureKey): Promise<void>; close(): void }

/** The figure whose sources are shown: chosen on the page, or selected on a result sheet in Excel. `run` changes when the result does. */
export function useTrace(engine: Engine, workbook: OpenWorkbook | null, run: unknown, selectedInExcel: () => void): Tracing {
  const [trace, setTrace] = useState<{ view: TraceView; run: unknown; written: boolean } | null>(null);
  const latest = useRef(0);
  const show = useCallback(async (figure: FigureKey & { written?: boolean }) => {
    const turn = ++latest.current;
    const view = await engine.trace(figure);
    if (turn === latest.current) setTrace(view ? { view, run, written: figure.written ?? false } : null);
  }, [engine, run]);
  // After a fresh run the figure chosen is shown as it is now.
  useEffect(() => {
    if (!trace || !run || trace.written || trace.run === run) return;
    const { template, row, column } = trace.view;
    show({ template, row, column }).catch(() => undefined);
  }, [trace, run, show]);
  const selected = useRef<(figure: FigureKey) => void>(() => {});
  useEffect(() => {
    selected.current = (figure) => { void show({ ...figure, written: true }); selectedInExcel(); };
  }, [show, selectedInExcel]);
  useEffect(() => workbook?.onSelect(({ figure }) => { if (figure) selected.current(figure); }), [workbook]);
  // A workbook that was written earlier brings its sources along.
  useEffect(() => {
    workbook?.load(EVIDENCE).then((kept) => (kept.ok && kept.value !== null ? engine.adopt(kept.value) : null), () => undefined);
  }, [workbook, engine]);
  const written = trace?.written ?? false;
  const current = trace?.run === run ? trace?.view ?? null : null;
  return useMemo(() => ({ trace: current, written, show, close: () => { latest.current += 1; setTrace(null); } }), [current, written, show]);
}
