/** General shows at most 11 characters of a number. */
const GENERAL_WIDTH = 11;

/** A number under General with a decimal comma: 47.26 → "47,26"; the noise of binary fractions is cut as Excel cuts it. */
export function generalText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return String(value).replace('.', ',');
  const whole = String(Math.trunc(size)).length;
  const decimals = Math.max(0, GENERAL_WIDTH - 1 - whole);
  return String(Number(fixed(value, decimals))).replace('.', ',');
}

/**
 * A number ≥ 0 under digit placeholders: (1234.5, "#,##0.0", 0) → "1.234,5". `percents` multiplies by 100 as often;
 * trailing commas divide by 1,000.
 */
export function decimalText(value: number, placeholders: string, percents: number): string {
  const point = placeholders.indexOf('.');
  const whole = point < 0 ? placeholders : placeholders.slice(0, point);
  const fraction = (point < 0 ? '' : placeholders.slice(point + 1)).replace(/,/g, '');
  const thousands = /,*$/.exec(placeholders)![0].length;
  const scaled = shiftDecimal(value, 2 * percents - 3 * thousands);
  const [left = '0', right = ''] = fixed(scaled, Math.min(fraction.length, 30)).split('.');
  const grouped = /[0#?],+[0#?]/.test(whole);
  const leastWhole = whole.replace(/[^0]/g, '').length;
  let integer = (left === '0' && leastWhole === 0 ? '' : left).padStart(leastWhole, '0');
  if (grouped) integer = integer.replace(/\B(?=(\d{3})+$)/g, '.');
  const leastFraction = fraction.lastIndexOf('0') + 1;
  let decimals = right;
  while (decimals.length > leastFraction && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  return decimals === '' ? integer : `${integer || '0'},${decimals}`;
}

/** Rounds half away from zero on the 15 digits Excel keeps, where toFixed alone would round the binary value. */
function fixed(value: number, decimals: number): string {
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
