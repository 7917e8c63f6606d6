import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import type { Template } from '../templates/schema';
import { isBlankText, isDashText, noneWord } from '../text/none-word';
import { wordsOf } from './cell-text';
import type { RowMatch } from './match-rows';

/** "Total column = sum of these columns", by column key. */
export interface SumIdentity {
  total: string;
  parts: readonly string[];
}

/** The form's own identity between a total column and its parts in one row, or null. */
export function sumIdentity(template: Template): SumIdentity | null {
  const found = template.identities.find(
    (i) => i.rule === 'sum-levels' && i.op === '=' && i.left.column && !i.left.row,
  );
  return found
    ? { total: found.left.column!, parts: found.right.map((t) => t.column!).filter((c) => c !== undefined) }
    : null;
}

/** So many rows with two or more parts must hold before chance is ruled out; forms of three rows can only show two. */
const ENOUGH_ROWS = 2;

/**
 * True where the identity holds in every row that has a total and a part, and enough rows have at least two parts that
 * are not zero.
 */
export function fitsSum(
  view: GridView,
  matches: readonly RowMatch[],
  columns: readonly AppendixColumn[],
  identity: SumIdentity,
): boolean {
  const totalCol = columns.find((c) => c.key === identity.total)?.col;
  const partCols = identity.parts.map((p) => columns.find((c) => c.key === p)?.col).filter((c) => c !== undefined);
  if (totalCol === undefined || partCols.length < 2) return false;
  let shown = 0;
  for (const match of matches) {
    const total = numberIn(view, match, totalCol);
    const parts = partCols.map((col) => numberIn(view, match, col));
    const given = parts.filter((p) => p !== null);
    if (given.length === 0 || Number.isNaN(total) || given.some(Number.isNaN)) continue;
    if (total === null || given.reduce((a, b) => a + b, 0) !== total) return false;
    if (given.filter((p) => p !== 0).length >= 2) shown++;
  }
  return shown >= ENOUGH_ROWS;
}

/**
 * The plain whole number of a row in a column of the sheet; null where blank or a word for none, NaN where it cannot be
 * read as one.
 */
export function numberIn(view: GridView, match: RowMatch, col: number): number | null {
  for (const line of match.lines) {
    const area = view.merge(line.row, col);
    if (area && area.bottom > area.top) return Number.NaN;
    const cell = view.at(line.row, col);
    if (!cell) continue;
    if (cell.kind === 'number') return Number.isInteger(cell.value) ? Number(cell.value) : Number.NaN;
    const text = wordsOf(cell);
    if (isBlankText(text) || isDashText(text) || noneWord(text) !== null) continue;
    const bare = text.replace(/[.\s\u00A0](?=\d{3}(?!\d))/g, '');
    return /^\d+$/.test(bare) ? Number(bare) : Number.NaN;
  }
  return null;
}
