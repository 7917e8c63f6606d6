import type { GridView } from '../model/grid-view';
import { mentionedYears } from '../text/mentioned-years';
import type { TableDraft } from './table-draft';
import { wordsOf } from './cell-text';
import { dropGroupRows } from './drop-group-rows';
import { findLabelColumn, withColumn } from './find-label-column';
import type { HeaderBlock } from './find-headers';
import { readHeading, titleScore, type Heading } from './find-title';
import { explain, fitOf } from './fit';
import { inferColumn } from './infer-column';
import { isOtherPeriod, mapColumns, yearOfColumn, type ColumnMap } from './map-columns';
import { matchOpenRows } from './match-open-rows';
import { matchRows, type RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';
import { bodyLines, headsOf, numberOf, type RowLine } from './row-lines';
import { settleRivals } from './settle-rivals';

/** Columns without a header that are still taken to stand beside a table. */
const MOST_STRAYS = 3;

/** A table read as one template, and how well it fits. */
export interface ScoredDraft extends TableDraft {
  fit: number;
  /** Most columns of figures are unknown to the form: another form that shares some words with it. */
  foreign: boolean;
}

/** A header block to be read as one template; `limit`: last row of the sheet, `blocks`: the headers below. */
export interface DraftInput {
  view: GridView;
  file: string;
  prepared: PreparedTemplate;
  block: HeaderBlock;
  heading: Heading;
  limit: number;
  blocks: readonly HeaderBlock[];
  /** The year that is asked for; null where nobody said. */
  year?: number | null;
}

/** The one year that the lines above a table name, or null. */
function yearOfHeading(heading: Heading): number | null {
  const years = new Set(
    heading.lines.filter((l) => l.text !== heading.reference).flatMap((l) => mentionedYears(l.text)),
  );
  return years.size === 1 ? [...years][0]! : null;
}

/** Reads the table under a header block as one template; null where it cannot be that form. */
export function draftTable(given: DraftInput): ScoredDraft | null {
  const { view, prepared, heading } = given;
  const mapped = mapColumns(view, given.block, prepared);
  if (mapped.score < 0.25) return null;
  const placed = withLabel(view, given.block, mapped, prepared);
  if (!placed) return null;
  const { columns: named, block, label } = placed;
  const input = { ...given, block };
  const figures = named.columns.filter((c) => ['total', 'level', 'figure'].includes(roleOf(prepared, c.key)));
  if (figures.length === 0) return null;
  const right = block.right + strayColumns(view, block, input.limit);
  const title = titleScore(heading, prepared);
  const { lines, skipped } = tableLines(input, named, label, right);
  const open = prepared.template.rowMode === 'open';
  const rows = open
    ? dropGroupRows(view, figures, matchOpenRows(lines, prepared), prepared.template.totalRow?.key)
    : matchRows(lines, prepared);
  trimTail(rows, prepared.template.rowMode);
  if (rows.matches.length === 0) return null;
  const years = { of: (col: number) => yearOfColumn(view, block, col), asked: given.year ?? yearOfHeading(heading) };
  const settled = settleRivals(view, prepared, named, rows, years);
  const columns = inferColumn(view, block, right, prepared, settled, rows);
  const fit = fitOf(prepared, columns, rows, title.score, heading);
  const because = explain(prepared, columns, rows, title, heading);
  const confidence = Math.min(
    1,
    0.5 * rows.certainty + 0.3 * Math.min(1, columns.score) + 0.2 * (title.score >= 0.6 ? title.score : 0.85),
  );
  return {
    view,
    file: input.file,
    prepared,
    block,
    heading,
    title: title.score >= 0.6 ? title.title : '',
    columns,
    rows,
    confidence: round(confidence),
    because,
    fit,
    foreign: isForeign(view, prepared, columns, rows),
    right,
    skipped,
  };
}

/**
 * More columns hold figures under heads that the form does not know than under heads that it knows. A second set of the
 * form's own columns (last year's), hidden columns and columns without a head do not speak against it.
 */
function isForeign(view: GridView, prepared: PreparedTemplate, columns: ColumnMap, rows: RowMatching): boolean {
  const filled = new Set<number>();
  for (const match of rows.matches)
    for (const line of match.lines)
      for (const cell of line.figures) if (cell.kind === 'number' || /^\d/.test(wordsOf(cell))) filled.add(cell.col);
  const rivals = new Set([...columns.rivals.values()].flat());
  // Columns that lost their own heads bear those of their group, all of them the same.
  const unknown = new Set(
    columns.unknown
      .filter((u) => u.header !== '' && !u.twin && filled.has(u.col) && !rivals.has(u.col))
      .filter((u) => !view.hiddenCol(u.col) && !isOtherPeriod(u.path))
      .map((u) => u.path),
  ).size;
  const known = columns.columns.filter((c) => FIGURE_ROLES.has(roleOf(prepared, c.key))).length;
  return unknown > known;
}

const FIGURE_ROLES: ReadonlySet<string> = new Set(['total', 'level', 'figure', 'percent', 'date']);

const roleOf = (prepared: PreparedTemplate, key: string): string =>
  prepared.template.columns.find((c) => c.key === key)!.role;

/**
 * The map with its label column, looked for in the rows where the header does not name it; the block grows to the left
 * with it.
 */
function withLabel(
  view: GridView,
  block: HeaderBlock,
  columns: ColumnMap,
  prepared: PreparedTemplate,
): { columns: ColumnMap; block: HeaderBlock; label: number } | null {
  const named = columns.columns.find((c) => roleOf(prepared, c.key) === 'label');
  if (named) return { columns, block, label: named.col };
  const found = findLabelColumn(view, block, columns, prepared);
  if (!found) return null;
  let map = withColumn(columns, found);
  let left = Math.min(block.left, found.col);
  const index = prepared.template.columns.find((c) => c.role === 'index');
  const numbered = (col: number): boolean =>
    view.rows.filter((r) => r > block.bottom && numberOf(wordsOf(view.at(r, col))) !== '').length >= 2;
  if (
    index &&
    found.col > 0 &&
    map.missing.includes(index.key) &&
    found.col - 1 < block.left &&
    numbered(found.col - 1)
  ) {
    left = found.col - 1;
    map = withColumn(map, { key: index.key, col: left, header: '', confidence: 1 });
  }
  return { columns: map, block: { ...block, left }, label: found.col };
}

function tableLines(
  input: DraftInput,
  columns: ColumnMap,
  label: number,
  right: number,
): { lines: RowLine[]; skipped: number[] } {
  const { view, prepared, block } = input;
  const role = (key: string): string => roleOf(prepared, key);
  const index = columns.columns.find((c) => role(c.key) === 'index')?.col ?? null;
  const notes = new Set(columns.columns.filter((c) => role(c.key) === 'note').map((c) => c.col));
  const layout = {
    index,
    label,
    columns: columns.columns,
    heads: headsOf(view, block),
    notes,
    left: block.left,
    right,
  };
  return bodyLines(view, layout, block.bottom + 1, nextTable(input) - 1, prepared);
}

/** Figures typed right of the last headed column must not be overlooked: how many columns of them there are. */
function strayColumns(view: GridView, block: HeaderBlock, limit: number): number {
  let n = 0;
  while (
    n < MOST_STRAYS &&
    view.rows.some((r) => r > block.bottom && r <= limit && view.at(r, block.right + n + 1)?.kind === 'number')
  )
    n++;
  return n;
}

/**
 * Where the next table begins: at its "Phụ lục n" line or title when it is another table, not this one's repeated
 * header.
 */
function nextTable(input: DraftInput): number {
  for (const next of input.blocks) {
    const heading = readHeading(input.view, next, input.block.bottom + 1, input.view.grid.sheet);
    const titled =
      heading.appendixNumber !== null || (input.prepared && titleScore(heading, input.prepared).score >= 0.9);
    const sameHead =
      next.left === input.block.left &&
      next.right === input.block.right &&
      !titled &&
      headText(input.view, next) === headText(input.view, input.block);
    if (sameHead) continue;
    return titled ? Math.max(heading.top, input.block.bottom + 1) : next.top;
  }
  return input.limit + 1;
}

function headText(view: GridView, block: HeaderBlock): string {
  return view
    .row(block.top)
    .map((c) => c.text)
    .join('|');
}

/** Rows after the last one that was recognised are notes and signatures unless they carry figures right below it. */
function trimTail(rows: RowMatching, mode: 'fixed' | 'open'): void {
  const last = Math.max(
    -1,
    ...[...rows.matches, ...rows.duplicates.map((d) => d.match)].flatMap((m) => m.lines.map((l) => l.row)),
  );
  let edge = last;
  rows.unknown = rows.unknown.filter((u) => {
    const row = u.lines[0]!.row;
    const figures = u.lines.some((l) => l.figures.some((c) => c.kind === 'number' || /^\s*\d[\d.,]*\s*$/.test(c.text)));
    if (row < last) return u.lines.some((l) => l.figures.length > 0);
    const attached = figures && row - edge <= (mode === 'fixed' ? 1 : 2);
    if (attached) edge = u.lines[u.lines.length - 1]!.row;
    return attached;
  });
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
