import type { ConsolidatedFigure, ConsolidatedTable } from '../model/consolidation';
import { formatCount } from '../text/format-number';
import { vietnamTime } from '../text/vietnam-time';

/**
 * The table as the result shows it: adjusted figures in place of the sums, each with a remark that names the sum and
 * the reason.
 */
export function shownTable(table: ConsolidatedTable): ConsolidatedTable {
  const changed = table.rows.some((r) => Object.values(r.figures).some((f) => f.adjustment || f.withLeftOut));
  if (!changed) return table;
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      figures: Object.fromEntries(Object.entries(row.figures).map(([column, figure]) => [column, shownFigure(figure)])),
    })),
  };
}

function shownFigure(figure: ConsolidatedFigure): ConsolidatedFigure {
  const remark = [adjustmentWords(figure), leftOutWords(figure), figure.remark].filter(Boolean).join('\n');
  return { ...figure, value: figure.adjustment?.value ?? figure.value, ...(remark ? { remark } : {}) };
}

/** "Đã điều chỉnh thành 22; tổng từ các đơn vị là 21. Lý do: … (Nguyễn Thị Hoa, 09:30 ngày 16/12/2020)", or "". */
export function adjustmentWords({ adjustment }: ConsolidatedFigure): string {
  if (!adjustment) return '';
  const sum =
    adjustment.sum === null ? 'từ các đơn vị để trống' : `tổng từ các đơn vị là ${formatCount(adjustment.sum)}`;
  if (adjustment.derived) return `Tính lại theo số liệu đã điều chỉnh: ${formatCount(adjustment.value)}; ${sum}.`;
  return (
    `Đã điều chỉnh thành ${formatCount(adjustment.value)}; ${sum}. Lý do: ${adjustment.reason} (${adjustment.by}, ` +
    `${vietnamTime(adjustment.at)}).`
  );
}

/** "Nếu không loại trừ trùng lặp: 25.", or "". */
export function leftOutWords({ withLeftOut }: ConsolidatedFigure): string {
  if (!withLeftOut) return '';
  const { value } = withLeftOut;
  return (
    'Nếu không loại trừ bài nộp trùng: ' +
    `${value === null ? 'để trống' : typeof value === 'number' ? formatCount(value) : value}.`
  );
}
