import type { Issue } from '../model/issue';
import type { Words } from './words';

/**
 * A whole sentence: where, then what is wrong. ("5 khác tổng các cấp (3)") → "Phụ lục 2, dòng 3, cột Tổng số: 5 khác
 * tổng các cấp (3)." Without a place the sentence stands alone.
 */
export function say(issue: Issue, words: Words, body: string): string {
  const place = words.place(issue.at);
  const text = place ? `${place}: ${body}` : body;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!…]$/u.test(text) ? '' : '.'}`;
}
