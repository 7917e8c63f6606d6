import type { Grid } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, encrypted, grouped, Refusal, tooLarge } from '../../refusal';
import { decodeWestern } from '../../text/decode-western';
import { u16, u32 } from '../../zip/little-endian';
import { builtinFormat } from '../number-format/builtin-formats';
import { numberFormat, type NumberFormat } from '../number-format/number-format';
import { BLACK, nearlySame, resolveColour, WHITE, type ColourRef, type Rgb } from '../xlsx/colours';
import type { CellStyle, Styles } from '../xlsx/styles';
import { readSst, TextCursor, type BiffText } from './biff-text';
import { R, substream, type BiffRecord } from './records';

export interface BiffSheet {
  name: string;
  visibility: Grid['visibility'];
  at: number;
}

/** A font, with its colour where that is a plain one. */
export interface BiffFont {
  name: string;
  colour?: ColourRef;
  struck?: boolean;
  raised?: boolean;
}

/** What the globals of a workbook stream say. */
export interface BiffGlobals {
  /** 5 or 8. */
  biff: number;
  date1904: boolean;
  sheets: BiffSheet[];
  strings: BiffText[];
  styles: Styles;
  font(index: number): BiffFont | undefined;
  /** Letters of one byte each, as code page and font say. */
  decode(bytes: Uint8Array, font?: string): string;
  sheetPrefix(index: number): string | null;
  externalLinks: boolean;
}

/** A workbook that formulas refer to: this one, or another by the name of its file. */
interface Book {
  own: boolean;
  file: string;
  sheets: string[];
}

interface Xf {
  font: number;
  format: number;
  fill: number | null;
}
interface Raw {
  biff: number;
  codePage: number;
  date1904: boolean;
  fonts: { name: string; colour: number; struck: boolean; raised: boolean }[];
  codes: Map<number, string>;
  xfs: Xf[];
  palette: Rgb[];
  sheets: BiffSheet[];
  strings: BiffText[];
  books: Book[];
  externs: { book: number; first: number; last: number }[];
}

const SELF = 0x0401,
  ADD_IN = 0x3a01;
const BIFF8 = 0x0600;
/** Of a font (MS-XLS 2.4.122): fStrikeOut, and sss for superscript. */
const STRUCK = 0x08,
  RAISED = 1;
/** Numbers below are of standard formats. */
const FIRST_OWN_FORMAT = 164;
/** Fonts whose letters are codes of their own; their bytes are kept one by one, whatever the code page. */
const OLD_FONT = /^(?:\.vn|vni)/i;

export function readGlobals(stream: Uint8Array, limits: ReadLimits): BiffGlobals {
  const raw: Raw = {
    biff: 5,
    codePage: 1252,
    date1904: false,
    fonts: [],
    codes: new Map(),
    xfs: [],
    palette: [],
    sheets: [],
    strings: [],
    books: [],
    externs: [],
  };
  for (const record of substream(stream, 0)) readRecord(record, raw, limits);
  const decode = decoder(raw.codePage);
  // Font number 4 is left out by every program (MS-XLS 2.5.129).
  const font = (index: number): BiffFont | undefined => {
    const found = raw.fonts[index > 4 ? index - 1 : index];
    return (
      found && { name: found.name, ...colourRef(found.colour, raw.palette), struck: found.struck, raised: found.raised }
    );
  };
  const name = (index: number): string => raw.sheets[index]?.name ?? '';
  return {
    biff: raw.biff,
    date1904: raw.date1904,
    sheets: raw.sheets,
    strings: raw.strings,
    font,
    decode,
    styles: makeStyles(raw),
    sheetPrefix: (index) => {
      const extern = raw.externs[index];
      const book = extern && raw.books[extern.book];
      if (book && !book.own && book.file !== '')
        return `'[${book.file}]${(book.sheets[extern.first] ?? '').replace(/'/g, "''")}'!`;
      if (!extern || !book?.own || extern.first >= raw.sheets.length || extern.last >= raw.sheets.length) return null;
      const names = extern.first === extern.last ? name(extern.first) : `${name(extern.first)}:${name(extern.last)}`;
      return /^[A-Za-z_][\w.]*$/.test(names) ? `${names}!` : `'${names.replace(/'/g, "''")}'!`;
    },
    externalLinks: raw.books.some((b) => !b.own),
  };
}

