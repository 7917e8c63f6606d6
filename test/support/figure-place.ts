import { cellName } from '../../src/core/model/address';
import type { OutputPlan } from '../../src/core/model/output-plan';

/**
 * Where a figure of the province stands in the result: sheet and cell, indexes from 0 and A1 ("Phụ lục 2", C9); null
 * where it is not shown.
 */
export function cellOf(
  plan: OutputPlan,
  template: string,
  rowKey: string,
  column: string,
): { sheet: string; row: number; col: number; cell: string } | null {
  for (const sheet of plan.sheets) {
    if (sheet.template !== template) continue;
    const at = sheet.figures?.find((f) => f.rowKey === rowKey && f.column === column);
    if (at) return { sheet: sheet.name, row: at.row, col: at.col, cell: cellName(at.row, at.col) };
  }
  return null;
}

/**
 * Which figure a result cell shows, indexes from 0: the way back from a click on "Phụ lục 2"!C9 to its contributions;
 * null for any other cell.
 */
export function figureAt(
  plan: OutputPlan,
  sheetName: string,
  row: number,
  col: number,
): { template: string; rowKey: string; column: string } | null {
  const sheet = plan.sheets.find((s) => s.name === sheetName);
  const at = sheet?.figures?.find((f) => f.row === row && f.col === col);
  return sheet?.template && at ? { template: sheet.template, rowKey: at.rowKey, column: at.column } : null;
}
