import type { Grid } from '../../../core/model/grid';
import type { Issue } from '../../../core/model/issue';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { grouped, refusalToResult, tooLarge, unsupported } from '../../refusal';
import { decodeText } from '../../text/decode-text';
import { encodingIssue } from '../../text/encoding-issue';
import { readStyleSheet, type CssLook } from '../html/css';
import { decodeHtml } from '../html/html-entities';
import { declaredEncoding, readPage } from '../html/read-html';
import type { ReaderOptions } from '../format-reader';
import { mimeParts } from './mime-parts';

/**
 * Reads a packed page (.mht), Excel's "Single File Web Page": bytes → one grid per table, under the names of its
 * sheets, or why not.
 */
export function readMhtml(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => read(bytes, options.limits ?? READ_LIMITS));
}

function read(bytes: Uint8Array, limits: ReadLimits): ReadFile {
  const parts = mimeParts(bytes);
  const looks = new Map<string, CssLook>();
  for (const part of parts)
    if (part.type === 'text/css') readStyleSheet(decodeText(part.bytes(), part.charset).text, looks);
  const pages = parts
    .filter((p) => p.type === 'text/html')
    .map((part) => {
      const own = part.bytes();
      return { part, decoded: decodeText(own, declaredEncoding(own) ?? part.charset) };
    });
  const names = sheetNames(pages.map((p) => p.decoded.text));
  const grids: Grid[] = [];
  const issues: Issue[] = [];
  let cells = 0;
  for (const { part, decoded } of pages) {
    const name = names.bySource.get(segment(part.location));
    // Beside its sheets Excel packs frames and a strip of tabs, which is a table too.
    if (names.bySource.size > 0 && name === undefined) continue;
    const { grids: found, issues: unseen } = readPage(decoded.text, limits, looks);
    if (issues.length === 0) issues.push(...encodingIssue(decoded));
    found.forEach((grid, i) => {
      if (grids.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} bảng`);
      cells += grid.cells.length;
      if (cells > limits.cells) throw tooLarge(`hơn ${grouped(limits.cells)} ô`);
      const own = name ?? names.only;
      const sheet = own === undefined ? `Bảng ${grids.length + 1}` : found.length > 1 ? `${own} (${i + 1})` : own;
      issues.push(...unseen.filter((x) => x.at.sheet === grid.sheet).map((x) => ({ ...x, at: { ...x.at, sheet } })));
      grids.push({ ...grid, index: grids.length, visibility: visibilityOf(decoded.text), sheet });
    });
  }
  if (grids.length === 0)
    throw unsupported(
      'Tệp là trang web đóng gói (MHTML) không có bảng nào; đề nghị đơn vị mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    );
  return { ok: true, format: 'mhtml', grids, issues };
}

/** Names of sheets by the file that holds each; where there is one sheet and no such file, its name alone. */
function sheetNames(pages: readonly string[]): { bySource: Map<string, string>; only?: string } {
  const bySource = new Map<string, string>();
  const alone: string[] = [];
  for (const page of pages) {
    for (const sheet of between(page, '<x:ExcelWorksheet>', '</x:ExcelWorksheet>')) {
      const name = decodeHtml(/<x:Name>([^<]{0,1000})<\/x:Name>/.exec(sheet)?.[1] ?? '');
      const source = /<x:WorksheetSource\s{1,99}HRef\s{0,9}=\s{0,9}["']([^"']{0,2000})["']/i.exec(sheet)?.[1];
      if (name !== '' && source !== undefined) bySource.set(segment(source), name);
      else if (name !== '') alone.push(name);
    }
  }
  return alone.length === 1 ? { bySource, only: alone[0] } : { bySource };
}

/** What stands between each pair of marks; a mark that is not closed ends the search. */
function* between(text: string, open: string, close: string): Generator<string> {
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    const to = from < 0 ? -1 : text.indexOf(close, from);
    if (to < 0) return;
    yield text.slice(from, to);
    at = to + close.length;
  }
}

function visibilityOf(page: string): Grid['visibility'] {
  const state = /<x:Visible>\s{0,99}(SheetHidden|SheetVeryHidden)\s{0,99}<\/x:Visible>/.exec(page)?.[1];
  return state === 'SheetHidden' ? 'hidden' : state === 'SheetVeryHidden' ? 'veryHidden' : 'visible';
}

/** "file:///C:/x/PL.files/sheet001.htm" → "sheet001.htm". */
function segment(address: string): string {
  return address.split(/[\\/]/).pop()!.toLowerCase();
}
