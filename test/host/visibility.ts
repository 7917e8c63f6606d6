import { inside } from './grid-store';
import type { SheetState } from './state';

/** True where a row is hidden: by the filter, or, when asked, in any way. */
export function isHidden(sheet: SheetState, row: number, anyWay: boolean): boolean {
  if (!sheet.hiddenRows.has(row)) return false;
  const area = sheet.filter?.area;
  return anyWay || (area !== undefined && inside(area, row, area.left));
}
