import type { XmlCursor } from '../../xml/xml-cursor';

/** A number format as OpenDocument spells it out, as an Excel code; conditions point to other styles by name. */
export interface DataStyle {
  code: string;
  maps: { condition: string; style: string }[];
  boolean: boolean;
}

const DATA_STYLES = /^(?:number|currency|percentage|date|time|boolean|text)-style$/;
/** More digits than any format has. */
const MOST_DIGITS = 30;
/** Separators that mean themselves in an Excel code. */
const PLAIN = /^[ /:.,()-]+$/;

export function isDataStyle(name: string): boolean {
  return DATA_STYLES.test(name);
}

/** Reads the `<number:…-style>` at the cursor. */
export function readDataStyle(cursor: XmlCursor): DataStyle {
  const kind = cursor.name;
  const style: DataStyle = { code: '', maps: [], boolean: kind === 'boolean-style' };
  // The order of day, month and year follows the reader's region: officers see the Vietnamese one.
  const regional = kind === 'date-style' && cursor.attribute('automatic-order') === 'true';
  const counted = cursor.attribute('truncate-on-overflow') === 'false';
  let pieces = 0;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    const { name } = cursor;
    if (name === 'map')
      style.maps.push({
        condition: cursor.attribute('condition') ?? '',
        style: cursor.attribute('apply-style-name') ?? '',
      });
    else if (name !== 'text-properties') {
      style.code += piece(cursor, name, kind, counted);
      pieces++;
    }
  }
  if (regional) style.code = /h/.test(style.code) ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy';
  if (kind === 'boolean-style' || (kind === 'number-style' && pieces === 1 && style.code === 'General'))
    style.code = 'General';
  if (kind === 'text-style') style.code = '@';
  return style;
}

function piece(cursor: XmlCursor, name: string, kind: string, counted: boolean): string {
  const long = cursor.attribute('style') === 'long';
  const textual = cursor.attribute('textual') === 'true';
  switch (name) {
    case 'text':
      return literal(cursor.text(), kind);
    case 'currency-symbol':
      return quoted(cursor.text());
    case 'number':
      return digits(cursor);
    case 'scientific-number':
      return `${digits(cursor)}E+00`;
    case 'fraction':
      return '# ?/?';
    case 'text-content':
      return '@';
    case 'day':
      return long ? 'dd' : 'd';
    case 'month':
      return textual ? (long ? 'mmmm' : 'mmm') : long ? 'mm' : 'm';
    case 'year':
      return long ? 'yyyy' : 'yy';
    case 'day-of-week':
      return long ? 'dddd' : 'ddd';
    case 'hours':
      return counted ? '[h]' : long ? 'hh' : 'h';
    case 'minutes':
      return long ? 'mm' : 'm';
    case 'seconds':
      return long ? 'ss' : 's';
    case 'am-pm':
      return 'AM/PM';
    default:
      return '';
  }
}

function literal(text: string, kind: string): string {
  if (kind === 'percentage-style' && text.includes('%'))
    return text
      .split('%')
      .map((t) => (t === '' ? '' : literal(t, '')))
      .join('%');
  return PLAIN.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replace(/"/g, '')}"`;
}

function digits(cursor: XmlCursor): string {
  const count = (name: string): number | null => {
    const value = cursor.attribute(name);
    return value === null ? null : Math.max(0, Math.min(MOST_DIGITS, Math.trunc(Number(value)) || 0));
  };
  const places = count('decimal-places');
  const whole = count('min-integer-digits') ?? 0;
  const grouped = cursor.attribute('grouping') === 'true';
  if (places === null && whole <= 1 && !grouped) return 'General';
  const zeros = '0'.repeat(whole);
  const least = Math.min(
    count('min-decimal-places') ?? (cursor.attribute('decimal-replacement') === '' ? 0 : (places ?? 0)),
    places ?? 0,
  );
  const decimals = '0'.repeat(least) + '#'.repeat((places ?? 0) - least);
  const integer = grouped ? `#,${(zeros || '#').padStart(3, '#')}` : zeros || '#';
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

/** The whole code of a style: what it maps positive and negative numbers to become sections of their own. */
export function wholeCode(style: DataStyle, byName: (name: string) => DataStyle | undefined): string {
  const section = (test: RegExp): string | undefined => {
    const map = style.maps.find((m) => test.test(m.condition.replace(/\s/g, '')));
    return map && byName(map.style)?.code;
  };
  const positive = section(/^value\(\)>=?0$/);
  const negative = section(/^value\(\)<0$/);
  const zero = section(/^value\(\)=0$/);
  if (positive === undefined) return style.code;
  if (negative === undefined)
    return zero === undefined ? `${positive};${style.code}` : `${positive};${style.code};${zero}`;
  return `${positive};${negative};${zero ?? style.code}`;
}
