import type { Area } from '../model/grid';
import type { GridView } from '../model/grid-view';

/** Rows of a form without its head show themselves in at least so many rows of figures. */
const LEAST_ROWS = 2;
/** Blank rows inside one table. */
const GAP = 3;

/** A block of figures that belongs to no recognised table. Rows and columns from 0, inclusive. */
export interface Leftover extends Area {
  numbers: number;
}

/** Blocks of figures on a sheet where nothing was recognised, top to bottom. */
export function leftovers(view: GridView, covered: (row: number, col: number) => boolean): Leftover[] {
  const found: { box: Leftover; rows: Set<number> }[] = [];
  for (const row of view.rows) {
    for (const cell of view.row(row)) {
      const figure =
        cell.kind === 'number' || (cell.kind === 'text' && /^\s*\d{1,3}(?:[. ]?\d{3})*\s*$/.test(String(cell.value)));
      if (!figure || covered(row, cell.col)) continue;
      let at = found[found.length - 1];
      if (!at || row - at.box.bottom > GAP) {
        at = {
          box: { top: row, left: cell.col, bottom: row, right: cell.col, numbers: 0 },
          rows: new Set(),
        };
        found.push(at);
      }
      at.box.bottom = row;
      at.box.left = Math.min(at.box.left, cell.col);
      at.box.right = Math.max(at.box.right, cell.col);
      at.box.numbers++;
      at.rows.add(row);
    }
  }
  return found
    .map(({ box, rows }) => ({
      ...box,
      numbers: rows.size >= LEAST_ROWS ? box.numbers : 0,
    }))
    .filter((b) => b.numbers > 0);
}
