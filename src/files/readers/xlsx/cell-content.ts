import type { Cell, TextRun } from '../../../core/model/grid';
import { damaged } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { numberContent } from '../number-format/cell-number';
import { textMarks } from '../text-marks';
import { GENERAL, showDate } from '../number-format/number-format';
import { isoText, parseIso } from '../number-format/serial-date';
import { unescapeText, type RichText } from './rich-text';
import type { CellStyle, Styles } from './styles';

/** What all cells of a workbook share. */
export interface CellContext {
  strings: readonly (string | RichText)[];
  styles: Styles;
  date1904: boolean;
}

/** A decimal number as XML Schema writes one; "0x10" and "Infinity" are none. */
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * What stands for a stored number that is none (infinity, "not a number"): that cell is an error, the others of the
 * file are as good as ever.
 */
const NO_NUMBER = '#NUM!';

/** A cell with a number. */
export function numberCell(row: number, col: number, value: number, style: CellStyle, context: CellContext): Cell {
  const { format } = style;
  if (format === GENERAL && Number.isInteger(value)) {
    return styled({ row, col, kind: 'number', value, text: String(value) }, style);
  }
  if (!Number.isFinite(value)) return styled({ row, col, kind: 'error', value: NO_NUMBER, text: NO_NUMBER }, style);
  const { kind, value: shown, text, hidden } = numberContent(value, format, context.date1904);
  const cell = styled({ row, col, kind, value: shown, text }, style);
  if (hidden) cell.invisible = true;
  return cell;
}

/** A cell with text, plain or rich. */
export function textCell(
  row: number,
  col: number,
  content: string | RichText,
  style: CellStyle,
  context: CellContext,
): Cell {
  if (typeof content === 'string') return styled({ row, col, kind: 'text', value: content, text: content }, style);
  const cell = styled({ row, col, kind: 'text', value: content.text, text: content.text }, style);
  setRuns(cell, content, style, context);
  return cell;
}

/** The shared string with this index. */
export function sharedString(index: number, context: CellContext): string | RichText {
  const found = context.strings[index];
  if (found === undefined) throw damaged(`thiếu đoạn chữ số ${index} trong danh sách chữ dùng chung`);
  return found;
}

/**
 * A cell from the letters of its `t` attribute ("" where absent) and the text of `<v>`; null where it is blank.
 * Shared and inline strings do not come here.
 */
export function valueCell(
  row: number,
  col: number,
  type: string,
  raw: string,
  style: CellStyle,
  context: CellContext,
): Cell | null {
  if (type === 'str') return textCell(row, col, ownString(unescapeText(raw)), style, context);
  if (raw === '') return null;
  if (type === 'b') return booleanCell(row, col, /^\s*(1|true)\s*$/.test(raw), style);
  if (type === 'e') return styled({ row, col, kind: 'error', value: ownString(raw), text: ownString(raw) }, style);
  if (type === 'd') return isoCell(row, col, raw, style, context);
  const value = Number(raw);
  if ((type === '' || type === 'n') && NUMBER.test(raw) && Number.isFinite(value))
    return numberCell(row, col, value, style, context);
  return textCell(row, col, ownString(unescapeText(raw)), style, context);
}

function booleanCell(row: number, col: number, value: boolean, style: CellStyle): Cell {
  return styled({ row, col, kind: 'boolean', value, text: value ? 'TRUE' : 'FALSE' }, style);
}

function isoCell(row: number, col: number, raw: string, style: CellStyle, context: CellContext): Cell {
  const parts = parseIso(raw);
  if (!parts) return textCell(row, col, ownString(raw), style, context);
  return styled({ row, col, kind: 'date', value: isoText(parts), text: showDate(parts, style.format) }, style);
}

/** Adds what the style says; always in the same order, so that the engine keeps few object shapes. */
function styled(cell: Cell, style: CellStyle): Cell {
  if (style.font !== undefined) cell.font = style.font;
  if (style.format !== GENERAL) cell.format = style.format.code;
  if (style.invisible) cell.invisible = true;
  if (style.struck) cell.struck = 'all';
  return cell;
}

/** Runs are kept only where they mix fonts; one font throughout is the font of the text, whatever the cell's own is. */
function setRuns(cell: Cell, rich: RichText, style: CellStyle, context: CellContext): void {
  const runs: TextRun[] = [];
  let visible = false;
  for (const run of rich.runs) {
    const font = run.font ?? style.font;
    const last = runs[runs.length - 1];
    if (last && last.font === font) last.text += run.text;
    else runs.push(font === undefined ? { text: run.text } : { text: run.text, font });
    if (/\S/.test(run.text)) visible ||= !(run.colour ? context.styles.hides(style, run.colour) : style.invisible);
  }
  const marks = textMarks(rich.runs.map((r) => ({ ...r, struck: r.struck ?? style.struck ?? false })));
  delete cell.struck;
  Object.assign(cell, marks);
  if (runs.length > 1) cell.runs = runs;
  else if (runs[0]?.font !== undefined) cell.font = runs[0].font;
  if (!visible && /\S/.test(rich.text)) cell.invisible = true;
  else delete cell.invisible;
}
