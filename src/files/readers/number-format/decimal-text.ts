/** General shows at most 11 characters of a number. */
const GENERAL_WIDTH = 11;

/** What digit placeholders such as "#,##0.0#" ask for. */
export interface DigitPattern {
  /** Fewest digits before and after the decimal comma, and most after it. */
  leastWhole: number;
  leastFraction: number;
  mostFraction: number;
  grouped: boolean;
  /** How often trailing commas divide by 1,000. */
  thousands: number;
}

function withoutCommas(text: string): string {
  let to = text.length;
  while (to > 0 && text[to - 1] === ',') to--;
  return text.slice(0, to);
}

/** Understands placeholders once, so that a column of numbers is not taken apart cell by cell. */
export function digitPattern(placeholders: string): DigitPattern {
  const point = placeholders.indexOf('.');
  const whole = point < 0 ? placeholders : placeholders.slice(0, point);
  const fraction = (point < 0 ? '' : placeholders.slice(point + 1)).replace(/,/g, '');
  return {
    leastWhole: whole.replace(/[^0]/g, '').length,
    leastFraction: fraction.lastIndexOf('0') + 1,
    mostFraction: Math.min(fraction.length, 30),
    grouped: /[0#?],+[0#?]/.test(whole),
    thousands: placeholders.length - withoutCommas(placeholders).length,
  };
}

/**
 * A number under General with a decimal comma: 47.26 → "47,26"; the noise of binary fractions is cut as Excel cuts it.
 */
export function generalText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return String(value).replace('.', ',');
  const whole = String(Math.trunc(size)).length;
  const decimals = Math.max(0, GENERAL_WIDTH - 1 - whole);
  return String(Number(fixed(value, decimals))).replace('.', ',');
}

/** A number ≥ 0 under a pattern: (1234.5, "#,##0.0", 0) → "1.234,5". `percents` multiplies by 100 as often. */
export function decimalText(value: number, pattern: DigitPattern, percents: number): string {
  const { leastWhole, leastFraction, mostFraction } = pattern;
  const scaled = shiftDecimal(value, 2 * percents - 3 * pattern.thousands);
  const digits = fixed(scaled, mostFraction);
  const point = digits.length - mostFraction - 1;
  let integer = mostFraction === 0 ? digits : digits.slice(0, point);
  if (integer === '0' && leastWhole === 0) integer = '';
  if (integer.length < leastWhole) integer = integer.padStart(leastWhole, '0');
  if (pattern.grouped && integer.length > 3) integer = integer.replace(/\B(?=(\d{3})+$)/g, '.');
  if (mostFraction === 0) return integer;
  let end = digits.length;
  while (end > point + 1 + leastFraction && digits.charCodeAt(end - 1) === 48) end--;
  return end === point + 1 ? integer : `${integer || '0'},${digits.slice(point + 1, end)}`;
}

/** Rounds half away from zero on the 15 digits Excel keeps, where toFixed alone would round the binary value. */
function fixed(value: number, decimals: number): string {
  if (decimals === 0 && Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const digits = Math.abs(value).toPrecision(15);
  if (digits.includes('e') || value === 0) return value.toFixed(decimals);
  const rounded = Math.round(Number(`${digits}e${decimals}`));
  if (!Number.isSafeInteger(rounded)) return value.toFixed(decimals);
  return (value < 0 ? '-' : '') + Number(`${rounded}e-${decimals}`).toFixed(decimals);
}

function shiftDecimal(value: number, places: number): number {
  if (places === 0) return value;
  const digits = value.toPrecision(15);
  return digits.includes('e') ? value * 10 ** places : Number(`${digits}e${places}`);
}
