import type { CellPlan } from '../../core/model/output-plan';

/** Most UTF-16 units a cell can hold (Excel specifications and limits). */
const CELL_LIMIT = 32_767;

/**
 * Text that Excel could read as something else when it is written: anything with a digit (numbers, dates, fractions,
 * percents, in every locale), a beginning like a formula or an error code, a leading apostrophe (which would vanish),
 * blanks at the start, and true/false.
 */
const AMBIGUOUS = /\p{N}|^[='+\-@#\uFF1D\uFF0B\uFF0D\uFF20\s]|^(true|false)\s*$/iu;

/**
 * Text fit for a cell: line ends as Excel keeps them, control characters as their visible signs, overlong text cut with
 * a mark that says so.
 */
export function storable(raw: string): string {
  const text = raw
    .replace(/\r\n/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (ch) => String.fromCharCode(0x2400 + ch.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd');
  if (text.length <= CELL_LIMIT) return text;
  const mark = ` … [đã cắt, đủ ${text.length} ký tự ở tệp gốc]`;
  return text.slice(0, CELL_LIMIT - mark.length).replace(/[\ud800-\udbff]$/, '') + mark;
}

/**
 * What to write so that a cell holds exactly this text. An apostrophe keeps it text and is not part of it; a later
 * entry by hand is read as usual.
 */
export function textEntry(text: string): string {
  return AMBIGUOUS.test(text) ? `'${text}` : text;
}

/** What to write into a planned cell; "" leaves it blank. */
export function cellEntry(cell: CellPlan): string | number {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (cell.value === null) return '';
  return typeof cell.value === 'number' ? cell.value : textEntry(storable(cell.value));
}

/** True where Excel gave back what was written. Formulas may come back in other words; numbers in their last digit. */
export function keptAsWritten(cell: CellPlan, back: unknown): boolean {
  if (cell.formula !== undefined) return typeof back === 'string' && back.startsWith('=');
  if (cell.value === null) return back === '';
  if (typeof cell.value === 'string') return back === storable(cell.value);
  // Excel keeps 15 digits.
  return typeof back === 'number' && Math.abs(back - cell.value) <= Math.abs(cell.value) * 1e-14;
}
