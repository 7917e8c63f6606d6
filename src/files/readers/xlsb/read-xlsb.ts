import type { Grid } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, grouped, refusalToResult, tooLarge } from '../../refusal';
import { openArchive, type Archive } from '../../zip/archive';
import type { ReaderOptions } from '../format-reader';
import { readTheme, type Rgb } from '../xlsx/colours';
import { attachComments } from '../attach-comments';
import { cellKey, type Comments } from '../xlsx/comments';
import { readObjects } from '../xlsx/drawings';
import { officePackage, type OfficePackage } from '../xlsx/package';
import { B, forEachRecord } from './binary-records';
import { area, BinarySheetReader, readRichString, type BinaryContext } from './binary-sheet';
import { readBinaryStyles, type BinaryStyles } from './binary-styles';

interface SheetEntry {
  name: string;
  visibility: Grid['visibility'];
  part: string | null;
}
interface Workbook {
  sheets: SheetEntry[];
  date1904: boolean;
  books: boolean[];
  externs: { book: number; first: number; last: number }[];
  part(type: string): string | null;
}

const DEFAULT_PART = 'xl/workbook.bin';
const LONGEST_NAME = 1_000;

/** Reads a binary workbook (.xlsb): bytes → grids in tab order, or why not. */
export function readXlsb(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readPackage(bytes, options));
}

function readPackage(bytes: Uint8Array, options: ReaderOptions): ReadFile {
  const limits = options.limits ?? READ_LIMITS;
  const archive = openArchive(bytes, { inflate: options.inflate, limits });
  const pack = officePackage(archive, limits);
  const workbook = readWorkbook(archive, pack, limits);
  const context = makeContext(archive, pack, workbook, limits);
  const grids: Grid[] = [];
  for (const entry of workbook.sheets)
    if (entry.part !== null) grids.push(readSheet(archive, pack, entry, entry.part, grids.length, context));
  if (grids.length === 0) throw damaged('không có trang tính nào');
  if (workbook.books.includes(false)) for (const grid of grids) grid.externalLinks = true;
  return { ok: true, format: 'xlsb', grids, issues: [] };
}

function readWorkbook(archive: Archive, pack: OfficePackage, limits: ReadLimits): Workbook {
  const main =
    [...pack.relations('').values()].find((r) => r.type === 'officeDocument' && !r.external)?.target ?? DEFAULT_PART;
  const relations = pack.relations(main);
  const workbook: Workbook = {
    sheets: [],
    date1904: false,
    books: [],
    externs: [],
    part: (type) => [...relations.values()].find((r) => r.type === type && !r.external)?.target ?? null,
  };
  forEachRecord(required(archive, main), (type, fields) => {
    if (type === B.WorkbookProperties) workbook.date1904 = (fields.long() & 1) !== 0;
    else if (type === B.SupSelf || type === B.SupSame || type === B.SupAddIn) workbook.books.push(true);
    else if (type === B.SupBookSource) workbook.books.push(false);
    else if (type === B.ExternSheet)
      for (let n = Math.min(fields.long(), Math.floor(fields.left / 12)); n > 0; n--)
        workbook.externs.push({ book: fields.long(), first: fields.long(), last: fields.long() });
    else if (type === B.Sheet) {
      if (workbook.sheets.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} trang tính`);
      const visibility = (['visible', 'hidden', 'veryHidden'] as const)[fields.long()] ?? 'visible';
      const relation = relations.get(fields.skip(4).text(LONGEST_NAME) ?? '');
      const name = fields.text(LONGEST_NAME) ?? '';
      if (!relation) throw damaged(`thiếu trang tính ${name.slice(0, 40)}`);
      workbook.sheets.push({ name, visibility, part: relation.type === 'worksheet' ? relation.target : null });
    }
  });
  return workbook;
}

function makeContext(archive: Archive, pack: OfficePackage, workbook: Workbook, limits: ReadLimits): BinaryContext {
  let colours: Rgb[] | null = null;
  const theme = (): readonly Rgb[] => {
    const part = workbook.part('theme');
    return (colours ??= readTheme((part === null ? null : pack.text(part)) ?? ''));
  };
  const stylesPart = workbook.part('styles');
  const styles = readBinaryStyles(stylesPart === null ? null : required(archive, stylesPart), theme, limits);
  const strings = readStrings(archive, workbook.part('sharedStrings'), styles, limits);
  return {
    styles,
    limits,
    budget: { cells: limits.cells },
    cells: { strings, styles, date1904: workbook.date1904 },
    sheetPrefix: (index) => {
      const extern = workbook.externs[index];
      const names =
        extern && workbook.books[extern.book]
          ? [workbook.sheets[extern.first]?.name, workbook.sheets[extern.last]?.name]
          : [];
      if (names[0] === undefined || names[1] === undefined) return null;
      const joined = names[0] === names[1] ? names[0] : `${names[0]}:${names[1]}`;
      return /^[A-Za-z_][\w.]*$/.test(joined) ? `${joined}!` : `'${joined.replace(/'/g, "''")}'!`;
    },
  };
}

function readStrings(
  archive: Archive,
  part: string | null,
  styles: BinaryStyles,
  limits: ReadLimits,
): BinaryContext['cells']['strings'] {
  const strings: ReturnType<typeof readRichString>[] = [];
  if (part === null) return strings;
  forEachRecord(required(archive, part), (type, fields) => {
    if (type !== B.SstItem) return;
    if (strings.length >= limits.strings) throw tooLarge(`hơn ${grouped(limits.strings)} đoạn chữ`);
    strings.push(readRichString(fields, { styles, limits }));
  });
  return strings;
}

function readSheet(
  archive: Archive,
  pack: OfficePackage,
  entry: SheetEntry,
  part: string,
  index: number,
  context: BinaryContext,
): Grid {
  const { filterSet, ...sheet } = new BinarySheetReader(context).read(required(archive, part));
  const grid: Grid = { sheet: entry.name, index, visibility: entry.visibility, ...sheet };
  if (filterSet && sheet.hiddenRows.length > 0) grid.filtered = true;
  const comments: Comments = new Map();
  for (const r of pack.relations(part).values())
    if (r.type === 'comments' && !r.external) readComments(required(archive, r.target), comments, context);
  attachComments(grid, comments);
  const objects = readObjects(pack, pack.relations(part).values(), context.limits);
  if (objects.length > 0) grid.objects = objects;
  return grid;
}

function readComments(part: Uint8Array, into: Comments, context: BinaryContext): void {
  let key = -1;
  forEachRecord(part, (type, fields) => {
    if (type === B.BeginComment) {
      const place = area(fields.skip(4));
      key = cellKey(place.top, place.left);
    } else if (type === B.CommentText && key >= 0) {
      if (into.size >= context.limits.comments) throw tooLarge(`hơn ${grouped(context.limits.comments)} ghi chú`);
      const rich = readRichString(fields, context);
      into.set(key, (typeof rich === 'string' ? rich : rich.text).replace(/\r\n?/g, '\n'));
    }
  });
}

function required(archive: Archive, part: string): Uint8Array {
  const bytes = archive.read(part);
  if (bytes === null) throw damaged(`thiếu phần ${part.slice(0, 80)}`);
  return bytes;
}
