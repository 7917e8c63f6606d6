import type { CellPlan, StyleName } from '../../core/model/output-plan';
import { formatCount, formatPercent } from '../../core/text/format-number';

const PERCENT: ReadonlySet<StyleName> = new Set(['percent', 'totalPercent', 'tablePercent']);

/** A cell of a plan as it reads in a Vietnamese document: 1234 is "1.234", 0.958 in a percent cell "95,8%". */
export function shownText(cell: Pick<CellPlan, 'value' | 'style'>): string {
  if (cell.value === null) return '';
  if (typeof cell.value === 'string') return cell.value;
  return PERCENT.has(cell.style) ? formatPercent(cell.value) : formatCount(cell.value);
}
