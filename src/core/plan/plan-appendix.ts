import { columnName } from '../model/address';
import type { ConsolidatedRow, ConsolidatedTable } from '../model/consolidation';
import type { Period } from '../model/period';
import type { SheetPlan, StyleName } from '../model/output-plan';
import type { Template } from '../templates/schema';
import { columnsShown } from './columns-shown';
import { figureCell, type FigurePlaces } from './appendix-figure';
import { signatureLines, titleLines } from './appendix-head';
import { headerCells, headerDepth } from './header-cells';
import { keepTogether } from './keep-together';
import type { PlanOptions } from './options';
import { pageWidths } from './page-widths';
import { shownTable } from './shown-table';
import { draftSheet, officialPage, type SheetDraft } from './sheet-draft';

/** Two sums are the same figure within this. */
const SAME = 1e-9;
/** Rows left free for the signature. */
const SIGNATURE_ROOM = 4;

/** One appendix in its official layout, with live totals and the place of every figure. */
export function planAppendix(
  form: Template,
  consolidated: ConsolidatedTable,
  period: Period | null,
  name: string,
  options: PlanOptions = {},
): SheetPlan {
  const table = shownTable(consolidated);
  const template = columnsShown(form, table, period);
  const rows = printedRows(template, table);
  const widths = pageWidths(template, rows);
  const last = widths.length - 1;
  const draft = draftSheet(widths);
  let row = 0;
  for (const line of titleLines(template, period, options)) draft.span(line_(row++, last), line.text, line.style);
  const headerTop = row + 1;
  const paths = template.columns.map((c) => c.header);
  for (const { area, text } of headerCells(paths, headerTop)) draft.span(area, text, 'header');
  const bodyTop = headerTop + headerDepth(paths);
  const figures = putBody(draft, template, rows, bodyTop, options.alone ?? false);
  row = bodyTop + rows.length;
  if (template.totalRow) figures.push(...putTotalRow(draft, template, table, rows, bodyTop, row++));
  for (const text of template.footnotes) draft.span(line_(row++, last), text, 'footnote');
  const lastOfTable = bodyTop + rows.length - (template.totalRow ? 0 : 1);
  row = putSignature(draft, row + 1, period, options);
  const heights = draft.heights();
  heights[headerTop - 1] = 8;
  const repeatRows = { from: headerTop, to: bodyTop - 1 };
  const breaks = keepTogether(heights, lastOfTable, row - 1, repeatRows);
  const label = template.columns.findIndex((c) => c.role === 'label');
  const cells = options.alone ? draft.cells.map(({ note: _, ...cell }) => cell) : draft.cells;
  return {
    name,
    role: 'appendix',
    template: template.id,
    widths,
    heights,
    cells,
    merges: draft.merges,
    figures,
    freeze: { rows: bodyTop, cols: label + 1 },
    page: officialPage({
      repeatRows,
      area: { top: 0, left: 0, bottom: row - 1, right: last },
      ...(breaks.length ? { breaks } : {}),
    }),
  };
}

const line_ = (row: number, last: number) => ({ top: row, left: 0, bottom: row, right: last });

/**
 * Rows in the order of the form, those without any figure too; then rows that only the result has. The total row is
 * made anew.
 */
function printedRows(template: Template, table: ConsolidatedTable): ConsolidatedRow[] {
  const given = new Map(table.rows.map((r) => [r.row, r]));
  if (template.totalRow) given.delete(template.totalRow.key);
  const rows = template.rows.map(
    (r) => given.get(r.key) ?? { row: r.key, label: r.label, number: r.number, figures: {} },
  );
  const printed = new Set(template.rows.map((r) => r.key));
  return [...rows, ...[...given.values()].filter((r) => !printed.has(r.row))];
}

