import type { Appendix } from '../model/appendix';
import type { Grid } from '../model/grid';
import { viewGrid, type GridView } from '../model/grid-view';
import type { Issue } from '../model/issue';
import { cellName } from '../model/address';
import type { Template } from '../templates/schema';
import { buildAppendix, type TableDraft } from './build-appendix';
import { dropGroupRows } from './drop-group-rows';
import { findLabelColumn, withColumn } from './find-label-column';
import { findHeaders, headerVocabulary, type HeaderBlock, type HeaderVocabulary } from './find-headers';
import { readHeading, titleScore, type Heading } from './find-title';
import { mapColumns, type ColumnMap } from './map-columns';
import { matchOpenRows } from './match-open-rows';
import { matchRows, type RowMatching } from './match-rows';
import { prepareTemplate, type PreparedTemplate } from './prepared-template';
import { settleRivals } from './settle-rivals';
import { bodyLines, headsOf, type RowLine } from './row-lines';

/** A piece of text that may name the sender or the period. */
export interface SheetClue { kind: 'letterhead' | 'reference' | 'signature' | 'title'; text: string }

export interface RecognisedSheet {
  appendices: Appendix[];
  clues: SheetClue[];
  /** About the sheet as a whole. */
  issues: Issue[];
  /** Tables that look like a form but were not safe enough: each is also an issue. */
  doubtful: number;
}

/** A fit below this is no appendix. */
const FIT_FLOOR = 0.5;
/** Two templates closer than this are not told apart. */
const FIT_MARGIN = 0.06;
/** A table that fits this much and is refused deserves a word. */
const FIT_HINT = 0.32;

const vocabularies = new WeakMap<readonly Template[], { prepared: PreparedTemplate[]; vocabulary: HeaderVocabulary }>();

function preparedOf(templates: readonly Template[]): { prepared: PreparedTemplate[]; vocabulary: HeaderVocabulary } {
  let known = vocabularies.get(templates);
  if (!known) {
    const prepared = templates.map(prepareTemplate);
    known = { prepared, vocabulary: headerVocabulary(prepared) };
    vocabularies.set(templates, known);
  }
  return known;
}

/**
 * Finds the appendices on one sheet by what stands there: title, header tree and row wordings are scored together for
 * every template, and the best one is taken when it is good enough and clearly ahead. Says why.
 */
export function recogniseSheet(grid: Grid, file: string, templates: readonly Template[]): RecognisedSheet {
  const { prepared, vocabulary } = preparedOf(templates);
  const view = viewGrid(grid);
  const result: RecognisedSheet = { appendices: [], clues: [], issues: [], doubtful: 0 };
  const blocks = findHeaders(view, vocabulary);
  const lastRow = view.rows[view.rows.length - 1] ?? 0;
  let floor = 0;
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i]!;
    const heading = readHeading(view, block.top, floor, grid.sheet);
    const drafts = prepared
      .map((p) => draftTable({ view, file, prepared: p, block, heading, limit: lastRow, blocks: blocks.slice(i + 1) }))
      .filter((d): d is ScoredDraft => d !== null)
      .sort((a, b) => b.fit - a.fit);
    const [best, second] = drafts;
    if (!best || best.fit < FIT_FLOOR) {
      if (best && best.fit >= FIT_HINT) noteDoubt(result, file, grid, block, best, second);
      i++;
      continue;
    }
    addClues(result, heading);
    const close = second && second.fit >= FIT_FLOOR && best.fit - second.fit < FIT_MARGIN;
    if (close) noteDoubt(result, file, grid, block, best, second);
    const appendix = buildAppendix(best);
    result.appendices.push(appendix);
    floor = Math.max(appendix.area.bottom, block.bottom) + 1;
    while (i < blocks.length && blocks[i]!.top < floor) i++;
  }
  if (result.appendices.length > 0) addSignature(result, view, floor);
  return result;
}

interface ScoredDraft extends TableDraft { fit: number }

interface DraftInput { view: GridView; file: string; prepared: PreparedTemplate; block: HeaderBlock; heading: Heading; limit: number; blocks: readonly HeaderBlock[] }

function draftTable(input: DraftInput): ScoredDraft | null {
  const { view, prepared, block, heading } = input;
  let named = mapColumns(view, block, prepared);
  if (named.score < 0.25) return null;
  const role = (key: string): string => prepared.template.columns.find((c) => c.key === key)!.role;
  let label = named.columns.find((c) => role(c.key) === 'label');
  if (!label) {
    label = findLabelColumn(view, block, named, prepared) ?? undefined;
    if (label) named = withColumn(named, label);
  }
  const figures = named.columns.filter((c) => ['total', 'level', 'figure'].includes(role(c.key)));
  if (!label || figures.length === 0) return null;
  const title = titleScore(heading, prepared);
  const { lines, skipped } = tableLines(input, named, label.col);
  const open = prepared.template.rowMode === 'open';
  const rows = open ? dropGroupRows(view, figures, matchOpenRows(lines, prepared), prepared.template.totalRow?.key) : matchRows(lines, prepared);
  trimTail(rows, prepared.template.rowMode);
  if (rows.matches.length === 0) return null;
  const columns = settleRivals(view, prepared, named, rows);
  const fit = fitOf(prepared, columns, rows, title.score, heading);
  const because = explain(prepared, columns, rows, title, heading);
  const confidence = Math.min(1, 0.5 * rows.certainty + 0.3 * Math.min(1, columns.score) + 0.2 * (title.score >= 0.6 ? title.score : 0.85));
  return { view, file: input.file, prepared, block, heading, title: title.score >= 0.6 ? title.title : '', columns, rows, confidence: round(confidence), because, fit, right: block.right + strayColumns(view, block, input.limit), skipped };
}

