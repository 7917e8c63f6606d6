import type { Cell, Grid } from '../../core/model/grid';
import { wordsWithoutUnseen } from '../../core/text/unseen';

const LETTER = /\p{L}/u;

/**
 * The grid with its wording free of characters that draw nothing (marks of direction, joiners …), so that titles,
 * senders and periods are found in it. Cells without a letter stay as stored: they may be figures, whose reading tells
 * what was taken off. The same grid where there is nothing to take off.
 */
export function clearUnseen(grid: Grid): Grid {
  const cells = grid.cells.map(clearCell);
  const before = grid.before?.map(wordsWithoutUnseen);
  const same =
    cells.every((cell, i) => cell === grid.cells[i]) && (before?.every((line, i) => line === grid.before?.[i]) ?? true);
  return same ? grid : { ...grid, cells, ...(before ? { before } : {}) };
}

function clearCell(cell: Cell): Cell {
  if (cell.kind !== 'text' || typeof cell.value !== 'string') return cell;
  const value = wordsWithoutUnseen(cell.value);
  if (value === cell.value || !LETTER.test(value)) return cell;
  const runs = cell.runs?.map((run) => ({ ...run, text: wordsWithoutUnseen(run.text) }));
  return { ...cell, value, text: wordsWithoutUnseen(cell.text), ...(runs ? { runs } : {}) };
}
