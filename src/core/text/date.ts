import { daysInMonth, isReportYear, isoDay } from './calendar';
import { withoutDocumentNumbers } from './document-number';
import { formatDate } from './format-number';
import { isBlankText, isDashText } from './none-word';
import { withoutQuotes } from './literal-quotes';
import { fromRoman } from './roman';
import { trimEnds } from './trim-ends';
import { withoutUnseen } from './unseen';

/** What the text of a date cell says; a refusal gives its reason as a Vietnamese clause. */
export type DateReading =
  /** ISO days, both included; equal for one day. */
  | { kind: 'date'; from: string; to: string }
  | { kind: 'blank' }
  | { kind: 'dash' }
  | { kind: 'refused'; reason: string };

const refused = (reason: string): DateReading => ({ kind: 'refused', reason });

/** Words that make a date a bound or a guess, so not the day of issue. */
const VAGUE = /(?<!\p{L})(?:trước|sau|khoảng|dự kiến|chậm nhất|hạn|chưa)(?!\p{L})/u;

/** Blanks were made one before these look. */
const DAY = '(?:ngày ?)?(\\d{1,2})';
const MARK = ' ?(?:[/.-]|tháng) ?';
const FULL = `${DAY}${MARK}(\\d{1,2}) ?(?:[/.-]|năm) ?(\\d+)`;
const TO = ' ?(?:-|đến) ?(?:hết ?)?';
const FULL_RANGE = new RegExp(`(?<!\\d)${FULL}${TO}${FULL}(?!\\d)`, 'u');
const MONTH_RANGE = new RegExp(`(?<![\\d/.-])${DAY}${MARK}(\\d{1,2})${TO}${FULL}(?!\\d)`, 'u');
const DAY_RANGE = new RegExp(`(?<![\\d/.-])${DAY}${TO}${FULL}(?!\\d)`, 'u');
const ONE_DAY = new RegExp(`(?<!\\d)${FULL}(?!\\d)`, 'gu');
const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?(?!\d)/u;
const MONTH = /(?:(?<!\p{L})tháng ?)?(?<![\d/.-])(\d{1,2}) ?(?:[/.-]|năm) ?(\d{4,})(?!\d)/u;
const QUARTER = /(?<!\p{L})quý ?(i{1,3}|iv|[1-4]) ?(?:[/.,-]|năm)? ?(\d+)/u;
const MONTHS_OF_YEAR = /(?:(?<!\d)0?([69])|(sáu|chín)) tháng ?(đầu|cuối)? ?(?:của ?)?(?:năm|[/-])? ?(\d+)/u;
const YEAR = /^(?:trong ?)?(?:năm ?)?(\d{4,})$/u;

/**
 * The day or days a date cell names; "quý IV/2019" is 2019-10-01 to 2019-12-31, by the calendar and not by the
 * reporting year. Reads "17/3/2020", "ngày 29 tháng 11 năm 2020", "19 - 23/11/2020", "57/KH-STP ngày 16/01/2020" and
 * ISO. Refused with a Vietnamese reason: days the calendar has not, years of two or five digits, several dates, bounds
 * ("trước ngày …").
 */
export function readDate(text: string): DateReading {
  if (isBlankText(text)) return { kind: 'blank' };
  if (isDashText(text)) return { kind: 'dash' };
  const plain = trimEnds(
    withoutDocumentNumbers(withoutQuotes(withoutUnseen(text).trim()).normalize('NFC'))
      .toLowerCase()
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s+/g, ' '),
    ',.;:()',
  );
  if (VAGUE.test(plain)) return refused('không nêu ngày cụ thể');
  const iso = ISO.exec(plain);
  if (iso) return span([iso[3], iso[2], iso[1]], [iso[3], iso[2], iso[1]]);
  return readRange(plain) ?? readDays(plain) ?? readLonger(plain);
}

type Parts = readonly [day: string | undefined, month: string | undefined, year: string | undefined];

function readRange(plain: string): DateReading | null {
  const full = FULL_RANGE.exec(plain);
  if (full) return span([full[1], full[2], full[3]], [full[4], full[5], full[6]]);
  const months = MONTH_RANGE.exec(plain);
  if (months) return span([months[1], months[2], months[5]], [months[3], months[4], months[5]]);
  const days = DAY_RANGE.exec(plain);
  return days ? span([days[1], days[3], days[4]], [days[2], days[3], days[4]]) : null;
}

function readDays(plain: string): DateReading | null {
  const found = [...plain.matchAll(ONE_DAY)];
  if (found.length === 0) return null;
  const readings = found.map((m) => span([m[1], m[2], m[3]], [m[1], m[2], m[3]]));
  const first = readings[0] as DateReading;
  const bad = readings.find((r) => r.kind === 'refused');
  if (bad) return bad;
  if (readings.some((r) => r.kind === 'date' && first.kind === 'date' && r.from !== first.from)) {
    return refused('ghi nhiều ngày trong một ô');
  }
  return first;
}

function readLonger(plain: string): DateReading {
  const quarter = QUARTER.exec(plain);
  if (quarter) {
    const n = fromRoman(quarter[1] ?? '') ?? Number(quarter[1]);
    return wholeMonths(quarter[2], n * 3 - 2, n * 3);
  }
  const part = MONTHS_OF_YEAR.exec(plain);
  if (part) {
    const count = part[1] === '6' || part[2] === 'sáu' ? 6 : 9;
    return part[3] === 'cuối' ? wholeMonths(part[4], 13 - count, 12) : wholeMonths(part[4], 1, count);
  }
  const month = MONTH.exec(plain);
  if (month) {
    const n = Number(month[1]);
    if (n < 1 || n > 12) return refused(`không có tháng ${n}`);
    return wholeMonths(month[2], n, n);
  }
  const year = YEAR.exec(plain);
  if (year) return wholeMonths(year[1], 1, 12);
  if (/^(?:ngày\s*)?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}$/u.test(plain)) return refused('thiếu năm');
  return refused('không đọc được ngày tháng');
}

/** Why a year cannot be used, or null. */
function yearTrouble(year: string): string | null {
  if (year.length < 4) return `năm chỉ ghi ${year.length} chữ số (${year})`;
  return year.length > 4 || !isReportYear(Number(year)) ? `năm ${year} không hợp lệ` : null;
}

function wholeMonths(yearText: string | undefined, firstMonth: number, lastMonth: number): DateReading {
  const trouble = yearTrouble(yearText ?? '');
  if (trouble) return refused(trouble);
  const year = Number(yearText);
  const from = isoDay(year, firstMonth, 1);
  const to = isoDay(year, lastMonth, daysInMonth(year, lastMonth));
  return from && to ? { kind: 'date', from, to } : refused('không đọc được ngày tháng');
}

function span(first: Parts, last: Parts): DateReading {
  const from = day(first);
  const to = day(last);
  if (from.iso === null) return refused(from.trouble);
  if (to.iso === null) return refused(to.trouble);
  if (from.iso > to.iso) return refused(`ngày đầu (${formatDate(from.iso)}) sau ngày cuối (${formatDate(to.iso)})`);
  return { kind: 'date', from: from.iso, to: to.iso };
}

function day([d = '', m = '', y = '']: Parts): { iso: string } | { iso: null; trouble: string } {
  const trouble = yearTrouble(y);
  if (trouble) return { iso: null, trouble };
  const iso = isoDay(Number(y), Number(m), Number(d));
  return iso === null ? { iso, trouble: `không có ngày ${d}/${m}/${y} trong lịch` } : { iso };
}
