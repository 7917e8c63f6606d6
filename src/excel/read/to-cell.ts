import type { Cell } from '../../core/model/grid';

/** What Excel says of one cell. */
export interface RawCell {
  value: unknown;
  formula: unknown;
  text: string;
  format: string;
  font?: string;
  invisible?: boolean;
  /** Null where a part of the text is struck through. */
  struck?: boolean | null;
  error: boolean;
}

/** Codes that stand for a date or a time once quoted text, escaped signs and brackets are taken out. */
const DATE_SIGNS = /[dmyhs]/i;
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Excel counts a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;

/** True for formats that show a number as a date or time: "dd/mm/yyyy", "[h]:mm", "[$-42A]d mmmm yyyy". */
export function isDateFormat(code: string): boolean {
  if (/^general$/i.test(code)) return false;
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[[^\][]*\]/g, '')
    .replace(/general|e[+-]/gi, '');
  return elapsed || (DATE_SIGNS.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/i, 's')));
}

/**
 * "2020-01-30", with "T14:30:00" where the time is not midnight; null where the number is no date. Workbooks that count
 * from 1904 are not told apart: Office.js does not say.
 */
export function isoOf(serial: number): string | null {
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    seconds = 0;
    days += 1;
  }
  if (days < 1 || days > LAST_SERIAL || days === FALSE_LEAP_DAY) return null;
  const iso = new Date(EPOCH + (days < FALSE_LEAP_DAY ? days + 1 : days) * DAY_MS + seconds * 1_000).toISOString();
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A cell of the model, or null where there is nothing in it. */
export function toCell(row: number, col: number, raw: RawCell): Cell | null {
  const { value, formula, text, format } = raw;
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  if ((value === '' || value === null || value === undefined) && !isFormula) return null;
  const cell: Cell = { row, col, ...content(raw, text, format) };
  if (isFormula) cell.formula = formula.slice(1);
  if (raw.font) cell.font = raw.font;
  if (format && !/^general$/i.test(format)) cell.format = format;
  if (raw.invisible) cell.invisible = true;
  if (raw.struck || raw.struck === null) cell.struck = raw.struck ? 'all' : 'part';
  return cell;
}

function content({ value, error }: RawCell, text: string, format: string): Pick<Cell, 'kind' | 'value' | 'text'> {
  if (error) return { kind: 'error', value: String(value), text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: value ? 'TRUE' : 'FALSE' };
  if (typeof value !== 'number') return { kind: 'text', value: String(value), text: String(value) };
  const iso = isDateFormat(format) ? isoOf(value) : null;
  // A column too narrow shows "####": the value then is what a person would see after widening it.
  const seen = /^#+$/.test(text) ? (iso ?? String(value)) : text;
  return iso === null ? { kind: 'number', value, text: seen } : { kind: 'date', value: iso, text: seen };
}