function tableLines(input: DraftInput, columns: ColumnMap, label: number): { lines: RowLine[]; skipped: number[] } {
  const { view, prepared, block, limit } = input;
  const role = (key: string): string => prepared.template.columns.find((c) => c.key === key)!.role;
  const index = columns.columns.find((c) => role(c.key) === 'index')?.col ?? null;
  const notes = new Set(columns.columns.filter((c) => role(c.key) === 'note').map((c) => c.col));
  const layout = { index, label, columns: columns.columns, heads: headsOf(view, block), notes, left: block.left, right: block.right + strayColumns(view, block, limit) };
  return bodyLines(view, layout, block.bottom + 1, nextTable(input) - 1, prepared);
}

/** A figure typed just right of the last headed column must not be overlooked. */
function strayColumns(view: GridView, block: HeaderBlock, limit: number): number {
  const next = block.right + 1;
  return view.rows.some((r) => r > block.bottom && r <= limit && view.at(r, next)?.kind === 'number') ? 1 : 0;
}

/** Where the next table begins: at its "Phụ lục n" line or title when it is another table, not this one's repeated header. */
function nextTable(input: DraftInput): number {
  for (const next of input.blocks) {
    const heading = readHeading(input.view, next.top, input.block.bottom + 1, input.view.grid.sheet);
    const titled = heading.appendixNumber !== null || input.prepared && titleScore(heading, input.prepared).score >= 0.9;
    const sameHead = next.left === input.block.left && next.right === input.block.right && !titled
      && headText(input.view, next) === headText(input.view, input.block);
    if (sameHead) continue;
    return titled ? Math.max(heading.top, input.block.bottom + 1) : next.top;
  }
  return input.limit + 1;
}

function headText(view: GridView, block: HeaderBlock): string {
  return view.row(block.top).map((c) => c.text).join('|');
}

/** Rows after the last one that was recognised are notes and signatures unless they carry figures right below it. */
function trimTail(rows: RowMatching, mode: 'fixed' | 'open'): void {
  const last = Math.max(-1, ...rows.matches.flatMap((m) => m.lines.map((l) => l.row)));
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

function fitOf(prepared: PreparedTemplate, columns: ColumnMap, rows: RowMatching, title: number, heading: Heading): number {
  const named = title >= 0.6 ? title : 0;
  const number = heading.appendixNumber !== null && prepared.template.appendixNumber !== null
    ? (heading.appendixNumber === prepared.template.appendixNumber ? 0.05 : -0.05) : 0;
  if (prepared.template.rowMode === 'open') return 0.85 * columns.score + 0.15 * named + number;
  // Unmatched rows speak against a template as missing ones do.
  const strangers = rows.unknown.length / (rows.matches.length + rows.unknown.length);
  const body = rows.coverage * (1 - strangers / 2);
  const base = named > 0 ? 0.3 * columns.score + 0.5 * body + 0.2 * named : 0.4 * columns.score + 0.6 * body;
  // Few rows under the right title and header are still that form.
  const partial = named >= 0.9 && columns.score >= 0.8 && rows.certainty >= 0.9 ? 0.6 : 0;
  return Math.max(base, partial) + number;
}

function explain(prepared: PreparedTemplate, columns: ColumnMap, rows: RowMatching, title: { score: number; title: string }, heading: Heading): string[] {
  const because: string[] = [];
  if (title.score >= 0.6) because.push(`Tên biểu "${title.title}" giống ${percent(title.score)} tên biểu mẫu`);
  else because.push('Không có tên biểu ở trên bảng');
  if (heading.appendixNumber !== null) because.push(`Ghi là Phụ lục ${heading.appendixNumber}`);
  because.push(`Nhận được ${columns.columns.length}/${prepared.template.columns.length} cột`);
  if (prepared.template.rowMode === 'fixed') because.push(`Nhận được ${rows.matches.length}/${prepared.template.rows.length} dòng, độ chắc chắn trung bình ${percent(rows.certainty)}`);
  else because.push(`Đọc được ${rows.matches.length} dòng`);
  return because;
}

function noteDoubt(result: RecognisedSheet, file: string, grid: Grid, block: HeaderBlock, best: ScoredDraft, second: ScoredDraft | undefined): void {
  const chosen = best.fit >= FIT_FLOOR;
  if (!chosen) result.doubtful++;
  result.issues.push({
    rule: 'template-uncertain', severity: chosen ? 'warning' : 'error',
    at: { file, sheet: grid.sheet, cell: cellName(block.top, block.left), template: best.prepared.template.id },
    params: { score: round(best.fit), second: second?.prepared.template.id ?? null, secondScore: second ? round(second.fit) : null, refused: !chosen },
  });
}

function addClues(result: RecognisedSheet, heading: Heading): void {
  const letterhead = heading.letterhead.map((l) => l.text).join('\n');
  if (letterhead !== '') result.clues.push({ kind: 'letterhead', text: letterhead });
  if (heading.reference !== '') result.clues.push({ kind: 'reference', text: heading.reference });
  for (const line of heading.lines) {
    if (line.text !== heading.reference) result.clues.push({ kind: 'title', text: line.text });
  }
}

/** Lines below the last table: place and date, "GIÁM ĐỐC", names. */
function addSignature(result: RecognisedSheet, view: GridView, from: number): void {
  const lines = view.rows.filter((r) => r >= from).slice(0, 12).flatMap((r) => view.row(r).map((c) => c.text));
  if (lines.length > 0) result.clues.push({ kind: 'signature', text: lines.join('\n') });
}

const percent = (x: number): string => `${Math.round(x * 100)} %`;
const round = (x: number): number => Math.round(x * 1000) / 1000;
