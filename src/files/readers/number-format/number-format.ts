import { dateText } from './date-text';
import { decimalText, generalText } from './decimal-text';
import { formatSections, type FormatToken } from './format-tokens';
import { type SerialParts } from './serial-date';

/** A number format, understood once per style. */
export interface NumberFormat {
  /** As the workbook holds it; "General" where there is none. */
  code: string;
  /** Numbers under it are dates. A time of day alone ("h:mm") is none. */
  isDate: boolean;
  /** Days, months or hours are shown, so text comes from calendar parts. */
  isTime: boolean;
  sections: FormatToken[][];
}

export const GENERAL: NumberFormat = { code: 'General', isDate: false, isTime: false, sections: [[{ type: 'general' }]] };

/** Understands a format code: "dd/mm/yyyy", "#,##0", "0.0%". */
export function numberFormat(code: string): NumberFormat {
  if (code === 'General' || code === '') return GENERAL;
  const sections = formatSections(code);
  const first = sections[0]!.filter((t) => t.type === 'date');
  return { code, isDate: first.some((t) => /^[dmy]/.test(t.text)), isTime: first.length > 0, sections };
}

/**
 * A plain number as Excel with Vietnamese separators shows it: 0.958 under "0.0%" → "95,8%". "" where the format hides it.
 * Formats this program does not know show the plain number.
 */
export function showNumber(value: number, format: NumberFormat): string {
  const { sections } = format;
  if (sections.some((s) => s.some((t) => t.type === 'unknown'))) return generalText(value);
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  if (value < 0 && numeric.length > 1) return showSection(-value, numeric[1]!, false);
  if (value === 0 && numeric.length > 2) return showSection(0, numeric[2]!, false);
  return showSection(Math.abs(value), numeric[0]!, value < 0);
}

/** A date under its format; names of months and days fall back to "30/01/2020", which nobody misreads. */
export function showDate(parts: SerialParts, format: NumberFormat): string {
  const section = format.isTime ? format.sections[0]! : [];
  return dateText(parts, section);
}

function showSection(value: number, section: FormatToken[], negative: boolean): string {
  const digits = section.filter((t) => t.type === 'digits');
  const odd = digits.length > 1 || section.some((t) => t.type === 'exponent' || t.type === 'date' || (t.type === 'literal' && t.text === '/' && digits.length > 0));
  if (odd) return generalText(negative ? -value : value);
  const percents = section.filter((t) => t.type === 'percent').length;
  let out = '';
  let number = '';
  for (const token of section) {
    if (token.type === 'literal') out += token.text;
    else if (token.type === 'percent') out += '%';
    else if (token.type === 'digits') out += number = decimalText(value, token.text, percents);
    else if (token.type === 'general' || token.type === 'text') out += number = generalText(value);
  }
  const sign = negative && /[1-9]/.test(number) ? '-' : '';
  return sign + out.trim();
}
