import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import { expandAbbreviations } from '../text/abbreviations';
import { foldText } from '../text/fold';
import { remember } from '../text/remember';
import { prepare } from '../text/prepared-text';
import { similarityPrepared } from '../text/similarity';
import { turnedWords } from '../text/turned-words';
import { wordsOf } from './cell-text';
import { isNumberRow, type HeaderBlock } from './find-headers';
import { levelOfHeader } from './level-of-header';
import type { PreparedColumn, PreparedTemplate } from './prepared-template';

/** A column of the sheet under a header block: its wordings from the top row down, joined and lowest. */
interface SheetColumn {
  col: number;
  leaf: string;
  joined: string;
  /** What stands over columns to the left and, unmerged, over this one too. */
  over: string;
}

/** Which columns of a sheet are which columns of a form. Sheet columns count from 0. */
export interface ColumnMap {
  columns: AppendixColumn[];
  /** Template columns that the sheet does not have. */
  missing: string[];
  /** Headed columns of the sheet that the template does not know. */
  unknown: {
    col: number;
    header: string;
    /** With the heads above it. */ path: string;
    /** Its head is the form's; which of several is meant was not decided, or another one was. */ twin?: true;
    /** The heads say this year, and another is asked for. */ otherYear?: number;
  }[];
  /** Other columns of the sheet whose header fits a taken template column as well: by key, sheet columns from 0. */
  rivals: Map<string, number[]>;
  /** 0 to 1: how much of the header the template explains. */
  score: number;
}

/** Below this a header wording is not taken for a template's column. */
const COLUMN_FLOOR = 0.72;
/** Two columns whose headers fit one template column this evenly are not told apart by their names. */
const RIVAL = 0.05;
/** Below what goes unasked. */
const DOUBTED = 0.89;
const roleOf = (prepared: PreparedTemplate, key: string): string =>
  prepared.columns.find((c) => c.column.key === key)!.column.role;
const COUNTED: ReadonlySet<string> = new Set(['total', 'level', 'figure', 'percent']);

/** Columns under a block; every template asks for the same ones. */
const columnsOf = new WeakMap<HeaderBlock, SheetColumn[]>();

function sheetColumns(view: GridView, block: HeaderBlock): SheetColumn[] {
  let columns = columnsOf.get(block);
  if (columns) return columns;
  columns = [];
  const rows: number[] = [];
  for (let row = block.top; row <= block.bottom; row++) if (!isNumberRow(view.row(row))) rows.push(row);
  for (let col = block.left; col <= block.right; col++) {
    const path: string[] = [];
    for (const row of rows) {
      const text = wordsOf(view.shown(row, col)).replace(/\s+/g, ' ');
      if (text && path[path.length - 1] !== text) path.push(text);
    }
    if (path.length > 0)
      columns.push({
        col,
        leaf: path[path.length - 1]!,
        joined: path.join(' '),
        over: spreadOver(view, block, rows, col),
      });
  }
  columnsOf.set(block, columns);
  return columns;
}

/** The nearest heading to the left in the rows where this column has none, if that one heads a column below itself. */
function spreadOver(view: GridView, block: HeaderBlock, rows: readonly number[], col: number): string {
  const top = rows.find((row) => wordsOf(view.shown(row, col)) !== '') ?? block.bottom;
  const over: string[] = [];
  for (const row of rows) {
    if (row >= top) break;
    let left = col - 1;
    while (left >= block.left && wordsOf(view.shown(row, left)) === '') left--;
    if (
      left >= block.left &&
      rows.some((r) => r > row && wordsOf(view.shown(r, left)) !== '' && view.merge(r, left) === undefined)
    )
      over.push(wordsOf(view.shown(row, left)));
  }
  return over.join(' ');
}

