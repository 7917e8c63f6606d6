import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { FigureKey, TraceView } from '../../app/results/trace-view';
import type { OpenWorkbook } from '../../app/ports';
import { textOf, useFailures } from '../shared/failures';
import { useStrings } from '../strings/use-strings';

export interface Tracing {
  trace: TraceView | null;
  /** It is of the result in the workbook, which may be an earlier one. */
  written: boolean;
  /** Never rejects: what fails is told above the screens. */
  show(figure: FigureKey): Promise<void>;
  close(): void;
}

/**
 * The figure whose sources are shown: chosen on the page, or selected on a result sheet in Excel. `run` changes when
 * the result does.
 */
export function useTrace(
  engine: Engine,
  workbook: OpenWorkbook | null,
  run: unknown,
  selectedInExcel: () => void,
): Tracing {
  const t = useStrings();
  const { tell } = useFailures();
  const [trace, setTrace] = useState<{ view: TraceView; run: unknown; written: boolean } | null>(null);
  const latest = useRef(0);
  const takeSources = useSources(engine, workbook);
  const show = useCallback(
    async ({ write, ...figure }: FigureKey & { write?: string }) => {
      const turn = ++latest.current;
      const written = write !== undefined;
      try {
        const view = await (!written || (await takeSources(write))
          ? engine.results.trace({ ...figure, written })
          : null);
        if (turn === latest.current) setTrace(view ? { view, run, written } : null);
      } catch (error) {
        if (turn !== latest.current) return;
        // Sources of another figure beside the one chosen would mislead.
        setTrace(null);
        tell({ message: t.failures.sources(textOf(error)) });
      }
    },
    [engine, takeSources, run, tell, t],
  );
  // After a fresh run the figure chosen is shown as it is now.
  useEffect(() => {
    if (!trace || !run || trace.written || trace.run === run) return undefined;
    const { template, row, column } = trace.view;
    const timer = setTimeout(() => void show({ template, row, column }));
    return () => clearTimeout(timer);
  }, [trace, run, show]);
  const selected = useRef<(figure: FigureKey & { write: string }) => void>(() => {});
  useEffect(() => {
    selected.current = (figure) => {
      void show(figure);
      selectedInExcel();
    };
  }, [show, selectedInExcel]);
  useEffect(
    () =>
      workbook?.onSelect(({ figure }) => {
        if (figure) selected.current(figure);
      }),
    [workbook],
  );
  const written = trace?.written ?? false;
  const current = trace?.run === run ? (trace?.view ?? null) : null;
  return useMemo(
    () => ({
      trace: current,
      written,
      show,
      close: () => {
        latest.current += 1;
        setTrace(null);
      },
    }),
    [current, written, show],
  );
}

/** Takes up the sources kept when a result was written into the workbook; false where nothing was kept. */
function useSources(engine: Engine, workbook: OpenWorkbook | null): (write: string) => Promise<boolean> {
  const adopted = useRef<string | null>(null);
  return useCallback(
    async (write) => {
      if (adopted.current === write) return true;
      const kept = await workbook?.loadSources(write);
      if (kept?.ok === false) throw new Error(kept.message);
      if (!kept || kept.value === null) return false;
      await engine.results.adopt(kept.value);
      adopted.current = write;
      return true;
    },
    [engine, workbook],
  );
}
