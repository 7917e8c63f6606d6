import { readNumber } from './number';

/** Before a percentage, these make it a bound, a guess or a change, not a result. */
const NOT_EXACT =
  /(?:trên|hơn|gần|khoảng|dưới|ít nhất|tối thiểu|tối đa|từ|xấp xỉ|ước|chừng|tăng|giảm|thêm|còn|đến|vượt|[><≥≤~±-])\s*(?:đạt\s*)?$/u;
const PERCENT = /(?<![\d.,/])(\d[\d.,]{0,40})\s?%/gu;

/**
 * The one exact percentage a note states, as a fraction; null where there is none, several different ones, or a rounded
 * one. "Đạt 100% kế hoạch" is 1, "trên 95%" is null.
 */
export function mentionedPercent(note: string): number | null {
  const plain = note
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/％/g, '%');
  let found: number | null = null;
  for (const match of plain.matchAll(PERCENT)) {
    const before = plain.slice(0, match.index);
    const after = plain.slice(match.index + match[0].length);
    if (NOT_EXACT.test(before) || /^\s*(?:trở (?:lên|xuống)|-|đến)/u.test(after)) return null;
    const read = readNumber(`${match[1]}%`, { kind: 'percent' });
    if (read.kind !== 'percent' || (found !== null && found !== read.value)) return null;
    found = read.value;
  }
  return found;
}
