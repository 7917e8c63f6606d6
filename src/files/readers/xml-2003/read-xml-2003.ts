import type { Grid } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, grouped, refusalToResult, tooLarge } from '../../refusal';
import { decodeXml } from '../../xml/decode-xml';
import { XmlCursor } from '../../xml/xml-cursor';
import type { ReaderOptions } from '../format-reader';
import { Sheet2003, type Context2003 } from './sheet-2003';
import { Styles2003 } from './styles-2003';

/** Reads a workbook in the XML of Excel 2003, which report systems write: bytes → grids in tab order, or why not. */
export function readXml2003(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => read(bytes, options.limits ?? READ_LIMITS));
}

function read(bytes: Uint8Array, limits: ReadLimits): ReadFile {
  const cursor = new XmlCursor(decodeXml(bytes).trimStart(), limits.xmlDepth);
  const styles = new Styles2003(limits);
  const context: Context2003 = {
    cursor,
    styles,
    limits,
    cells: { strings: [], styles: styles.forRuns, date1904: false },
    budget: { cells: limits.cells, comments: limits.comments },
  };
  const grids: Grid[] = [];
  let external = false;
  cursor.next();
  if (!cursor.is('Workbook')) throw damaged('không thấy bảng tính trong tệp');
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('Styles')) styles.read(cursor);
    else if (cursor.is('ExcelWorkbook')) external = readSettings(cursor, context);
    else if (cursor.is('Worksheet')) {
      if (grids.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} trang tính`);
      grids.push(new Sheet2003(context).read(grids.length));
    }
  }
  // Reading on to the end shows a part that was cut off.
  while (cursor.next() !== 0);
  if (grids.length === 0) throw damaged('không có trang tính nào');
  if (external) for (const grid of grids) grid.externalLinks = true;
  return { ok: true, format: 'xml-2003', grids, issues: [] };
}

/** Whether the workbook refers to other files; sets its date system. */
function readSettings(cursor: XmlCursor, context: Context2003): boolean {
  let external = false;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('Date1904')) context.cells.date1904 = true;
    else if (cursor.is('SupBook')) external = true;
  }
  return external;
}
