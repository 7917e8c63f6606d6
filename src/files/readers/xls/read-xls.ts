import type { Grid } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { openCompoundFile } from '../../ole/compound-file';
import { openWorkbookStream } from '../../ole/xls-encryption';
import { damaged, encrypted, refusalToResult } from '../../refusal';
import { u16 } from '../../zip/little-endian';
import { attachComments } from '../attach-comments';
import type { ReaderOptions } from '../format-reader';
import type { CellContext } from '../xlsx/cell-content';
import { readGlobals, type BiffGlobals } from './globals';
import { readOldSheets } from './read-old-sheets';
import { R, substreamStarts } from './records';
import { SheetReader } from './sheet-reader';

/** First byte of a stream without a container: that of its BOF record. */
const BARE = 0x09;
/** Of a BOF record (MS-XLS 2.4.21): the version of Excel 97 and after, and the kind of a worksheet. */
const BIFF8 = 0x0600,
  WORKSHEET = 0x10;

/**
 * Reads an Excel 97–2003 or Excel 5/95 workbook (.xls) or a sheet of Excel 2 to 4: bytes → grids in tab order, or why
 * not.
 */
export function readXls(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readContainer(bytes, options.limits ?? READ_LIMITS, options.passwords));
}

function readContainer(bytes: Uint8Array, limits: ReadLimits, passwords: readonly string[] = []): ReadFile {
  const stream = openWorkbookStream(workbookStream(bytes), passwords);
  if (!stream) throw encrypted();
  if (u16(stream, 0) !== R.Bof || isBareSheet(stream))
    return { ok: true, format: 'xls', grids: readOldSheets(stream, limits), issues: [] };
  const globals = readGlobals(stream, limits);
  mendPlaces(globals.sheets, stream);
  const context: CellContext = { strings: [], styles: globals.styles, date1904: globals.date1904 };
  const budget = { cells: limits.cells, comments: limits.comments };
  const grids: Grid[] = [];
  for (const entry of globals.sheets) {
    if (entry.at < 0) continue;
    const sheet = new SheetReader(globals, context, budget, limits).read(stream, entry.at);
    if (sheet.isWorksheet) grids.push(toGrid(entry, sheet, grids.length, globals));
  }
  if (grids.length === 0) throw damaged('không có trang tính nào');
  return { ok: true, format: 'xls', grids, issues: [] };
}

/** A sheet of Excel 5 or older that stands alone, without the part that names the sheets of a workbook. */
function isBareSheet(stream: Uint8Array): boolean {
  const [version, kind] = [u16(stream, 4), u16(stream, 6)];
  return version < BIFF8 && kind === WORKSHEET;
}

/**
 * Some programs name wrong places for the sheets. Where the stream holds as many substreams behind the globals as
 * sheets are named, they are in order, as Excel writes them.
 */
function mendPlaces(sheets: BiffGlobals['sheets'], stream: Uint8Array): void {
  if (sheets.every((s) => s.at < 0 || u16(stream, s.at) === R.Bof)) return;
  const starts = substreamStarts(stream).slice(1);
  if (starts.length === sheets.length) sheets.forEach((sheet, i) => (sheet.at = starts[i]!));
}

/** Excel 2 to 4, and a few programs after them, write the stream without a container. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === BARE) return bytes;
  const file = openCompoundFile(bytes);
  // A file saved for both generations holds both; the newer one is complete.
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw damaged('không thấy bảng tính trong tệp');
  return stream;
}

function toGrid(
  entry: BiffGlobals['sheets'][number],
  sheet: ReturnType<SheetReader['read']>,
  index: number,
  globals: BiffGlobals,
): Grid {
  const grid: Grid = {
    sheet: entry.name,
    index,
    visibility: entry.visibility,
    cells: sheet.cells,
    merges: sheet.merges,
    hiddenRows: sheet.hiddenRows,
    hiddenCols: sheet.hiddenCols,
  };
  if (sheet.filterSet && sheet.hiddenRows.length > 0) grid.filtered = true;
  attachComments(grid, sheet.comments);
  if (globals.externalLinks) grid.externalLinks = true;
  return grid;
}
