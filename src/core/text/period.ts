import type { Period } from '../model/period';
import { withoutDocumentNumbers } from './document-number';
import { readDate } from './date';
import { formatDate } from './format-number';
import { fromRoman, roman } from './roman';
import { withoutUnseen } from './unseen';

/**
 * Last day of data and first day of the next period: the 14th and 15th (581/BNV-CCHC; QĐ of the province for quý II and
 * 9 tháng; domain.md 1.4).
 */
const CUT = '14';
const START = '15';

function between(year: number, first: string, last: string, label: string): Period {
  const from = first === '12' ? `${year - 1}-12-${START}` : `${year}-${first}-${START}`;
  return { from, to: `${year}-${last}-${CUT}`, label };
}

const year = (y: number): Period => between(y, '12', '12', `năm ${y}`);
const firstHalf = (y: number): Period => between(y, '12', '06', `6 tháng đầu năm ${y}`);
const lastHalf = (y: number): Period => between(y, '06', '12', `6 tháng cuối năm ${y}`);
const nineMonths = (y: number): Period => between(y, '12', '09', `9 tháng đầu năm ${y}`);
const BOUNDS = ['12', '03', '06', '09', '12'] as const;
const quarter = (n: number, y: number): Period =>
  between(y, BOUNDS[n - 1] ?? '12', BOUNDS[n] ?? '12', `Quý ${roman(n)}/${y}`);

/** Blanks were made one before these look. */
const YEAR = '(20\\d\\d)(?!\\d)';
const QUARTER = new RegExp(
  `(?<!\\p{L})(?:quý|quy|q) ?(i{1,3}|iv|0?[1-4])(?![\\p{L}\\d]) ?(?:[/.,-]|năm|nam)? ?(?:năm ?)?${YEAR}`,
  'u',
);
const MONTHS = new RegExp(
  '(?:(?<!\\d)0?([69])|(sáu|chín)) ?(?:tháng|thang) ?(đầu|cuối|dau|cuoi)? ?' + `(?:của ?)?(?:năm|nam|[/-])? ?${YEAR}`,
  'u',
);
const WHOLE_YEAR = new RegExp(`(?<!\\p{L})(?:năm|nam) ?${YEAR}`, 'u');
const RANGE =
  /(?:từ ?)?(?:ngày ?)?\d{1,2} ?(?:\/|tháng) ?\d{1,2}(?: ?(?:\/|năm) ?\d{4})? ?(?:-|đến) ?(?:hết ?)?(?:ngày ?)?\d{1,2} ?(?:\/|tháng) ?\d{1,2} ?(?:\/|năm) ?\d{4}(?!\d)/u;

/** A day or month with its year names no reporting period; nor do "giai đoạn 2016-2020" and "năm 2016-2020". */
const NOT_A_PERIOD =
  /(?:ngày ?)?\d{1,2} ?(?:tháng|\/|-|\.) ?\d{1,2} ?(?:năm|\/|-|\.) ?\d{4}|tháng ?\d{1,2} ?(?:năm|\/|-) ?\d{4}|(?:giai đoạn|năm) ?\d{4} ?- ?\d{4}/gu;

/**
 * The reporting period a title, sentence or option names, first one first, or null.
 * "Quý III/2020" is 2020-06-15 to 2020-09-14, "năm 2020" and plain "2020" are 2019-12-15 to 2020-12-14;
 * "Từ ngày 15/12/2019 đến ngày 14/12/2020" is that very span. A reversed span is null.
 */
export function readPeriod(text: string): Period | null {
  const plain = withoutDocumentNumbers(withoutUnseen(text).normalize('NFC'))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const spelled = RANGE.exec(plain);
  if (spelled) return spanOf(spelled[0]);
  const rest = plain.replace(NOT_A_PERIOD, ' ').replace(/ +/g, ' ');
  const q = QUARTER.exec(rest);
  if (q) return quarter(fromRoman(q[1] ?? '') ?? Number(q[1]), Number(q[2]));
  const m = MONTHS.exec(rest);
  if (m) {
    if (m[1] === '9' || m[2] === 'chín') return m[3]?.startsWith('cu') ? null : nineMonths(Number(m[4]));
    return m[3]?.startsWith('cu') ? lastHalf(Number(m[4])) : firstHalf(Number(m[4]));
  }
  const y = WHOLE_YEAR.exec(rest) ?? /^(20\d\d)$/.exec(rest);
  return y ? year(Number(y[1])) : null;
}

/** A span of two days, under the usual name where it is exactly a reporting period. */
function spanOf(text: string): Period | null {
  const read = readDate(text.replace(/^từ\s*/u, ''));
  if (read.kind !== 'date') return null;
  const y = Number(read.to.slice(0, 4));
  const named = [year(y), firstHalf(y), nineMonths(y), quarter(1, y), quarter(2, y), quarter(3, y), quarter(4, y)];
  const same = named.find((p) => p.from === read.from && p.to === read.to);
  return (
    same ?? { from: read.from, to: read.to, label: `từ ngày ${formatDate(read.from)} đến ngày ${formatDate(read.to)}` }
  );
}
