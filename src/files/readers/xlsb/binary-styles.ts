import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { builtinFormat } from '../number-format/builtin-formats';
import { numberFormat, type NumberFormat } from '../number-format/number-format';
import { BLACK, nearlySame, resolveColour, WHITE, type ColourRef, type Rgb } from '../xlsx/colours';
import type { CellStyle, Styles } from '../xlsx/styles';
import { B, forEachRecord, type Fields } from './binary-records';

interface BinaryFont {
  name?: string;
  colour?: ColourRef;
  struck: boolean;
  raised: boolean;
}

export interface BinaryStyles extends Styles {
  font(index: number): BinaryFont | undefined;
}

interface Raw {
  codes: Map<number, string>;
  fonts: BinaryFont[];
  fills: (ColourRef | null)[];
  formats: { format: number; font: number; fill: number }[];
}

/** Of a font (MS-XLSB 2.4.149): fStrikeOut, and sss for superscript. */
const STRUCK = 0x08,
  RAISED = 1;

/** Styles of a binary workbook (styles.bin). */
export function readBinaryStyles(
  part: Uint8Array | null,
  theme: () => readonly Rgb[],
  limits: ReadLimits,
): BinaryStyles {
  const raw: Raw = { codes: new Map(), fonts: [], fills: [], formats: [] };
  if (part) readRaw(part, raw, limits);
  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    let format = formats.get(id);
    if (!format) formats.set(id, (format = numberFormat(raw.codes.get(id) ?? builtinFormat(id))));
    return format;
  };
  const colourOf = (ref: ColourRef | undefined): Rgb | null =>
    resolveColour(ref, ref?.theme === undefined ? [] : theme());
  const made: CellStyle[] = [];
  const make = (index: number): CellStyle => {
    const own = raw.formats[index] ?? raw.formats[0] ?? { format: 0, font: 0, fill: 0 };
    const font = raw.fonts[own.font];
    const background = colourOf(raw.fills[own.fill] ?? undefined) ?? WHITE;
    return {
      format: formatOf(own.format),
      font: font?.name,
      background,
      invisible: nearlySame(colourOf(font?.colour) ?? BLACK, background),
      ...(font?.struck ? { struck: true } : {}),
    };
  };
  return {
    at: (index) => made[index] ?? (made[index] = make(index)),
    hides: (style, colour) => nearlySame(colourOf(colour) ?? BLACK, style.background),
    font: (index) => raw.fonts[index],
  };
}

function readRaw(part: Uint8Array, raw: Raw, limits: ReadLimits): void {
  let inCellFormats = false;
  const longest = 1_000;
  forEachRecord(part, (type, fields) => {
    if (raw.fonts.length + raw.fills.length + raw.formats.length + raw.codes.size > 2 * limits.styles)
      throw tooLarge('quá nhiều kiểu định dạng ô');
    if (type === B.Format) raw.codes.set(fields.word(), fields.text(longest) ?? '');
    else if (type === B.Font) {
      const struck = (fields.skip(2).word() & STRUCK) !== 0;
      const raised = fields.skip(2).word() === RAISED;
      const colour = colourRef(fields.skip(4));
      raw.fonts.push({ name: fields.skip(1).text(longest) || undefined, colour, struck, raised });
    } else if (type === B.Fill) raw.fills.push(fields.long() === 1 ? (colourRef(fields) ?? null) : null);
    else if (type === B.BeginCellXfs) inCellFormats = true;
    else if (type === B.EndCellXfs) inCellFormats = false;
    else if (type === B.Xf && inCellFormats)
      raw.formats.push({ format: fields.skip(2).word(), font: fields.word(), fill: fields.word() });
  });
}

/** A colour of eight bytes (MS-XLSB 2.5.19). */
function colourRef(fields: Fields): ColourRef | undefined {
  const kind = fields.byte() >> 1;
  const index = fields.byte();
  const tint = ((fields.word() << 16) >> 16) / 32_768;
  const rgb = [fields.byte(), fields.byte(), fields.byte()].map((v) => v.toString(16).padStart(2, '0')).join('');
  fields.skip(1);
  return kind === 1
    ? { indexed: index, tint }
    : kind === 2
      ? { rgb, tint }
      : kind === 3
        ? { theme: index, tint }
        : undefined;
}
