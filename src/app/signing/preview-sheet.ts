import type { CellPlan, SheetPlan, StyleName } from '../../core/model/output-plan';
import { shownText } from './shown-text';

export interface PreviewCell {
  text: string;
  style: StyleName;
  colSpan: number;
  rowSpan: number;
}

/** One row of a page; height in points. */
export interface PreviewRow {
  height: number;
  cells: PreviewCell[];
}

export interface PreviewPage {
  /** From 1; printed at its top, but not on the first. */
  number: number;
  rows: PreviewRow[];
}

/** A sheet as it comes out of the printer. */
export interface PreviewSheet {
  name: string;
  page: SheetPlan['page'];
  /** Width of each column in characters. */
  widths: number[];
  pages: PreviewPage[];
}

/** Height of a row that has none, in points. */
const DEFAULT_HEIGHT = 15.75;
/** Height of A4 landscape and upright, in millimetres. */
const PAPER = { landscape: 210, portrait: 297 } as const;
const POINTS_PER_MM = 72 / 25.4;
/** Points that printers round away. */
const ROUNDING = 10;

/**
 * The pages of a sheet: rows as high as planned, the header repeated, a new page where one is full or where the plan
 * asks for it.
 */
export function previewSheet(sheet: SheetPlan): PreviewSheet {
  const { page } = sheet;
  const rows = rowsOf(sheet);
  const repeat = page.repeatRows;
  const again = rows.filter((r) => repeat && r.row >= repeat.from && r.row <= repeat.to);
  const room = (PAPER[page.orientation] - page.margins.top - page.margins.bottom) * POINTS_PER_MM - ROUNDING;
  const repeated = height(again);
  const pages: PreviewPage[] = [];
  let used = 0;
  for (const row of rows) {
    const full = used + row.height > room && used > 0;
    if (pages.length === 0 || full || page.breaks?.includes(row.row)) {
      const head = repeat && row.row > repeat.to ? again : [];
      pages.push({ number: pages.length + 1, rows: head.map(bare) });
      used = head.length > 0 ? repeated : 0;
    }
    pages.at(-1)!.rows.push(bare(row));
    used += row.height;
  }
  return { name: sheet.name, page, widths: sheet.widths, pages };
}

interface Row extends PreviewRow {
  row: number;
}

const bare = ({ height: h, cells }: Row): PreviewRow => ({ height: h, cells });
const height = (rows: readonly Row[]): number => rows.reduce((sum, r) => sum + r.height, 0);

/**
 * Every row of the print area, cells in the order of the columns; places that no cell covers are filled with empty
 * ones.
 */
function rowsOf(sheet: SheetPlan): Row[] {
  const at = new Map(sheet.cells.map((c) => [place(c.row, c.col), c]));
  const merges = new Map(sheet.merges.map((m) => [place(m.top, m.left), m]));
  const covered = new Set<string>();
  const last = sheet.page.area?.bottom ?? Math.max(0, ...sheet.cells.map((c) => c.row));
  const rows: Row[] = [];
  for (let row = sheet.page.area?.top ?? 0; row <= last; row++) {
    const cells: PreviewCell[] = [];
    for (let col = 0; col < sheet.widths.length; col++) {
      if (covered.has(place(row, col))) continue;
      const area = merges.get(place(row, col)) ?? { top: row, left: col, bottom: row, right: col };
      for (let r = area.top; r <= area.bottom; r++)
        for (let c = area.left; c <= area.right; c++) covered.add(place(r, c));
      cells.push({
        ...shown(at.get(place(row, col))),
        colSpan: area.right - area.left + 1,
        rowSpan: area.bottom - area.top + 1,
      });
    }
    rows.push({ row, height: sheet.heights?.[row] ?? DEFAULT_HEIGHT, cells });
  }
  return rows;
}

/** A place without a cell is shown as the room between blocks: no border, no text. */
function shown(cell: CellPlan | undefined): Pick<PreviewCell, 'text' | 'style'> {
  return cell ? { text: shownText(cell), style: cell.style } : { text: '', style: 'sheetLead' };
}

const place = (row: number, col: number): string => `${row},${col}`;
