import { daysInMonth } from './calendar';
import { readDate, type DateReading } from './date';
import { formatDate } from './format-number';

/** A day with a year of two figures at the end, the figures of a document's number apart: "12.12.25", "ngày 5/1/26". */
const SHORT_YEAR = /(?<![\d./-])(\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*)(\d{2})(?=\s*[),.;]?\s*$)/u;
/** Two figures mean a year of this century up to here; reports of the administrative reform begin in 2011. */
const FIRST_SHORT = 10;
const LAST_SHORT = 49;
/** A text that is a date and nothing more: "17/3/2020", "ngày 29 tháng 11 năm 2020", "tháng 01/2026", a span, ISO. */
const BARE =
  /^(?:(?:từ|đến|hết|trong|ngày|tháng|năm|quý|[ivx]{1,3}|(?<!\d)\d+|t\d{1,2})(?![\p{L}\d])|[\s./,:;()–-])+$/iu;

/**
 * The day or days that a date cell names, and the part of its text that was read as such: equal to `text` where it
 * holds nothing else. "QĐ số 15/QĐ-UBND ngày 21/12/2025" and "12.12.25" are read and their `read` differs, so that a
 * person is told.
 */
export function readTypedDate(text: string): { reading: DateReading; read: string } {
  const reading = readDate(text);
  if (reading.kind === 'date') return { reading, read: BARE.test(text) ? text : spanWords(reading) };
  const short = reading.kind === 'refused' ? SHORT_YEAR.exec(text) : null;
  const year = Number(short?.[2]);
  if (!short || year < FIRST_SHORT || year > LAST_SHORT) return { reading, read: text };
  const full = `${text.slice(0, short.index)}${short[1]}20${short[2]}`;
  const again = readDate(full);
  return again.kind === 'date' ? { reading: again, read: spanWords(again) } : { reading, read: text };
}

/** "12/12/2025"; of a whole month, whose day nobody knows, "tháng 01/2026"; else both ends. */
export function spanWords({ from, to }: { from: string; to: string }): string {
  if (from === to) return formatDate(from);
  const [year = '', month = '', day] = from.split('-');
  const last = daysInMonth(Number(year), Number(month));
  if (day === '01' && to === `${year}-${month}-${last}`) return `tháng ${month}/${year}`;
  return `${formatDate(from)} – ${formatDate(to)}`;
}
