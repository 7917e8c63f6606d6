import type { ExcelHost } from '../host/host';
import type { WorkbookSnapshot } from '../host/snapshot';

export const visibleNames = (host: ExcelHost): string[] =>
  host
    .snapshot()
    .sheets.filter((s) => s.visibility === 'Visible')
    .map((s) => s.name);

/** What the workbook holds; where the person was looking is left out. */
export function withoutView(shot: WorkbookSnapshot): Omit<WorkbookSnapshot, 'view'> {
  const { view: _, ...rest } = shot;
  return rest;
}
