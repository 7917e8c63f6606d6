import type { Area } from '../../core/model/grid';
import type { CellPlan, SheetPlan, StyleName } from '../../core/model/output-plan';
import { shownText } from '../signing/shown-text';

const HEAD: ReadonlySet<StyleName> = new Set(['header']);
const KINDS: Partial<Record<StyleName, ResultCell['kind']>> = {
  index: 'index',
  label: 'label',
  count: 'number',
  countTotal: 'number',
  percent: 'number',
  empty: 'number',
  text: 'text',
  note: 'note',
  total: 'total',
  totalPercent: 'total',
  totalLabel: 'total',
};

/**
 * The table of an appendix sheet without title, footnotes and signature; figures as they are written in Vietnamese
 * documents.
 */
export function resultTable(sheet: SheetPlan, short: string, title: string): ResultTable {
  const rows = new Map<number, CellPlan[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const merges = new Map(sheet.merges.map((m) => [key(m.top, m.left), m]));
  const covered = coveredCells(sheet.merges);
  const figures = new Map(sheet.figures?.map((f) => [key(f.row, f.col), { row: f.rowKey, column: f.column }]));
  const head: ResultTable['head'] = [];
  const body: ResultTable['body'] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows
      .get(row)!
      .filter((c) => !covered.has(key(c.row, c.col)))
      .sort((a, b) => a.col - b.col);
    if (rows.get(row)!.some((c) => HEAD.has(c.style))) {
      head.push(cells.map((c) => ({ text: shownText(c), ...spans(merges.get(key(c.row, c.col))) })));
    } else if (cells.length > 0 && cells.every((c) => KINDS[c.style])) {
      body.push(cells.map((c) => bodyCell(c, merges.get(key(c.row, c.col)), figures.get(key(c.row, c.col)))));
    }
  }
  return { template: sheet.template ?? '', short, title, widths: sheet.widths, head, body };
}

function bodyCell(cell: CellPlan, merge: Area | undefined, figure: ResultCell['figure']): ResultCell {
  const { colSpan } = spans(merge);
  return {
    text: shownText(cell),
    kind: KINDS[cell.style] ?? 'text',
    ...(figure ? { figure } : {}),
    ...(cell.note ? { note: cell.note } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
  };
}

function spans(merge: Area | undefined): { colSpan: number; rowSpan: number } {
  return merge
    ? { colSpan: merge.right - merge.left + 1, rowSpan: merge.bottom - merge.top + 1 }
    : { colSpan: 1, rowSpan: 1 };
}

function coveredCells(merges: readonly Area[]): Set<string> {
  const covered = new Set<string>();
  for (const m of merges) {
    for (let r = m.top; r <= m.bottom; r++)
      for (let c = m.left; c <= m.right; c++) if (r !== m.top || c !== m.left) covered.add(key(r, c));
  }
  return covered;
}

function key(row: number, col: number): string {
  return `${row},${col}`;
}
export interface ResultCell {
  text: string;
  kind: 'index' | 'label' | 'number' | 'text' | 'note' | 'total';
  /** Where the cell shows a figure that can be traced. */
  figure?: { row: string; column: string };
  /** Remark shown on the cell in the workbook. */
  note?: string;
  colSpan?: number;
}

/** One result sheet as a table on a page: the same cells as in the workbook, between title and signature. */
export interface ResultTable {
  template: string;
  short: string;
  title: string;
  /** Relative widths, one per column. */
  widths: number[];
  head: { text: string; colSpan: number; rowSpan: number }[][];
  body: ResultCell[][];
}
