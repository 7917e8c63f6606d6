import { words } from './words';

/** "1.", "2)", "a)", "II.", "1.2." or "+" before the wording; a bare number is wording ("2 đầu mối"). */
const NUMBERING =
  /^\s*(?:[-–—+*•●]\s*)*(?:(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[a-zđA-ZĐ])\s*[.)/]+\s+)|(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]\s*(?=\p{L})))?/u;

/**
 * The key by which rows of an open list are the same row: folded words without numbering and punctuation,
 * "&" read as "và". Marks stay. "1. Văn hoá & Du lịch" and "Văn hóa và du lịch" are both "văn hóa và du lịch";
 * a text without words is "".
 */
export function labelKey(s: string): string {
  const bare = s.normalize('NFC').replace(NUMBERING, '').replace(/&/g, ' và ');
  const key = words(bare).join(' ');
  return key === '' ? words(s).join(' ') : key;
}
