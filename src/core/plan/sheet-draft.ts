import type { Area } from '../model/grid';
import type { CellPlan, PagePlan, StyleName } from '../model/output-plan';
import { lineCount, MAX_HEIGHT, textHeight } from './measure';
import { STYLES } from './styles';

type Extra = Pick<CellPlan, 'formula' | 'note' | 'link'>;

/** Cells, merges and widths of a sheet while it is being laid out; all indexes from 0, widths in characters. */
export interface SheetDraft {
  widths: number[];
  cells: CellPlan[];
  merges: Area[];
  put(row: number, col: number, value: CellPlan['value'], style: StyleName, extra?: Extra): void;
  /** One value over several cells; a single cell is not merged. */
  span(area: Area, value: CellPlan['value'], style: StyleName, extra?: Extra): void;
  /** Heights in points that every row needs so that no text is cut. */
  heights(): Record<number, number>;
}

/** An empty sheet with these column widths. */
export function draftSheet(widths: number[]): SheetDraft {
  const cells: CellPlan[] = [];
  const merges: Area[] = [];
  const put: SheetDraft['put'] = (row, col, value, style, extra = {}) => {
    cells.push({ row, col, value, style, ...extra });
  };
  return {
    widths,
    cells,
    merges,
    put,
    span(area, value, style, extra) {
      put(area.top, area.left, value, style, extra);
      if (area.top === area.bottom && area.left === area.right) return;
      for (let r = area.top; r <= area.bottom; r++) {
        for (let c = area.left; c <= area.right; c++) if (r !== area.top || c !== area.left) put(r, c, null, style);
      }
      merges.push(area);
    },
    heights: () => rowHeights(cells, merges, widths),
  };
}

/**
 * Heights are computed here because neither Excel nor LibreOffice fits the height of merged cells by itself.
 * A text merged over several rows adds what is missing to the last of them.
 */
function rowHeights(
  cells: readonly CellPlan[],
  merges: readonly Area[],
  widths: readonly number[],
): Record<number, number> {
  const heights: Record<number, number> = {};
  const tall: { area: Area; needs: number }[] = [];
  const merged = new Map(merges.map((area) => [`${area.top},${area.left}`, area]));
  const width = (area: Area): number => {
    let sum = 0;
    for (let c = area.left; c <= area.right; c++) sum += widths[c] ?? 0;
    return sum;
  };
  for (const cell of cells) {
    const area = merged.get(`${cell.row},${cell.col}`) ?? {
      top: cell.row,
      left: cell.col,
      bottom: cell.row,
      right: cell.col,
    };
    const needs = textHeight(typeof cell.value === 'string' ? cell.value : '', width(area), STYLES[cell.style]);
    if (area.bottom > area.top) tall.push({ area, needs });
    else heights[cell.row] = Math.max(heights[cell.row] ?? 0, needs);
  }
  for (const { area, needs } of tall) {
    let have = 0;
    for (let r = area.top; r <= area.bottom; r++) have += heights[r] ?? 0;
    if (needs > have) heights[area.bottom] = Math.min((heights[area.bottom] ?? 0) + needs - have, MAX_HEIGHT);
  }
  return heights;
}

/** A4 with the margins of Nghị định 30/2020 (top, bottom 20–25 mm; left 30–35; right 15–20). */
export function officialPage(more: Partial<PagePlan> = {}): PagePlan {
  return {
    orientation: 'landscape',
    fitWidth: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    pageNumbers: true,
    ...more,
  };
}

/**
 * A text that leads somewhere. Only a text of one line is a link: LibreOffice does not break a linked text over lines
 * but cuts it off ("007 Sở Nông nghiệp và Môi trường - phụ lục CCHC năm 2026.xlsx" in a narrow column); a longer one
 * stays plain, in full.
 */
export function putLink(
  draft: SheetDraft,
  row: number,
  col: number,
  text: string | null,
  link: CellPlan['link'],
): void {
  const { font } = STYLES.tableLink;
  const fits =
    link !== undefined && text !== null && text !== '' && lineCount(text, draft.widths[col] ?? 0, font) === 1;
  draft.put(row, col, text, fits ? 'tableLink' : 'tableText', fits ? { link } : {});
}

/**
 * What fits across an evidence page in landscape, in characters of 6 points: 267 mm less 3 % for the rounding of
 * printers.
 */
export const EVIDENCE_CHARS = 122;

/** A4 for sheets that are kept beside the signed ones: narrower at the left, since nothing is bound. */
export function evidencePage(more: Partial<PagePlan> = {}): PagePlan {
  return officialPage({ margins: { top: 20, bottom: 20, left: 15, right: 15 }, ...more });
}
