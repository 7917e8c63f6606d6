import { cellName } from '../../../core/model/address';
import type { Area, Cell, GridObject, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { textMarks } from '../text-marks';
import { joinSpans } from '../../../core/model/join-spans';
import type { Block, WordRow, WordTable } from './document';
import { StyledText, type LeftOut } from './styled-text';

/** A Word table laid out on the columns of its grid. */
export interface TableLayout {
  width: number;
  height: number;
  cells: Cell[];
  merges: Area[];
  hiddenRows: Span[];
  /** Rows at the top that Word repeats on each page. */
  headerRows: number;
  /** Texts of each row from left to right, as read. */
  rowTexts: string[][];
  /** Cells with text that was not read. */
  leftOut: { cell: string; full: string; text: string; why: readonly LeftOut[] }[];
  deletedRows: number;
  /** Ids of comments by index in `cells`. */
  comments: Map<number, readonly string[]>;
  /** The same for cells without text. */
  blankComments: { row: number; col: number; ids: readonly string[] }[];
  nested: WordTable[];
  objects: GridObject[];
}

interface Placed {
  row: number;
  col: number;
  bottom: number;
  right: number;
  text: StyledText;
  fill: string;
}

/** Widest sheet whose addresses can be named. */
const COLUMNS = 16_384;

/**
 * Places the cells of a table: gridSpan and hMerge widen a cell, vMerge lengthens it, gridBefore moves a row to the
 * right.
 */
export function layOut(table: WordTable, limits: ReadLimits): TableLayout {
  const rows = table.rows.filter((r) => !r.deleted);
  const layout: TableLayout = {
    width: 0,
    height: rows.length,
    cells: [],
    merges: [],
    hiddenRows: [],
    headerRows: headerRows(rows),
    rowTexts: rows.map(() => []),
    leftOut: [],
    deletedRows: table.rows.length - rows.length,
    comments: new Map(),
    blankComments: [],
    nested: [],
    objects: [],
  };
  const placed: Placed[] = [];
  let open = new Map<number, Placed>();
  rows.forEach((row, r) => {
    if (row.hidden) layout.hiddenRows.push({ from: r, to: r });
    open = placeRow(row, r, open, placed, layout, limits);
  });
  layout.hiddenRows = joinSpans(layout.hiddenRows);
  for (const p of placed) addCell(p, table.styled, layout, limits);
  return layout;
}

/** Places the cells of one row and returns those that a row below may lengthen, by column. */
function placeRow(
  row: WordRow,
  r: number,
  above: Map<number, Placed>,
  placed: Placed[],
  layout: TableLayout,
  limits: ReadLimits,
): Map<number, Placed> {
  const open = new Map<number, Placed>();
  let col = row.before;
  let left: Placed | null = null;
  for (const cell of row.cells) {
    if (col + cell.span > COLUMNS) throw damaged('bảng có quá nhiều cột');
    const text = cellText(cell.blocks, layout, limits);
    for (const block of cell.blocks)
      if (block.kind === 'paragraph')
        for (const kind of block.objects) layout.objects.push({ kind, at: { row: r, col } });
    const over = cell.vertical === 'continue' ? above.get(col) : undefined;
    if (cell.horizontal === 'continue' && left) {
      left.right += cell.span;
      left.text.leave(text.full, 'covered');
    } else if (over) {
      over.bottom = r;
      over.text.leave(text.full, 'covered');
      open.set(col, over);
      left = null;
    } else {
      left = { row: r, col, bottom: r, right: col + cell.span - 1, text, fill: cell.fill };
      placed.push(left);
      if (cell.vertical === 'restart') open.set(col, left);
    }
    col += cell.span;
  }
  layout.width = Math.max(layout.width, Math.min(COLUMNS, col + row.after));
  return open;
}

function headerRows(rows: readonly WordRow[]): number {
  const first = rows.findIndex((r) => !r.header);
  return first < 0 ? 0 : first;
}

/** Text of a cell's paragraphs, one line each; its tables become grids of their own. */
export function cellText(blocks: readonly Block[], layout: { nested: WordTable[] }, limits: ReadLimits): StyledText {
  const text = new StyledText(limits);
  let lineOpen = false;
  let started = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      layout.nested.push(block);
      continue;
    }
    if (started && !lineOpen) text.add('\n', text.runs[text.runs.length - 1]?.font);
    text.append(block.text);
    for (const box of block.boxes) {
      if (box.kind === 'table') layout.nested.push(box);
      else text.leave(` ${box.text.full}`, 'text-box');
    }
    started = true;
    lineOpen = block.endDeleted;
  }
  return text.trimEnd();
}

function addCell(p: Placed, styled: boolean, layout: TableLayout, limits: ReadLimits): void {
  const { text } = p;
  const area = { top: p.row, left: p.col, bottom: p.bottom, right: p.right };
  if (area.bottom > area.top || area.right > area.left) {
    if (layout.merges.length >= limits.merges)
      throw tooLarge(`hơn ${grouped(limits.merges)} vùng gộp ô trong một bảng`);
    layout.merges.push(area);
  }
  // A figure in hidden letters counts like one in a hidden row, and is told like one.
  const unseen = text.text === '' && text.leftOut.size === 1 && text.leftOut.has('hidden') ? text.hidden.trim() : '';
  if (unseen !== '') {
    layout.rowTexts[p.row]!.push(unseen);
    layout.cells.push({ row: p.row, col: p.col, kind: 'text', value: unseen, text: unseen, invisible: true });
    return;
  }
  if (text.leftOut.size > 0)
    layout.leftOut.push({ cell: cellName(p.row, p.col), full: text.full, text: text.text, why: [...text.leftOut] });
  if (text.text === '') {
    if (text.comments.length > 0) layout.blankComments.push({ row: p.row, col: p.col, ids: text.comments });
    return;
  }
  layout.rowTexts[p.row]!.push(text.text);
  const cell: Cell = { row: p.row, col: p.col, kind: 'text', value: text.text, text: text.text };
  if (text.runs.length > 1) cell.runs = text.runs;
  const font = text.runs[0]?.font;
  if (text.runs.length === 1 && font !== undefined) cell.font = font;
  if (cannotBeSeen(text.colours, p.fill, styled)) cell.invisible = true;
  Object.assign(cell, textMarks(text.drawn));
  if (text.comments.length > 0) layout.comments.set(layout.cells.length, text.comments);
  layout.cells.push(cell);
}

/** Two colours closer than this in every channel cannot be told apart. */
const NEAR = 24;

/** A table style may fill a cell in a way that is not looked up here; then nothing is said. */
function cannotBeSeen(colours: ReadonlySet<string>, fill: string, styled: boolean): boolean {
  const ground = fill || (styled ? '' : 'FFFFFF');
  if (ground === '' || colours.size === 0) return false;
  return [...colours].every(
    (c) => /^[0-9A-F]{6}$/.test(c) && channels(c).every((v, i) => Math.abs(v - channels(ground)[i]!) < NEAR),
  );
}

function channels(colour: string): number[] {
  const n = parseInt(colour, 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}
