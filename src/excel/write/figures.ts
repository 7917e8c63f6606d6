import { cellName } from '../../core/model/address';
import type { OutputPlan } from '../../core/model/output-plan';
import type { Target } from './match-sheets';

/** Which figure each cell of a written sheet shows: key of the sheet → template and, by A1 address, row and column. */
export type Figures = Record<string, { template: string; cells: Record<string, [row: string, column: string]> }>;

/** The figures of a plan's sheets; null where it shows none. */
export function figuresOf(plan: OutputPlan, targets: readonly Target[]): Figures | null {
  const out: Figures = {};
  for (const { key, plan: sheet } of targets) {
    if (!sheet.template || !sheet.figures?.length) continue;
    out[key] = {
      template: sheet.template,
      cells: Object.fromEntries(sheet.figures.map((f) => [cellName(f.row, f.col), [f.rowKey, f.column]])),
    };
  }
  return Object.keys(out).length ? out : null;
}