function readRecord(record: BiffRecord, raw: Raw, limits: ReadLimits): void {
  const { data } = record;
  if (raw.fonts.length + raw.xfs.length + raw.codes.size > 2 * limits.styles)
    throw tooLarge('quá nhiều kiểu định dạng ô');
  switch (record.type) {
    case R.Bof:
      raw.biff = u16(data, 0) >= BIFF8 ? 8 : 5;
      break;
    case R.FilePass:
      throw encrypted();
    case R.CodePage:
      raw.codePage = u16(data, 0);
      break;
    case R.Date1904:
      raw.date1904 = u16(data, 0) === 1;
      break;
    case R.Font:
      raw.fonts.push({
        name: shortText(data, 14, raw, limits),
        colour: u16(data, 4),
        struck: (u16(data, 2) & STRUCK) !== 0,
        raised: u16(data, 8) === RAISED,
      });
      break;
    case R.Format:
      readFormat(record, raw, limits);
      break;
    case R.Xf:
      raw.xfs.push(readXf(data, raw.biff));
      break;
    case R.Palette:
      raw.palette = readPalette(data);
      break;
    case R.BoundSheet:
      readSheet(data, raw, limits);
      break;
    case R.Sst:
      if (data.length >= 8 && raw.strings.length === 0) raw.strings = readSst([data, ...record.more], limits);
      break;
    case R.SupBook:
      raw.books.push(readBook(record, limits));
      break;
    case R.ExternSheet:
      // Excel 5 names the other file here, with a mark in front.
      if (raw.biff < 8 && data[1] === 1) raw.books.push({ own: false, file: '', sheets: [] });
      if (raw.biff === 8)
        for (let at = 2; at + 6 <= data.length; at += 6)
          raw.externs.push({ book: u16(data, at), first: u16(data, at + 2), last: u16(data, at + 4) });
      break;
    default:
  }
}

/**
 * A number format. One that cannot be read is left to the list of standard ones where its number is of those (MS-XLS
 * 2.4.126).
 */
function readFormat({ data, more }: BiffRecord, raw: Raw, limits: ReadLimits): void {
  const id = u16(data, 0);
  try {
    raw.codes.set(
      id,
      raw.biff < 8 ? shortText(data, 2, raw, limits) : new TextCursor([data, ...more], 2, limits).readSized().text,
    );
  } catch (error) {
    if (!(error instanceof Refusal) || id >= FIRST_OWN_FORMAT) throw error;
  }
}

/** Which workbook the next references are to, with the names of its sheets (MS-XLS 2.4.271). */
function readBook(record: BiffRecord, limits: ReadLimits): Book {
  const mark = u16(record.data, 2);
  if (mark === SELF || mark === ADD_IN) return { own: true, file: '', sheets: [] };
  const book: Book = { own: false, file: '', sheets: [] };
  try {
    const cursor = new TextCursor([record.data, ...record.more], 2, limits);
    // Drives and folders are set apart by marks below the blank (MS-XLS 2.5.277).
    book.file = cursor
      .readSized()
      .text.split(/[\u0000-\u001f\\/]/)
      .pop()!;
    for (let i = 0; i < u16(record.data, 0) && !cursor.done; i++) book.sheets.push(cursor.readSized().text);
  } catch (error) {
    // No figure hangs on how another program writes the name of a file.
    if (!(error instanceof Refusal)) throw error;
  }
  return book;
}

/** Colours that a workbook puts in place of the standard ones. */
export function readPalette(data: Uint8Array): Rgb[] {
  const palette: Rgb[] = [];
  for (let i = 0; i < u16(data, 0) && 6 + 4 * i <= data.length; i++)
    palette.push([data[2 + 4 * i]!, data[3 + 4 * i]!, data[4 + 4 * i]!]);
  return palette;
}

