import type { Grid } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, encrypted, grouped, refusalToResult, tooLarge } from '../../refusal';
import { decodeXml } from '../../xml/decode-xml';
import { XmlCursor } from '../../xml/xml-cursor';
import { openArchive, type Archive } from '../../zip/archive';
import type { ReaderOptions } from '../format-reader';
import { readOdsStyles } from './ods-styles';
import { OdsTable } from './ods-table';
import { type OdsContext } from './ods-context';

/** Sheets that LibreOffice keeps of other files, so that formulas still have values. */
const CACHED_SHEET = /^'[a-z]+:\/\//i;

/** Reads an OpenDocument spreadsheet (.ods): bytes → grids in tab order, or why not. */
export function readOds(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readPackage(bytes, options));
}

/** Reads an OpenDocument spreadsheet in one piece of XML (.fods). */
export function readFods(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => ({
    ok: true,
    format: 'fods',
    grids: readContent(decodeXml(bytes), null, options.limits ?? READ_LIMITS),
    issues: [],
  }));
}

function readPackage(bytes: Uint8Array, options: ReaderOptions): ReadFile {
  const limits = options.limits ?? READ_LIMITS;
  const archive = openArchive(bytes, { inflate: options.inflate, limits });
  const part = (name: string): string | null => textOf(archive, name);
  if (isEncrypted(part('META-INF/manifest.xml'), limits)) throw encrypted();
  const content = part('content.xml');
  if (content === null) throw damaged('thiếu phần content.xml');
  return { ok: true, format: 'ods', grids: readContent(content, part('styles.xml'), limits), issues: [] };
}

function readContent(content: string, common: string | null, limits: ReadLimits): Grid[] {
  const styles = readOdsStyles([common, content], limits);
  const grids = readSheets(content, {
    styles,
    limits,
    cells: { strings: [], styles: styles.forRuns, date1904: false },
    budget: { cells: limits.cells, comments: limits.comments },
  });
  if (grids.length === 0) throw damaged('không có trang tính nào');
  return grids;
}

function textOf(archive: Archive, name: string): string | null {
  const bytes = archive.read(name);
  return bytes === null ? null : decodeXml(bytes);
}

/** The manifest of a file with a password says how each part is encrypted. */
function isEncrypted(manifest: string | null, limits: ReadLimits): boolean {
  if (manifest === null || !manifest.includes('encryption-data')) return false;
  // Programs before LibreOffice put a DOCTYPE there, which the cursor refuses; the manifest declares nothing of its
  // own.
  const cursor = new XmlCursor(manifest.replace(/<!DOCTYPE[^<>[]*>/, ''), limits.xmlDepth);
  while (cursor.next() !== 0) if (cursor.is('encryption-data')) return true;
  return false;
}

function readSheets(content: string, shared: Omit<OdsContext, 'cursor'>): Grid[] {
  const cursor = new XmlCursor(content, shared.limits.xmlDepth);
  const grids: Grid[] = [];
  let external = false;
  const enter = (name: string): number | null => {
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) if (cursor.is(name)) return cursor.depth;
    return null;
  };
  cursor.next();
  if (enter('body') === null) throw damaged('thiếu nội dung bảng tính');
  const sheets = enter('spreadsheet');
  if (sheets === null) throw damaged('thiếu nội dung bảng tính');
  while (cursor.nextChild(sheets)) {
    if (!cursor.is('table')) continue;
    if (CACHED_SHEET.test(cursor.attribute('name') ?? '')) {
      external = true;
      continue;
    }
    if (grids.length >= shared.limits.sheets) throw tooLarge(`hơn ${grouped(shared.limits.sheets)} trang tính`);
    grids.push(new OdsTable({ ...shared, cursor }).read(grids.length));
  }
  // Reading on to the end shows a part that was cut off.
  while (cursor.next() !== 0);
  if (external) for (const grid of grids) grid.externalLinks = true;
  return grids;
}
