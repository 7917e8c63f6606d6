import { dateText } from './date-text';
import { decimalText, generalText } from './decimal-text';
import { formatSections, type FormatToken } from './format-tokens';
import { type SerialParts } from './serial-date';

/** One of the up to four parts of a code: positive, negative, zero, text. */
interface Section {
  tokens: FormatToken[];
  /** How often "%" stands in it. */
  percents: number;
  /** Fractions, exponents and digits torn apart by words are not formatted here. */
  odd: boolean;
}

/** A number format, understood once per style. */
export interface NumberFormat {
  /** As the workbook holds it; "General" where there is none. */
  code: string;
  /** Numbers under it are dates. A time of day alone ("h:mm") is none. */
  isDate: boolean;
  /** Days, months or hours are shown, so text comes from calendar parts. */
  isTime: boolean;
  sections: Section[];
  /** Something in it is not known here; numbers show as under General. */
  unknown: boolean;
}

export const GENERAL: NumberFormat = {
  code: 'General',
  isDate: false,
  isTime: false,
  unknown: false,
  sections: [section([{ type: 'general' }])],
};

/** Understands a format code: "dd/mm/yyyy", "#,##0", "0.0%". */
export function numberFormat(code: string): NumberFormat {
  if (code === 'General' || code === '') return GENERAL;
  const sections = formatSections(code).map(section);
  const dates = sections[0]!.tokens.filter((t) => t.type === 'date');
  const unknown = sections.some((s) => s.tokens.some((t) => t.type === 'unknown'));
  return { code, isDate: dates.some((t) => /^[dmy]/.test(t.text)), isTime: dates.length > 0, unknown, sections };
}

/**
 * A plain number as Excel with Vietnamese separators shows it: 0.958 under "0.0%" → "95,8%". "" where the format hides
 * it. Formats this program does not know show the plain number.
 */
export function showNumber(value: number, format: NumberFormat): string {
  const { sections } = format;
  if (format.unknown) return generalText(value);
  if (value < 0 && sections.length > 1) return showSection(-value, sections[1]!, false);
  if (value === 0 && sections.length > 2) return showSection(0, sections[2]!, false);
  return showSection(Math.abs(value), sections[0]!, value < 0);
}

/** A date under its format; names of months and days fall back to "30/01/2020", which nobody misreads. */
export function showDate(parts: SerialParts, format: NumberFormat): string {
  return dateText(parts, format.isTime ? format.sections[0]!.tokens : []);
}

function section(tokens: FormatToken[]): Section {
  const digits = tokens.filter((t) => t.type === 'digits').length;
  const slash = tokens.some((t) => t.type === 'literal' && t.text === '/');
  const odd = digits > 1 || (slash && digits > 0) || tokens.some((t) => t.type === 'exponent' || t.type === 'date');
  return { tokens, odd, percents: tokens.filter((t) => t.type === 'percent').length };
}

function showSection(value: number, { tokens, odd, percents }: Section, negative: boolean): string {
  if (odd) return generalText(negative ? -value : value);
  let out = '';
  let number = '';
  for (const token of tokens) {
    if (token.type === 'literal') out += token.text;
    else if (token.type === 'percent') out += '%';
    else if (token.type === 'digits') out += number = decimalText(value, token.pattern, percents);
    else if (token.type === 'general' || token.type === 'text') out += number = generalText(value);
  }
  const sign = negative && /[1-9]/.test(number) ? '-' : '';
  return sign + out.trim();
}
