import { cellName } from '../model/address';
import type { Area } from '../model/grid';
import type { GridView } from '../model/grid-view';
import type { Issue } from '../model/issue';

/**
 * A table of figures has at least so many columns of numbers, in so many rows; below that it is a list, a date or a
 * document number.
 */
const LEAST_COLUMNS = 2;
const LEAST_ROWS = 2;
/** Blank rows inside one table. */
const GAP = 3;

/** A block of figures that belongs to no recognised table. Rows and columns from 0, inclusive. */
export interface Leftover extends Area {
  numbers: number;
  columns: number;
}

/** True where a block is a table of figures rather than a list, dates or document numbers. */
export const isTable = (box: Leftover): boolean => box.columns >= LEAST_COLUMNS;

/** Blocks of figures on a sheet where nothing was recognised, top to bottom. */
export function leftovers(view: GridView, covered: (row: number, col: number) => boolean): Leftover[] {
  const found: { box: Leftover; cols: Map<number, number>; rows: Set<number> }[] = [];
  for (const row of view.rows) {
    for (const cell of view.row(row)) {
      const figure =
        cell.kind === 'number' || (cell.kind === 'text' && /^\s*\d{1,3}(?:[. ]?\d{3})*\s*$/.test(String(cell.value)));
      if (!figure || covered(row, cell.col)) continue;
      let at = found[found.length - 1];
      if (!at || row - at.box.bottom > GAP) {
        at = {
          box: { top: row, left: cell.col, bottom: row, right: cell.col, numbers: 0, columns: 0 },
          cols: new Map(),
          rows: new Set(),
        };
        found.push(at);
      }
      at.box.bottom = row;
      at.box.left = Math.min(at.box.left, cell.col);
      at.box.right = Math.max(at.box.right, cell.col);
      at.box.numbers++;
      at.rows.add(row);
      at.cols.set(cell.col, (at.cols.get(cell.col) ?? 0) + 1);
    }
  }
  return found
    .map(({ box, cols, rows }) => ({
      ...box,
      columns: [...cols.values()].filter((n) => n >= LEAST_ROWS).length - (looksLikeNumbering(view, box) ? 1 : 0),
      numbers: rows.size >= LEAST_ROWS ? box.numbers : 0,
    }))
    .filter((b) => b.numbers > 0);
}

/** The first column of figures is an STT: 1, 2, 3 … */
function looksLikeNumbering(view: GridView, box: Area): boolean {
  const first: number[] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    const value = Number(view.at(row, box.left)?.value);
    if (Number.isInteger(value)) first.push(value);
  }
  return first.length >= LEAST_ROWS && first.every((n, i) => i === 0 || n === first[i - 1]! + 1 || n === 1);
}

/** What is said of a block that no form took: it is not in any sum. */
export function leftoverIssue(file: string, sheet: string, box: Leftover, alone: boolean): Issue {
  return {
    rule: 'no-appendix',
    severity: 'warning',
    at: { file, sheet, cell: cellName(box.top, box.left) },
    params: { sheet, count: box.numbers, part: !alone },
  };
}
