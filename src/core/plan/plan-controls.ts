import { cellName } from '../model/address';
import type { Consolidation, ControlTotal } from '../model/consolidation';
import type { SheetPlan, StyleName } from '../model/output-plan';
import type { Template } from '../templates/schema';
import { formatCount } from '../text/format-number';
import type { PlanOptions } from './options';
import { columnWord, fileLink } from './plan-words';
import { draftSheet, evidencePage, putLink } from './sheet-draft';
import { CONTROLS_SHEET, sheetNameOf } from './sheet-names';

const HEAD: readonly [string, number][] = [
  ['Biểu', 11],
  ['Dòng', 8],
  ['Tiêu chí', 48],
  ['Cột', 16],
  ['Tổng các đơn vị', 13],
  ['Số kiểm soát', 13],
  ['Chênh lệch', 13],
  ['So sánh', 13],
  ['Đơn vị báo số kiểm soát', 24],
  ['Tệp', 26],
  ['Sheet', 14],
  ['Ô', 8],
];
const HEADER_ROW = 3;
const RIGHT = HEAD.length - 1;

/**
 * Số kiểm soát: row by row the sum of the agencies, the figure that a specialised agency gives for the whole province,
 * and the difference, in the order of the forms; null where nobody sent such a form. Nothing here is added to the
 * result.
 */
export function planControls(
  { controlTotals, tables }: Consolidation,
  templates: readonly Template[],
  options: PlanOptions = {},
): SheetPlan | null {
  if (controlTotals.length === 0) return null;
  const draft = draftSheet(HEAD.map(([, width]) => width));
  draft.put(0, 0, 'SỐ KIỂM SOÁT TOÀN TỈNH', 'sheetTitle');
  draft.span({ top: 1, left: 0, bottom: 1, right: RIGHT }, lead(controlTotals), 'sheetLead');
  HEAD.forEach(([text], c) => draft.put(HEADER_ROW, c, text, 'tableHeader'));
  inOrder(controlTotals, templates).forEach((t, i) => {
    const row = HEADER_ROW + 1 + i;
    const template = templates.find((x) => x.id === t.template);
    const of = tables.find((x) => x.template === t.template)?.rows.find((r) => r.row === t.row);
    const link = fileLink(options.filesBase, t.file, t.sheet, t.cell);
    const [words, style] = verdict(t);
    draft.put(row, 0, template ? sheetNameOf(template) : t.template, 'tableText');
    draft.put(row, 1, of ? of.number : t.row, 'tableText');
    draft.put(row, 2, of?.label ?? '', 'tableText');
    draft.put(row, 3, columnWord(template, t.column), 'tableText');
    draft.put(row, 4, t.sum, 'tableCount');
    draft.put(row, 5, t.control, 'tableCount');
    draft.put(
      row,
      6,
      t.difference,
      'tableCount',
      t.difference === null ? {} : { formula: `${cellName(row, 4)}-${cellName(row, 5)}` },
    );
    draft.put(row, 7, words, style);
    draft.put(row, 8, t.agencyName, 'tableText');
    putLink(draft, row, 9, t.file, link);
    draft.put(row, 10, t.sheet, 'tableText');
    putLink(draft, row, 11, t.cell, link);
  });
  return {
    name: CONTROLS_SHEET,
    role: 'control',
    widths: draft.widths,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    freeze: { rows: HEADER_ROW + 1, cols: 4 },
    autofilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + controlTotals.length, right: RIGHT },
    page: evidencePage({ repeatRows: { from: HEADER_ROW, to: HEADER_ROW } }),
    tab: controlTotals.some((t) => t.difference !== 0) ? 'D9A400' : '2E8B57',
  };
}

function lead(totals: readonly ControlTotal[]): string {
  const count = (test: (t: ControlTotal) => boolean): string => formatCount(totals.filter(test).length);
  const open = totals.filter((t) => t.difference === null).length;
  return (
    `${formatCount(totals.length)} số do cơ quan chuyên môn báo trên phạm vi toàn tỉnh, đặt cạnh tổng các đơn vị: ` +
    `${count((t) => t.difference === 0)} khớp, ${count((t) => t.difference !== null && t.difference !== 0)} ` +
    `khác${open > 0 ? `, ${formatCount(open)} chưa so được vì kết quả để trống` : ''}. Chỉ để so sánh, không cộng ` +
    'vào kết quả.'
  );
}

function verdict({ difference }: ControlTotal): [string, StyleName] {
  if (difference === null) return ['Chưa so được', 'waiting'];
  return difference === 0 ? ['Khớp', 'good'] : ['Khác', 'warning'];
}

/** By form, then as they were read: row by row of each sender's table. */
function inOrder(totals: readonly ControlTotal[], templates: readonly Template[]): ControlTotal[] {
  const order = (t: ControlTotal): number => templates.findIndex((x) => x.id === t.template);
  return [...totals].sort((a, b) => order(a) - order(b));
}
