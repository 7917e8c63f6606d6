import { useCallback, useRef, useState } from 'react';
import type { CheckView } from '../../app/receive/check-grids';
import type { HostFailure, OpenWorkbook } from '../../app/ports';

export interface Marks {
  highlighted: boolean;
  /** Draws the marks of a fresh check where marks are wanted. */
  redraw(view: CheckView): Promise<void>;
  toggle(view: CheckView | null): Promise<void>;
}

/** Marks on the cells of findings. The switch stands where the workbook is: a marking that failed turns it back. */
export function useMarks(workbook: OpenWorkbook | null, failed: (failure: HostFailure) => void): Marks {
  const [highlighted, setHighlighted] = useState(false);
  const wanted = useRef(false);
  const set = useCallback((on: boolean) => {
    wanted.current = on;
    setHighlighted(on);
  }, []);
  const draw = useCallback(
    async (view: CheckView) => {
      const marks = view.findings.flatMap(({ sheet, cell, severity, message }) =>
        sheet && cell ? [{ sheet, cell, severity, message }] : [],
      );
      const result = await workbook?.highlight(marks);
      if (result?.ok !== false) return;
      set(false);
      failed(result);
    },
    [workbook, failed, set],
  );
  const redraw = useCallback(
    async (view: CheckView) => {
      if (wanted.current) await draw(view);
    },
    [draw],
  );
  const toggle = useCallback(
    async (view: CheckView | null) => {
      const on = !wanted.current;
      set(on);
      if (on) {
        if (view) await draw(view);
        return;
      }
      const result = await workbook?.clearHighlights();
      if (result?.ok !== false) return;
      set(true);
      failed(result);
    },
    [workbook, draw, failed, set],
  );
  return { highlighted, redraw, toggle };
}
