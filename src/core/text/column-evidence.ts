import { withoutQuotes } from './literal-quotes';
import { withoutUnseen } from './unseen';

/** What shows which mark stands before decimals, strongest kind first. A single "1.234" shows nothing. */
const COMMA_DECIMAL = /^\d+,(?:\d{1,2}|\d{4,})$|^\d{1,3}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^0,\d+$/;
const DOT_DECIMAL = /^\d+\.(?:\d{1,2}|\d{4,})$|^\d{1,3}(?:,\d{3})+\.\d+$|^[1-9]\d{0,2}(?:,\d{3}){2,}$|^0\.\d+$/;
const DOT_GROUP = /^[1-9]\d{0,2}\.\d{3}$/;
const COMMA_GROUP = /^[1-9]\d{0,2},\d{3}$/;

/** So many different figures with exactly three digits after the mark are no longer chance. */
const ENOUGH_GROUPS = 3;

/**
 * Which mark stands before decimals in a column, and a Vietnamese clause saying from what that was seen.
 * ["47,26 %", "1.771"] is comma, because of "47,26 %". Figures that contradict each other give unknown.
 */
export function columnEvidence(texts: readonly string[]): { decimal: 'comma' | 'dot' | 'unknown'; because: string } {
  let comma: string | null = null;
  let dot: string | null = null;
  const dotGroups = new Set<string>();
  const commaGroups = new Set<string>();
  for (const typed of texts) {
    const text = withoutQuotes(withoutUnseen(typed).trim());
    const signed = text.includes('%');
    for (const token of text
      .replace(/[%％]/g, '')
      .trim()
      .split('/')
      .map((t) => t.trim())) {
      if (COMMA_DECIMAL.test(token)) comma ??= text.trim();
      else if (DOT_DECIMAL.test(token)) dot ??= text.trim();
      else if (!signed && DOT_GROUP.test(token)) dotGroups.add(token);
      else if (!signed && COMMA_GROUP.test(token)) commaGroups.add(token);
    }
  }
  if (comma !== null && dot !== null)
    return { decimal: 'unknown', because: `“${comma}” và “${dot}” ghi theo hai cách khác nhau` };
  if (comma !== null) return { decimal: 'comma', because: `“${comma}” cho thấy dấu phẩy đứng trước phần thập phân` };
  if (dot !== null) return { decimal: 'dot', because: `“${dot}” cho thấy dấu chấm đứng trước phần thập phân` };
  if (dotGroups.size >= ENOUGH_GROUPS && commaGroups.size === 0) {
    return { decimal: 'comma', because: `${dotGroups.size} số trong cột dùng dấu chấm phân cách hàng nghìn` };
  }
  if (commaGroups.size >= ENOUGH_GROUPS && dotGroups.size === 0) {
    return { decimal: 'dot', because: `${commaGroups.size} số trong cột dùng dấu phẩy phân cách hàng nghìn` };
  }
  return { decimal: 'unknown', because: 'không có số nào trong cột cho biết' };
}

/** Above this a value without % can hardly be a fraction; over-fulfilment stays below 150 %. */
const LARGEST_FRACTION = 1.5;

/**
 * Whether percentages stored without % are fractions of one or of a hundred: [0.95, 1] are fractions, [95, 100] are
 * not. Unknown where nothing but 0 and 1 is seen, or where both kinds are.
 */
export function percentScale(values: readonly number[]): 'fraction' | 'hundred' | 'unknown' {
  const known = values.filter((v) => Number.isFinite(v) && v > 0 && v !== 1);
  if (known.length === 0) return 'unknown';
  const below = known.some((v) => v < 1);
  const largest = Math.max(...known);
  if (largest > LARGEST_FRACTION) return below ? 'unknown' : 'hundred';
  return below ? 'fraction' : 'unknown';
}
