import type { Grid } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { openCompoundFile } from '../../ole/compound-file';
import { openWorkbookStream } from '../../ole/xls-encryption';
import { damaged, encrypted, refusalToResult } from '../../refusal';
import type { ReaderOptions } from '../read-workbook';
import type { CellContext } from '../xlsx/cell-content';
import { readGlobals, type BiffGlobals } from './globals';
import { SheetReader } from './sheet-reader';

/** Reads an Excel 97–2003 or Excel 5/95 workbook (.xls): bytes → grids in tab order, or why not. */
export function readXls(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readContainer(bytes, options.limits ?? READ_LIMITS));
}

function readContainer(bytes: Uint8Array, limits: ReadLimits): ReadFile {
  const file = openCompoundFile(bytes);
  // A file saved for both generations holds both; the newer one is complete.
  const found = file.stream('Workbook') ?? file.stream('Book');
  if (!found) throw damaged('không thấy bảng tính trong tệp');
  const stream = openWorkbookStream(found);
  if (!stream) throw encrypted();
  const globals = readGlobals(stream, limits);
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

function toGrid(entry: BiffGlobals['sheets'][number], sheet: ReturnType<SheetReader['read']>, index: number, globals: BiffGlobals): Grid {
  const grid: Grid = {
    sheet: entry.name, index, visibility: entry.visibility,
    cells: sheet.cells, merges: sheet.merges, hiddenRows: sheet.hiddenRows, hiddenCols: sheet.hiddenCols,
  };
  if (sheet.filterSet && sheet.hiddenRows.length > 0) grid.filtered = true;
  if (globals.externalLinks) grid.externalLinks = true;
  return grid;
}
