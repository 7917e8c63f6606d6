import type { Grid } from '../../core/model/grid';
import { cellKey, type Comments } from './xlsx/comments';

const WIDTH = cellKey(1, 0);

/** Hangs comments on the cells of a grid; those on blank cells become notes of the sheet, in order. */
export function attachComments(grid: Grid, comments: Comments): void {
  if (comments.size === 0) return;
  const left = new Map(comments);
  for (const cell of grid.cells) {
    const key = cellKey(cell.row, cell.col);
    const text = left.get(key);
    if (text) cell.comment = text;
    left.delete(key);
  }
  const notes = [...left]
    .filter(([, text]) => /\S/.test(text))
    .sort(([a], [b]) => a - b)
    .map(([key, text]) => ({ row: Math.floor(key / WIDTH), col: key % WIDTH, text }));
  if (notes.length > 0) grid.notes = notes;
}
