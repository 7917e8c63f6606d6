import type { Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import { expandAbbreviations } from '../text/abbreviations';
import { levelOfHeader } from './level-of-header';
import { remember } from '../text/remember';
import { prepare } from '../text/prepared-text';
import { similarityPrepared } from '../text/similarity';
import { wordsOf } from './cell-text';
import type { PreparedTemplate, Wording } from './prepared-template';

/**
 * Rows of a sheet that look like the head of a table; `words`: columns in which header wordings stand. Indexes from 0,
 * inclusive.
 */
export interface HeaderBlock {
  top: number;
  bottom: number;
  left: number;
  right: number;
  words: { left: number; right: number };
}

/** Header wordings are short; longer cells are titles, labels or notes. */
const LONGEST_HEADER = 90;
/** A header cell with a slip or two is still one; below this it is another wording. */
const LIKE_HEADER = 0.8;
/** Vietnamese state forms have at most four header rows (Biểu II.06a has three and a number row). */
const DEEPEST_HEADER = 5;

/** All header wordings of the given templates, for a first look at a sheet. */
export interface HeaderVocabulary {
  exact: ReadonlySet<string>;
  wordings: readonly Wording[];
}

/** Every wording of a header cell in the forms, and the same as exact folded texts for a quick first look. */
export function headerVocabulary(templates: readonly PreparedTemplate[]): HeaderVocabulary {
  const byText = new Map<string, Wording>();
  for (const t of templates) {
    for (const w of [...t.columns.flatMap((c) => c.leaf), ...t.parents]) byText.set(w.full, w);
  }
  return { exact: new Set(byText.keys()), wordings: [...byText.values()] };
}

function isHeaderWord(cell: Cell, vocabulary: HeaderVocabulary): boolean {
  if (cell.kind !== 'text') return false;
  const text = wordsOf(cell);
  // "02 (UBND xã)" is a figure with a remark, not the head of a column.
  if (text.length === 0 || text.length > LONGEST_HEADER || /^\d+\s*[(\p{L}]/u.test(text)) return false;
  let known = judges.get(vocabulary);
  if (!known) {
    known = remember((wording: string) => inVocabulary(wording, vocabulary));
    judges.set(vocabulary, known);
  }
  return known(text);
}

const judges = new WeakMap<HeaderVocabulary, (text: string) => boolean>();

function inVocabulary(text: string, vocabulary: HeaderVocabulary): boolean {
  const full = expandAbbreviations(text);
  if (vocabulary.exact.has(full) || levelOfHeader(full) !== null) return true;
  if (full.length < 6) return false;
  const prepared = prepare(full);
  return vocabulary.wordings.some(
    (w) =>
      Math.abs(w.full.length - full.length) <= Math.max(3, full.length / 4) &&
      similarityPrepared(prepared, w.prepared) >= LIKE_HEADER,
  );
}

/** "(1)", "2", "3=4+5": what stands in the row of column numbers under a header. */
const COLUMN_NUMBER = /^\(?\s*(\d{1,2}|[a-zA-Z])\s*(?:\)\s*)?(=[\d+\-()/x*%\s]+)?$/;

/** The number in a cell of the row of column numbers; null for a letter; undefined where the cell is none. */
function columnNumber(cell: Cell): number | null | undefined {
  const m = COLUMN_NUMBER.exec(wordsOf(cell));
  if (!m) return undefined;
  const n = Number(m[1]);
  return Number.isNaN(n) ? null : n;
}

/**
 * True for a row of column numbers "(1) (2) (3)" under a header: at least three, without gaps (columns may have been
 * moved), from at most 3.
 */
export function isNumberRow(cells: readonly Cell[]): boolean {
  if (cells.length < 3) return false;
  const numbers: number[] = [];
  for (const cell of cells) {
    const number = columnNumber(cell);
    if (number === undefined) return false;
    if (number !== null) numbers.push(number);
  }
  numbers.sort((a, b) => a - b);
  return numbers.length >= 3 && numbers[0]! <= 3 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

/**
 * The same inside a table, where the label column is known: a label that is itself a column number gives the row away.
 */
export function isNumberRowAt(cells: readonly Cell[], label: number): boolean {
  return cells.length >= 3 && cells.some((c) => c.col === label) && cells.every((c) => columnNumber(c) !== undefined);
}

/**
 * Finds the heads of tables on a sheet, top to bottom. A head starts at a row with two or more header wordings and
 * takes in the rows below that still hold header wordings, and a row of column numbers.
 */
export function findHeaders(view: GridView, vocabulary: HeaderVocabulary): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  const hits = new Map<number, Cell[]>();
  for (const row of view.rows) {
    const found = view.row(row).filter((c) => isHeaderWord(c, vocabulary));
    if (found.length > 0) hits.set(row, found);
  }
  let done = -1;
  for (const row of view.rows) {
    const found = hits.get(row);
    if (row <= done || !found || found.length < 2) continue;
    let words = spanOfHits(found);
    let bottom = row;
    while (bottom - row + 1 < DEEPEST_HEADER) {
      const below = view.row(bottom + 1);
      const more = hits.get(bottom + 1) ?? [];
      const wider =
        more.length > 0
          ? { left: Math.min(words.left, more[0]!.col), right: Math.max(words.right, more[more.length - 1]!.col) }
          : words;
      const beside = below.filter((c) => c.col >= wider.left && c.col <= wider.right);
      if ((more.length >= 1 && more.length * 2 >= beside.length) || isNumberRow(beside)) {
        bottom++;
        words = wider;
      } else break;
    }
    done = bottom;
    blocks.push(spanOf(view, row, bottom, words));
  }
  return blocks;
}

const spanOfHits = (cells: readonly Cell[]): { left: number; right: number } => ({
  left: cells[0]!.col,
  right: cells[cells.length - 1]!.col,
});

/** The block with its neighbouring header cells that are no known wording; figures and blank columns end it. */
function spanOf(view: GridView, top: number, bottom: number, words: { left: number; right: number }): HeaderBlock {
  let { left, right } = words;
  let lowest = bottom;
  for (let r = top; r <= bottom; r++) {
    for (const cell of view.row(r)) {
      const area = view.merge(r, cell.col);
      if (!area || cell.col < left || cell.col > right) continue;
      right = Math.max(right, area.right);
      if (r === top) lowest = Math.max(lowest, Math.min(area.bottom, top + DEEPEST_HEADER - 1));
    }
  }
  const headed = (col: number): Cell | undefined => {
    for (let r = top; r <= bottom; r++) {
      const cell = view.at(r, col);
      if (
        cell &&
        (cell.kind === 'text'
          ? wordsOf(cell).length <= LONGEST_HEADER && !/^[\d\s.,/%()-]+$/.test(wordsOf(cell))
          : false)
      )
        return cell;
    }
    return undefined;
  };
  while (left > 0 && headed(left - 1)) left--;
  for (let cell = headed(right + 1); cell; cell = headed(right + 1))
    right = view.merge(cell.row, cell.col)?.right ?? right + 1;
  return { top, bottom: lowest, left, right, words };
}