function readXf(data: Uint8Array, biff: number): Xf {
  const solid = biff === 8 ? u32(data, 14) >>> 26 === 1 : (u16(data, 10) & 0x3f) === 1;
  const fill = (biff === 8 ? u16(data, 18) : u16(data, 8)) & 0x7f;
  return { font: u16(data, 0), format: u16(data, 2), fill: solid ? fill : null };
}

function readSheet(data: Uint8Array, raw: Raw, limits: ReadLimits): void {
  const WORKSHEET = 0;
  const type = data[5] ?? WORKSHEET;
  const visibility = (['visible', 'hidden', 'veryHidden'] as const)[(data[4] ?? 0) & 3] ?? 'visible';
  if (raw.sheets.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} trang tính`);
  // Charts and macro sheets keep their place: formulas count them.
  raw.sheets.push({ name: shortText(data, 6, raw, limits), visibility, at: type === WORKSHEET ? u32(data, 0) : -1 });
}

/** A text whose length is one byte. */
function shortText(data: Uint8Array, at: number, raw: Raw, limits: ReadLimits): string {
  const length = data[at];
  if (length === undefined) throw damaged('có đoạn chữ bị cụt');
  if (raw.biff === 8) return new TextCursor([data], at + 1, limits).read(length).text;
  return decoder(raw.codePage)(data.subarray(at + 1, at + 1 + length));
}

/** Code pages of East Asian Windows by the names that decoders know them by (WHATWG Encoding 4.2). */
const EAST_ASIAN: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };

/** Letters of Windows code pages; Macintosh and DOS ones are read as Western Windows. */
export function decoder(codePage: number): (bytes: Uint8Array, font?: string) => string {
  const known = (codePage >= 1250 && codePage <= 1258 && codePage !== 1252) || codePage === 874;
  const name = known ? `windows-${codePage}` : EAST_ASIAN[codePage];
  const own = name ? new TextDecoder(name) : null;
  return (bytes, font) =>
    own === null || (font !== undefined && OLD_FONT.test(font)) ? decodeWestern(bytes) : own.decode(bytes);
}

const BASIC: readonly string[] = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

/**
 * A colour number as a plain colour; automatic ones and those of the standard palette beyond the first eight are left
 * out.
 */
export function colourRef(icv: number, palette: readonly Rgb[]): { colour?: ColourRef } {
  const own = icv >= 8 && icv < 64 ? palette[icv - 8] : undefined;
  const rgb = own ? own.map((v) => v.toString(16).padStart(2, '0')).join('') : icv < 16 ? BASIC[icv % 8] : undefined;
  return rgb === undefined ? {} : { colour: { rgb, tint: 0 } };
}

function makeStyles(raw: Raw): Styles {
  const made: CellStyle[] = [];
  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    let format = formats.get(id);
    if (!format) formats.set(id, (format = numberFormat(raw.codes.get(id) ?? builtinFormat(id))));
    return format;
  };
  const make = (index: number): CellStyle => {
    const xf = raw.xfs[index] ?? raw.xfs[0] ?? { font: 0, format: 0, fill: null };
    const font = raw.fonts[xf.font > 4 ? xf.font - 1 : xf.font];
    const background = xf.fill === null ? WHITE : (resolveColour(colourRef(xf.fill, raw.palette).colour, []) ?? WHITE);
    const colour = font ? (resolveColour(colourRef(font.colour, raw.palette).colour, []) ?? BLACK) : BLACK;
    const invisible =
      nearlySame(colour, background) && (xf.fill === null || colourRef(xf.fill, raw.palette).colour !== undefined);
    return {
      format: formatOf(xf.format),
      font: font?.name || undefined,
      invisible: invisible || (xf.fill !== null && font?.colour === xf.fill),
      background,
      ...(font?.struck ? { struck: true } : {}),
    };
  };
  return {
    at: (index) => made[index] ?? (made[index] = make(index)),
    hides: (style, colour) => nearlySame(resolveColour(colour, []) ?? BLACK, style.background),
  };
}
