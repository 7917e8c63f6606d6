import type { Cell, Grid } from '../../../core/model/grid';
import type { Issue } from '../../../core/model/issue';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, refusalToResult } from '../../refusal';
import { XmlCursor } from '../../xml/xml-cursor';
import { openArchive, type InflateRaw } from '../../zip/archive';
import { attachComments } from '../attach-comments';
import { takeResult } from '../take-result';
import type { CellContext } from './cell-content';
import type { FileBudget } from './cell-reader';
import { readTheme, type Rgb } from './colours';
import { readNotes, readThreads, type Comments } from './comments';
import { readObjects } from './drawings';
import { officePackage, type OfficePackage, type Relation } from './package';
import { readSharedStrings } from './shared-strings';
import { readStyles } from './styles';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook';
import { hasFilterColumn, readWorksheet, type Worksheet } from './worksheet';

export interface ReadOptions {
  /** A faster inflater than the built-in one, e.g. zlib in Node. */
  inflate?: InflateRaw;
  limits?: ReadLimits;
}

/** Reads an .xlsx or .xlsm workbook: bytes → grids in tab order, or why not. The bytes stay as they are. */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readPackage(bytes, options));
}

function readPackage(bytes: Uint8Array, options: ReadOptions): ReadFile {
  const limits = options.limits ?? READ_LIMITS;
  const pack = officePackage(openArchive(bytes, { inflate: options.inflate, limits }), limits);
  const workbook = readWorkbook(pack, limits);
  const missing: string[] = [];
  const context = cellContext(pack, workbook, limits, missing);
  const budget: FileBudget = { cells: limits.cells, sharedFormulaText: limits.sharedFormulaText };
  const grids = workbook.sheets.map((entry, index) => {
    const sheet = readWorksheet(pack.require(entry.part), context, budget, limits);
    return makeGrid(pack, workbook, entry, index, sheet, limits, missing);
  });
  if (grids.length === 0) throw damaged('không có trang tính nào');
  if (workbook.uncomputed) takeUncomputed(grids);
  return { ok: true, format: 'xlsx', grids, issues: missingParts(missing) };
}

function cellContext(pack: OfficePackage, workbook: Workbook, limits: ReadLimits, missing: string[]): CellContext {
  const strings = workbook.part('sharedStrings');
  const styles = workbook.part('styles');
  let colours: Rgb[] | null = null;
  const theme = (): readonly Rgb[] => {
    const part = workbook.part('theme');
    return (colours ??= readTheme((part === null ? null : pack.text(part)) ?? ''));
  };
  return {
    date1904: workbook.date1904,
    // Some writers name a list of texts that they leave out where no cell has a text; a cell that asks for one is
    // refused.
    strings: readSharedStrings((strings === null ? null : pack.text(strings)) ?? '<sst/>', limits),
    styles: readStyles(styles === null ? null : optional(pack, styles, 'định dạng ô', missing), theme, limits),
  };
}

/**
 * A part that the figures do without: some programs name it and leave it out, and Excel opens such a file all the
 * same.
 */
function optional(pack: OfficePackage, part: string, what: string, missing: string[]): string | null {
  const text = pack.text(part);
  if (text === null && !missing.includes(what)) missing.push(what);
  return text;
}

function missingParts(missing: readonly string[]): Issue[] {
  if (missing.length === 0) return [];
  const before = `Tệp thiếu phần ${missing.join(', phần ')}`;
  const params = { before, after: 'các ô theo giá trị đã lưu' };
  return [{ rule: 'text-repaired', severity: 'warning', at: {}, params }];
}

function makeGrid(
  pack: OfficePackage,
  workbook: Workbook,
  entry: SheetEntry,
  index: number,
  sheet: Worksheet,
  limits: ReadLimits,
  missing: string[],
): Grid {
  const relations = [...pack.relations(entry.part).values()].filter((r) => !r.external);
  const grid: Grid = {
    sheet: entry.name,
    index,
    visibility: entry.visibility,
    cells: sheet.cells,
    merges: sheet.merges,
    hiddenRows: sheet.hiddenRows,
    hiddenCols: sheet.hiddenCols,
  };
  if (sheet.hiddenRows.length > 0 && (sheet.filterSet || tableIsFiltered(pack, relations, limits)))
    grid.filtered = true;
  if (workbook.externalBooks.length > 0)
    for (const cell of grid.cells) if (cell.formula !== undefined) nameBooks(cell, workbook.externalBooks);
  attachComments(grid, readComments(pack, relations, limits, missing));
  if (workbook.externalLinks) grid.externalLinks = true;
  const objects = readObjects(pack, relations, limits);
  if (objects.length > 0) grid.objects = objects;
  return grid;
}

/** Names other files in a formula: "[1]PL2!C5" stands for the first of the workbook's links. */
function nameBooks(cell: Cell, books: readonly string[]): void {
  const named = (text: string): string =>
    text.replace(/\[(\d{1,3})\]/g, (mark, n: string) => (books[Number(n) - 1] ? `[${books[Number(n) - 1]!}]` : mark));
  // A number in brackets names a book where a sheet's mark follows, outside of texts in quotes.
  cell.formula = cell
    .formula!.split('"')
    .map((piece) => {
      const end = piece.lastIndexOf('!');
      return end < 0 ? piece : named(piece.slice(0, end)) + piece.slice(end);
    })
    .join('"');
}

/**
 * Programs that do not compute write 0 for every formula and leave it to Excel. Where a formula has another result, the
 * writer did compute (as this program's own workbooks, which ask Excel for a fresh computation all the same), and a 0
 * is a 0.
 */
function takeUncomputed(grids: readonly Grid[]): void {
  const formulas = grids.flatMap((g) => g.cells.filter((c) => c.formula !== undefined));
  if (formulas.some((c) => c.value !== 0 && c.value !== '')) return;
  for (const cell of formulas) if (cell.value === 0) takeResult(cell);
}

function readComments(pack: OfficePackage, relations: Relation[], limits: ReadLimits, missing: string[]): Comments {
  const comments: Comments = new Map();
  const each = (type: string, read: (source: string) => void): void => {
    for (const r of relations) {
      const source = r.type === type ? optional(pack, r.target, 'ghi chú', missing) : null;
      if (source !== null) read(source);
    }
  };
  each('comments', (source) => readNotes(source, comments, limits));
  each('threadedComment', (source) => readThreads(source, comments, limits));
  return comments;
}

/** Tables keep their filter in a part of their own. */
function tableIsFiltered(pack: OfficePackage, relations: Relation[], limits: ReadLimits): boolean {
  return relations.some((relation) => {
    if (relation.type !== 'table') return false;
    const source = pack.text(relation.target);
    if (source === null) return false;
    const cursor = new XmlCursor(source, limits.xmlDepth);
    cursor.next();
    const top = cursor.depth;
    let found = false;
    while (cursor.nextChild(top)) if (cursor.is('autoFilter')) found ||= hasFilterColumn(cursor);
    return found;
  });
}
