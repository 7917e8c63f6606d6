import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';
import { builtinFormat } from '../number-format/builtin-formats';
import { GENERAL, numberFormat, type NumberFormat } from '../number-format/number-format';
import { BLACK, nearlySame, readColour, resolveColour, WHITE, type ColourRef, type Rgb } from './colours';

/** What the reader needs of a cell format. */
export interface CellStyle {
  format: NumberFormat;
  font?: string;
  /** Text of the font's own colour cannot be seen on the fill. */
  invisible: boolean;
  struck?: boolean;
  background: Rgb;
}

export interface Styles {
  /** The style of a cell's `s` number; unknown numbers are the default style. */
  at(index: number): CellStyle;
  /** Whether text of this colour cannot be seen on the style's fill. */
  hides(style: CellStyle, colour: ColourRef | undefined): boolean;
  /** Whether the look that a condition gives ("dxfId") cannot be seen; absent where a format has none. */
  lookHides?(look: number): boolean;
}

interface Font {
  name?: string;
  colour?: ColourRef;
  struck?: boolean;
  raised?: boolean;
}
interface Format {
  numberFormat: number;
  font: number;
  fill: number;
}
/** A look that a condition gives. */
interface Look {
  colour?: ColourRef;
  fill?: ColourRef;
  code?: string;
}
interface RawStyles {
  looks: Look[];
  codes: Map<number, string>;
  fonts: Font[];
  fills: (ColourRef | null)[];
  formats: Format[];
}

const PLAIN: CellStyle = { format: GENERAL, invisible: false, background: WHITE };

/** Styles of a workbook; `theme` is asked for only when a colour needs it. */
export function readStyles(source: string | null, theme: () => readonly Rgb[], limits: ReadLimits): Styles {
  const raw = source === null ? null : readRaw(source, limits);
  const made: CellStyle[] = [];
  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    let format = formats.get(id);
    if (!format) formats.set(id, (format = numberFormat(raw!.codes.get(id) ?? builtinFormat(id))));
    return format;
  };
  const colourOf = (ref: ColourRef | undefined): Rgb | null =>
    resolveColour(ref, ref?.theme === undefined ? [] : theme());
  const make = (index: number): CellStyle => {
    const format = raw?.formats[index] ?? raw?.formats[0];
    if (!raw || !format) return PLAIN;
    const font = raw.fonts[format.font] ?? {};
    const fill = raw.fills[format.fill];
    const plainText = !font.colour || font.colour.theme === 1;
    const background = fill ? (colourOf(fill) ?? WHITE) : WHITE;
    const invisible = plainText && !fill ? false : nearlySame(colourOf(font.colour) ?? BLACK, background);
    return {
      format: formatOf(format.numberFormat),
      font: font.name,
      invisible,
      background,
      ...(font.struck ? { struck: true } : {}),
    };
  };
  return {
    at: (index) => made[index] ?? (made[index] = make(index)),
    hides: (style, colour) => nearlySame(colourOf(colour) ?? BLACK, style.background),
    lookHides(index) {
      const look = raw?.looks[index];
      if (!look) return false;
      if (look.code !== undefined && /^;;;?$/.test(look.code.replace(/[\s"]/g, ''))) return true;
      return look.colour !== undefined && nearlySame(colourOf(look.colour) ?? BLACK, colourOf(look.fill) ?? WHITE);
    },
  };
}

function readRaw(source: string, limits: ReadLimits): RawStyles {
  const raw: RawStyles = { looks: [], codes: new Map(), fonts: [], fills: [], formats: [] };
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('numFmts')) readAll(cursor, limits, () => readCode(cursor, raw.codes));
    else if (cursor.is('fonts')) readAll(cursor, limits, () => raw.fonts.push(readFont(cursor)));
    else if (cursor.is('fills')) readAll(cursor, limits, () => raw.fills.push(readFill(cursor)));
    else if (cursor.is('dxfs')) readAll(cursor, limits, () => raw.looks.push(readLook(cursor)));
    else if (cursor.is('cellXfs')) readAll(cursor, limits, () => raw.formats.push(readFormat(cursor)));
  }
  return raw;
}

function readLook(cursor: XmlCursor): Look {
  const look: Look = {};
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('font')) look.colour = readFont(cursor).colour;
    else if (cursor.is('numFmt')) look.code = cursor.attribute('formatCode') ?? undefined;
    else if (cursor.is('fill')) look.fill = readLookFill(cursor);
  }
  return look;
}

/**
 * A solid fill of a condition has its colour where other fills have that of the ground (ECMA-376 part 1, 18.3.1.10).
 */
function readLookFill(cursor: XmlCursor): ColourRef | undefined {
  let colour: ColourRef | undefined;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    const inside = cursor.depth;
    while (cursor.nextChild(inside)) if (cursor.is('bgColor')) colour = readColour(cursor);
  }
  return colour;
}

function readAll(cursor: XmlCursor, limits: ReadLimits, read: () => void): void {
  const depth = cursor.depth;
  for (let count = 1; cursor.nextChild(depth); count++) {
    if (count > limits.styles) throw tooLarge('quá nhiều kiểu định dạng ô');
    read();
  }
}

function readCode(cursor: XmlCursor, codes: Map<number, string>): void {
  const id = cursor.attribute('numFmtId');
  const code = cursor.attribute('formatCode');
  if (id !== null && code !== null) codes.set(Number(id), ownString(code));
}

/** Reads `<font>` or `<rPr>`: they name the font `name` and `rFont`. */
export function readFont(cursor: XmlCursor): Font {
  const font: Font = {};
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('name') || cursor.is('rFont')) font.name = ownString(cursor.attribute('val') ?? '') || undefined;
    else if (cursor.is('color')) font.colour = readColour(cursor);
    else if (cursor.is('strike')) font.struck = !/^(?:0|false)$/.test(cursor.attribute('val') ?? '');
    else if (cursor.is('vertAlign')) font.raised = cursor.attribute('val') === 'superscript';
  }
  return font;
}

/** The colour of a solid fill, or null where the sheet's white shows through. */
function readFill(cursor: XmlCursor): ColourRef | null {
  let colour: ColourRef | null = null;
  let solid = false;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('patternFill')) continue;
    solid = cursor.attribute('patternType') === 'solid';
    const inside = cursor.depth;
    while (cursor.nextChild(inside)) if (cursor.is('fgColor')) colour = readColour(cursor) ?? null;
  }
  return solid ? colour : null;
}

function readFormat(cursor: XmlCursor): Format {
  return {
    numberFormat: Number(cursor.attribute('numFmtId') ?? 0),
    font: Number(cursor.attribute('fontId') ?? 0),
    fill: Number(cursor.attribute('fillId') ?? 0),
  };
}
