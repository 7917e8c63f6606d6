/** Most UTF-16 units that a cell can hold (Excel specifications and limits). */
export const CELL_LIMIT = 32_767;

/** Text that is fit to be stored, and whether something of it had to be left out. */
export interface SafeText {
  text: string;
  cut: boolean;
}

/** Begins like a formula, or with a sign that some program takes for the start of one (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n\u0000-\u001f\u007f\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * True where a program that re-reads the text as typed could take it for a formula: "=1+1", "-5", "@x", also full-width
 * signs.
 */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/**
 * Makes text storable without losing anything in silence: control characters become their visible signs (␀ … ␡), what
 * Unicode does not allow becomes �, what is longer than a cell holds is cut with a mark that tells the full length.
 */
export function safeText(raw: string, limit = CELL_LIMIT): SafeText {
  const text = visible(raw);
  if (text.length <= limit) return { text, cut: false };
  const mark = ` … [đã cắt, đủ ${text.length} ký tự ở tệp gốc]`;
  let end = limit - mark.length;
  const code = text.charCodeAt(end - 1);
  if (code >= 0xd800 && code <= 0xdbff) end -= 1;
  return { text: text.slice(0, end) + mark, cut: true };
}

function visible(raw: string): string {
  return raw
    .replace(/\r\n/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (ch) => String.fromCharCode(0x2400 + ch.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/**
 * Spreadsheet XML reads "_x0041_" as "A"; its underscore is written so that the text stays as it is (ECMA-376 part 1,
 * 22.9.2.19).
 */
export function keepUnderscores(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
