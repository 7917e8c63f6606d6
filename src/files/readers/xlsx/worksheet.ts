import { parseAreaName } from '../../../core/model/address';
import type { Area, Cell, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { XmlCursor } from '../../xml/xml-cursor';
import { CellReader, type FileBudget } from './cell-reader';
import { markHidden, readConditional, type ConditionalRule } from './conditional';
import type { CellContext } from './cell-content';
import { joinSpans } from '../../../core/model/join-spans';
import { isTrue } from './workbook';

/** What one worksheet part says. */
export interface Worksheet {
  cells: Cell[];
  merges: Area[];
  hiddenRows: Span[];
  hiddenCols: Span[];
  /** A filter is set, whether or not it hides anything. */
  filterSet: boolean;
}

const COLUMNS = 16_384;
const ROWS = 1_048_576;

/** Reads a worksheet part; cells come out in row-major order. */
export function readWorksheet(source: string, context: CellContext, budget: FileBudget, limits: ReadLimits): Worksheet {
  const sheet: Worksheet = { cells: [], merges: [], hiddenRows: [], hiddenCols: [], filterSet: false };
  const rules: ConditionalRule[] = [];
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  if (!cursor.is('worksheet')) throw damaged('trang tính không đúng cấu trúc');
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('sheetData')) readRows(cursor, sheet, new CellReader(cursor, sheet.cells, context, budget, limits));
    else if (cursor.is('cols')) readColumns(cursor, sheet, limits);
    else if (cursor.is('mergeCells')) readMerges(cursor, sheet, limits);
    else if (cursor.is('conditionalFormatting')) readConditional(cursor, rules);
    else if (cursor.is('sheetPr')) sheet.filterSet ||= isTrue(cursor.attribute('filterMode'));
    else if (cursor.is('autoFilter')) sheet.filterSet ||= hasFilterColumn(cursor);
  }
  sheet.hiddenRows = joinSpans(sheet.hiddenRows);
  sheet.hiddenCols = joinSpans(sheet.hiddenCols);
  sortCells(sheet.cells);
  markHidden(sheet.cells, rules, (look) => context.styles.lookHides?.(look) ?? false);
  return sheet;
}

/** True where the `<autoFilter>` at the cursor filters by at least one column. */
export function hasFilterColumn(cursor: XmlCursor): boolean {
  const depth = cursor.depth;
  let found = false;
  while (cursor.nextChild(depth)) found ||= cursor.is('filterColumn');
  return found;
}

function readRows(cursor: XmlCursor, sheet: Worksheet, cells: CellReader): void {
  const depth = cursor.depth;
  let row = -1;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('row')) continue;
    row++;
    let hidden = false;
    while (cursor.nextAttribute()) {
      const { attributeStart: at, attributeEnd: end, source } = cursor;
      const first = source.charCodeAt(at);
      if (end - at === 1 && first === 114) row = rowIndex(cursor.value());
      else if (first === 104 && source.startsWith('hidden', at) && end - at === 6) hidden ||= isTrue(cursor.value());
      else if (first === 104 && end - at === 2 && source.startsWith('ht', at)) hidden ||= Number(cursor.value()) === 0;
    }
    if (row >= ROWS) throw damaged('số dòng vượt quá khổ trang tính');
    if (hidden) addRow(sheet.hiddenRows, row);
    cells.readRow(row);
  }
}

/** A row's number as an index from 0. */
function rowIndex(text: string): number {
  const row = Number(text);
  if (!Number.isInteger(row) || row < 1 || row > ROWS) throw damaged('số dòng không hợp lệ');
  return row - 1;
}

function addRow(spans: Span[], row: number): void {
  const last = spans[spans.length - 1];
  if (last && last.to === row - 1) last.to = row;
  else spans.push({ from: row, to: row });
}

function readColumns(cursor: XmlCursor, sheet: Worksheet, limits: ReadLimits): void {
  const depth = cursor.depth;
  for (let count = 1; cursor.nextChild(depth); count++) {
    if (count > limits.columnRanges) throw tooLarge(`hơn ${grouped(limits.columnRanges)} nhóm cột`);
    if (!cursor.is('col')) continue;
    const width = cursor.attribute('width');
    if (!isTrue(cursor.attribute('hidden')) && !(width !== null && Number(width) === 0)) continue;
    const from = Number(cursor.attribute('min')) - 1;
    const to = Math.min(Number(cursor.attribute('max')), COLUMNS) - 1;
    if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to) sheet.hiddenCols.push({ from, to });
  }
}

function readMerges(cursor: XmlCursor, sheet: Worksheet, limits: ReadLimits): void {
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('mergeCell')) continue;
    const area = parseAreaName(cursor.attribute('ref') ?? '');
    if (!area || (area.top === area.bottom && area.left === area.right)) continue;
    if (sheet.merges.length >= limits.merges)
      throw tooLarge(`hơn ${grouped(limits.merges)} vùng gộp ô trong một trang tính`);
    sheet.merges.push(area);
  }
}

/**
 * Excel writes cells in order; others may not. A cell written twice has two values, and nobody can say which one
 * counts.
 */
function sortCells(cells: Cell[]): void {
  const order = (a: Cell, b: Cell): number => a.row - b.row || a.col - b.col;
  let sorted = true;
  for (let i = 1; i < cells.length && sorted; i++) sorted = order(cells[i - 1]!, cells[i]!) < 0;
  if (sorted) return;
  cells.sort(order);
  for (let i = 1; i < cells.length; i++) {
    if (order(cells[i - 1]!, cells[i]!) === 0) throw damaged('có ô được ghi hai lần với hai giá trị');
  }
}