/** The one year that a column's heads name, from the top row down: "Năm 2026" over "Tổng số"; null for none or two. */
export function yearOfColumn(view: GridView, block: HeaderBlock, col: number): number | null {
  const column = sheetColumns(view, block).find((c) => c.col === col);
  if (!column) return null;
  const years = new Set(`${column.over} ${column.joined}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : null;
}

/** How a header wording compares with a template column; wordings recur, so results are kept per column. */
function likeness(text: string, column: PreparedColumn): number {
  let known = scorers.get(column);
  if (!known) {
    known = remember((wording: string) => compare(wording, column));
    scorers.set(column, known);
  }
  return known(text);
}

const scorers = new WeakMap<PreparedColumn, (text: string) => number>();

function compare(text: string, column: PreparedColumn): number {
  const full = expandAbbreviations(text);
  if (column.path.full === full || column.leaf.some((w) => w.full === full)) return 1;
  const prepared = prepare(full);
  return Math.max(
    ...[column.path, ...column.leaf].map((w) =>
      turnedWords(full, w.full, false) ? 0 : similarityPrepared(prepared, w.prepared),
    ),
  );
}

/** A column of another period stands beside this one's in many agencies' tables. */
const OTHER_PERIOD =
  /(kỳ|năm|quý|tháng)\s+trước|ky truoc|nam truoc|cùng kỳ|cung ky|lũy kế|luy ke|so sánh|so sanh|tăng[\s,/]*giảm|tang[\s,/]*giam/;
/** True for the head of a column of another period: "Cùng kỳ năm trước". */
export const isOtherPeriod = remember((header: string) => OTHER_PERIOD.test(foldText(header)));
/** "Các sở, ngành" for "Cấp tỉnh": meant beyond doubt, though not printed so. */
const LEVEL_WORDS = 0.93;

/**
 * No header of a form has more than 100 letters; a column whose header is longer than this is none of its columns, and
 * comparing would cost the square of the length.
 */
const LONGEST_HEADER = 4_000;

function scoreOf(sheet: SheetColumn, column: PreparedColumn): number {
  if (sheet.over.length + sheet.joined.length > LONGEST_HEADER) return 0;
  if (column.column.role !== 'note' && isOtherPeriod(sheet.joined) && !isOtherPeriod(column.path.folded)) return 0;
  // "Tỷ lệ %" over "Cấp tỉnh", or "Cấp tỉnh (%)": no count.
  if (
    column.column.role !== 'note' &&
    column.column.role !== 'percent' &&
    turnedWords(`${sheet.over} ${sheet.joined}`, column.path.full, false)
  )
    return 0;
  const leaf = likeness(sheet.leaf, column);
  const best = leaf === 1 || sheet.joined === sheet.leaf ? leaf : Math.max(leaf, likeness(sheet.joined, column));
  return best < LEVEL_WORDS && column.column.level && column.column.level === levelOfHeader(sheet.leaf)
    ? LEVEL_WORDS
    : best;
}

/** What a column weighs in the header's score: figures more than STT and notes. */
function weight(column: PreparedColumn['column']): number {
  if (column.role === 'index' || column.role === 'note') return 0.4;
  return column.optional ? 0.6 : 1;
}

/** Matches a header block against a template: best pairs first, each column once. */
export function mapColumns(view: GridView, block: HeaderBlock, prepared: PreparedTemplate): ColumnMap {
  const sheet = sheetColumns(view, block);
  const pairs: { s: SheetColumn; c: PreparedColumn; score: number; order: number }[] = [];
  sheet.forEach((s, i) =>
    prepared.columns.forEach((c, j) => {
      const score = scoreOf(s, c);
      if (score >= COLUMN_FLOOR) pairs.push({ s, c, score, order: Math.abs(i - j) });
    }),
  );
  const hidden = (col: number): number => Number(view.hiddenCol(col));
  pairs.sort(
    (a, b) => b.score - a.score || hidden(a.s.col) - hidden(b.s.col) || a.order - b.order || a.s.col - b.s.col,
  );
  const takenCols = new Set<number>();
  const columns: AppendixColumn[] = [];
  for (const p of pairs) {
    if (takenCols.has(p.s.col) || columns.some((c) => c.key === p.c.column.key)) continue;
    takenCols.add(p.s.col);
    columns.push({ key: p.c.column.key, col: p.s.col, header: p.s.leaf, confidence: p.score });
  }
  const rivals = new Map<string, number[]>();
  for (const p of pairs) {
    const own = columns.find((c) => c.key === p.c.column.key)!;
    // What is hidden is no rival of what is seen; it stays an unknown column, which is told.
    if (
      takenCols.has(p.s.col) ||
      p.score < own.confidence - RIVAL ||
      !COUNTED.has(p.c.column.role) ||
      hidden(p.s.col) > hidden(own.col)
    )
      continue;
    rivals.set(own.key, [...(rivals.get(own.key) ?? []), p.s.col]);
  }
  columns.sort((a, b) => a.col - b.col);
  let all = 0;
  let found = 0;
  const missing: string[] = [];
  for (const { column } of prepared.columns) {
    const hit = columns.find((c) => c.key === column.key);
    all += hit || !column.optional ? weight(column) : 0;
    if (hit) found += weight(column) * hit.confidence;
    else missing.push(column.key);
  }
  const unknown = sheet
    .filter((s) => !takenCols.has(s.col))
    .map((s) => ({ col: s.col, header: s.leaf, path: s.joined }));
  // A hidden column under the printed name may be an old copy of one that is seen under another name.
  if (unknown.some((u) => u.header !== '' && hidden(u.col) === 0))
    for (const c of columns)
      if (hidden(c.col) === 1 && COUNTED.has(roleOf(prepared, c.key))) c.confidence = Math.min(c.confidence, DOUBTED);
  const strangers = unknown.length * 0.3;
  return { columns, missing, unknown, rivals, score: all === 0 ? 0 : found / (all + strangers) };
}
