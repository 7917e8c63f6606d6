/** Separators as the workbook shows them, and how a typed date reads. */
export interface Locale {
  decimal: string;
  group: string;
  dayFirst: boolean;
}

const DATE_CODE = /[dmyhs]/i;
/** Day 0 of Excel's serial dates (with the leap day of 1900 that never was, so right from 1/3/1900). */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A cell's text as Excel shows it, for the codes a table of figures needs; width ("####") is not simulated. */
export function formatText(value: string | number | boolean, code: string, locale: Locale): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return formatString(value, code);
  const sections = splitSections(code);
  const signed = value < 0 && sections.length > 1;
  const section =
    value < 0 && sections[1] !== undefined
      ? sections[1]
      : value === 0 && sections[2] !== undefined
        ? sections[2]
        : (sections[0] ?? 'General');
  return formatNumber(signed ? -value : value, section, locale);
}

function formatString(value: string, code: string): string {
  const section = splitSections(code)[3] ?? (code === '@' ? '@' : undefined);
  return section === undefined ? value : unquote(section).replace('@', value);
}

function formatNumber(value: number, section: string, locale: Locale): string {
  const bare = section.replace(/"[^"]*"|\\./g, '').replace(/\[[^\]]*\]/g, '');
  if (bare === '@' || /^general$/i.test(bare)) return general(value, locale);
  if (DATE_CODE.test(bare) && !/[0#]/.test(bare)) return formatDate(value, section);
  if (!/[0#?]/.test(bare)) return unquote(section);
  return formatDigits(value, section, bare, locale);
}

function general(value: number, locale: Locale): string {
  const text =
    Math.abs(value) >= 1e11 || (value !== 0 && Math.abs(value) < 1e-9)
      ? value
          .toExponential()
          .replace(/e([+-])(\d)$/, 'E$10$2')
          .replace('e', 'E')
      : String(Number(value.toPrecision(10)));
  return text.replace('.', locale.decimal);
}

function formatDigits(value: number, section: string, bare: string, locale: Locale): string {
  const pattern = /[#0?][#0?,.]*/.exec(bare)?.[0] ?? '0';
  const [whole = '', fraction = ''] = pattern.split('.');
  const percents = (bare.match(/%/g) ?? []).length;
  const scaled = (Math.abs(value) * 100 ** percents) / 1000 ** (/,+$/.exec(whole)?.[0].length ?? 0);
  const fixed = roundHalfUp(scaled, fraction.length);
  let [left = '0', right = ''] = fixed.split('.');
  const optional = /[#?]+$/.exec(fraction)?.[0].length ?? 0;
  if (optional) right = right.replace(new RegExp(`0{1,${optional}}$`), '');
  const minimum = (whole.match(/0/g) ?? []).length;
  left = left.replace(/^0+/, '').padStart(minimum, '0');
  if (/,(?=[#0?])/.test(whole)) left = left.replace(/\B(?=(\d{3})+(?!\d))/g, locale.group);
  const digits = left + (fraction ? locale.decimal + right : '');
  const negative = value < 0 && /[1-9]/.test(digits);
  const at = section.indexOf(pattern);
  const text = at < 0 ? digits : unquote(section.slice(0, at)) + digits + unquote(section.slice(at + pattern.length));
  return (negative ? '-' : '') + text;
}

/** Decimal rounding of the shown number, so that 0.285 at two places is 0.29 as in Excel, not 0.28. */
function roundHalfUp(value: number, places: number): string {
  const shifted = Number(`${Number(value.toPrecision(15))}e${places}`);
  if (!Number.isFinite(shifted) || Math.abs(shifted) > 1e15) return value.toFixed(places);
  return Number(`${Math.round(shifted)}e-${places}`).toFixed(places);
}

function formatDate(serial: number, section: string): string {
  const date = new Date(EPOCH + Math.round(serial * DAY));
  const pad = (n: number, size: number): string => String(n).padStart(size, '0');
  const parts: [RegExp, (m: string, minutes: boolean) => string][] = [
    [/^y+/i, (m) => (m.length > 2 ? pad(date.getUTCFullYear(), 4) : pad(date.getUTCFullYear() % 100, 2))],
    [/^m+/i, (m, minutes) => pad(minutes ? date.getUTCMinutes() : date.getUTCMonth() + 1, m.length)],
    [/^d+/i, (m) => pad(date.getUTCDate(), m.length)],
    [/^h+/i, (m) => pad(date.getUTCHours(), m.length)],
    [/^s+/i, (m) => pad(date.getUTCSeconds(), m.length)],
    [/^"[^"]*"/, (m) => m.slice(1, -1)],
    [/^\\./, (m) => m.slice(1)],
    [/^\[[^\]]*\]/, () => ''],
  ];
  let rest = section;
  let text = '';
  let afterHours = false;
  while (rest) {
    const hit = parts.map(([re, write]) => ({ m: re.exec(rest)?.[0], write })).find((p) => p.m);
    const token = hit?.m ?? rest.charAt(0);
    text += hit ? hit.write(token, afterHours) : token;
    if (/[hd]/i.test(token.charAt(0))) afterHours = /h/i.test(token.charAt(0));
    rest = rest.slice(token.length);
  }
  return text;
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [code];
}

function unquote(text: string): string {
  return text
    .replace(/\[[^\]]*\]/g, '')
    .replace(
      /"([^"]*)"|\\(.)|_.|\*./g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    );
}

/** What Excel makes of a value written to a cell, as if it were typed there. */
export interface Typed {
  value: string | number | boolean;
  formula?: string;
  format?: string;
}

/**
 * Reads an entry: text in "@" cells stays text; elsewhere "123", "47%", "30/1/2020", "TRUE" turn into what they look
 * like, and "'" forces text.
 */
export function readEntry(entry: unknown, format: string, locale: Locale): Typed {
  if (typeof entry !== 'string')
    return { value: typeof entry === 'number' || typeof entry === 'boolean' ? entry : String(entry ?? '') };
  if (entry.startsWith("'")) return { value: entry.slice(1) };
  if (format === '@') return { value: entry };
  if (entry.startsWith('=') && entry.length > 1) return { value: 0, formula: entry };
  const text = entry.trim();
  if (/^(true|false)$/i.test(text)) return { value: /^t/i.test(text) };
  return readNumber(text, locale) ?? readDate(text, locale) ?? { value: entry };
}

function readNumber(text: string, locale: Locale): Typed | null {
  const percent = text.endsWith('%');
  const body = percent ? text.slice(0, -1).trim() : text;
  const [g, d] = [locale.group, locale.decimal].map((s) => `\\${s}`);
  if (!new RegExp(`^[+-]?(\\d+|\\d{1,3}(${g}\\d{3})+)(${d}\\d*)?(e[+-]?\\d+)?$`, 'i').test(body)) return null;
  const value = Number(body.split(locale.group).join('').replace(locale.decimal, '.'));
  return percent ? { value: value / 100, format: body.includes(locale.decimal) ? '0.00%' : '0%' } : { value };
}

function readDate(text: string, locale: Locale): Typed | null {
  const m = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(text);
  const monthYear = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (monthYear) return serial(Number(monthYear[2]), Number(monthYear[1]), 1, 'mmm-yy');
  if (!m) return null;
  const [day, month] = locale.dayFirst ? [Number(m[1]), Number(m[2])] : [Number(m[2]), Number(m[1])];
  // Without a year Excel takes the current one; a fixed one keeps tests repeatable.
  const year =
    m[3] === undefined ? 2026 : m[3].length === 2 ? (Number(m[3]) < 30 ? 2000 : 1900) + Number(m[3]) : Number(m[3]);
  return serial(year, month, day, m[3] === undefined ? 'd-mmm' : locale.dayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy');
}

function serial(year: number, month: number, day: number, format: string): Typed | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day
    ? { value: Math.round((time - EPOCH) / DAY), format }
    : null;
}