function putBody(
  draft: SheetDraft,
  template: Template,
  rows: readonly ConsolidatedRow[],
  top: number,
  alone: boolean,
): NonNullable<SheetPlan['figures']> {
  const figures: NonNullable<SheetPlan['figures']> = [];
  const at = new Map(rows.map((r, i) => [r.row, top + i]));
  const byKey = new Map(rows.map((r) => [r.row, r]));
  const col = new Map(template.columns.map((c, i) => [c.key, i]));
  const places: FigurePlaces = {
    rowAt: (key) => at.get(key),
    colAt: (key) => col.get(key),
    widthAt: (key) => draft.widths[col.get(key) ?? 0] ?? 0,
    figure: (key, column) => byKey.get(key)?.figures[column],
    alone,
  };
  rows.forEach((row, i) => {
    template.columns.forEach((column, c) => {
      if (column.role === 'index') draft.put(top + i, c, indexOf(row, i), 'index');
      else if (column.role === 'label') draft.put(top + i, c, row.label, 'label');
      else {
        const { value, style, ...extra } = figureCell(template, column, row, places);
        draft.put(top + i, c, value, style, extra);
        figures.push({ row: top + i, col: c, rowKey: row.row, column: column.key });
      }
    });
  });
  return figures;
}

/** The printed number as a number, so that Excel does not mark it as text; open lists are counted through. */
function indexOf(row: ConsolidatedRow, i: number): string | number {
  if (row.number === '') return i + 1;
  return /^[1-9]\d{0,5}$/.test(row.number) ? Number(row.number) : row.number;
}

/**
 * Live sums down the columns, plus what senders gave in a total row only. Where the consolidated total is something
 * else, it is written as a number with a note.
 */
function putTotalRow(
  draft: SheetDraft,
  template: Template,
  table: ConsolidatedTable,
  rows: readonly ConsolidatedRow[],
  top: number,
  at: number,
): NonNullable<SheetPlan['figures']> {
  const key = template.totalRow?.key ?? '';
  const given = table.rows.find((r) => r.row === key);
  const label = template.columns.findIndex((c) => c.role === 'label');
  const figures: NonNullable<SheetPlan['figures']> = [];
  draft.span({ top: at, left: 0, bottom: at, right: label }, template.totalRow?.label ?? '', 'totalLabel');
  template.columns.forEach((column, c) => {
    if (c <= label) return;
    const adds = column.consolidate === 'sum' || column.consolidate === 'sum-of-levels';
    const figure = given?.figures[column.key];
    const values = rows.map((r) => r.figures[column.key]?.value).filter((v) => typeof v === 'number');
    const sum = values.reduce((a, b) => a + b, figure?.unsplit ?? 0);
    const value = typeof figure?.value === 'number' ? figure.value : sum;
    if (!adds || (values.length === 0 && !figure?.unsplit)) {
      draft.put(at, c, null, 'total');
      return;
    }
    figures.push({ row: at, col: c, rowKey: key, column: column.key });
    const name = columnName(c);
    const formula = `SUM(${name}${top + 1}:${name}${at})${figure?.unsplit ? `+${figure.unsplit}` : ''}`;
    if (Math.abs(value - sum) > SAME)
      draft.put(at, c, value, 'total', { note: 'Không bằng tổng các dòng ở trên: đã ghi số, không ghi công thức.' });
    else draft.put(at, c, value, 'total', { formula, ...(figure?.remark ? { note: figure.remark } : {}) });
  });
  return figures;
}

/**
 * The block at the right half, and whoever drew up the form at the left; returns the row after the room for the
 * signatures.
 */
function putSignature(draft: SheetDraft, top: number, period: Period | null, options: PlanOptions): number {
  const total = draft.widths.reduce((a, b) => a + b, 0);
  const last = draft.widths.length - 1;
  let left = last;
  let width = draft.widths[left] ?? 0;
  while (left > 0 && width + (draft.widths[left - 1] ?? 0) <= total * 0.56) width += draft.widths[--left] ?? 0;
  const put = (row: number, text: string, style: StyleName): void =>
    draft.span({ top: row, left, bottom: row, right: last }, text, style);
  const lines = signatureLines(period, options);
  lines.forEach((line, i) => put(top + i, line.text, line.style));
  const names = top + lines.length + SIGNATURE_ROOM;
  if (options.signerName) put(names, options.signerName, 'signature');
  if (options.preparer !== undefined && left > 0) {
    // Beside the first line of the signer's office, below place and date.
    draft.span({ top: top + 1, left: 0, bottom: top + 1, right: left - 1 }, 'NGƯỜI LẬP BIỂU', 'signature');
    if (options.preparer)
      draft.span({ top: names, left: 0, bottom: names, right: left - 1 }, options.preparer, 'signature');
  }
  return options.signerName || options.preparer ? names + 1 : names;
}
