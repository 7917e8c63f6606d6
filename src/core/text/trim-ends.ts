/**
 * The text without characters of `ends` (and blanks) at its beginning and end: trimEnds("  - Sở;. ", ".;-") is "Sở".
 * Looks at each character once, which a pattern with an open end does not.
 */
export function trimEnds(text: string, ends: string): string {
  let from = 0;
  while (from < text.length && isEnd(text[from]!, ends)) from++;
  return trimTail(text.slice(from), ends);
}

/** The same at the end only: trimTail("Tổng số: ", ":") is "Tổng số". */
export function trimTail(text: string, ends: string): string {
  let to = text.length;
  while (to > 0 && isEnd(text[to - 1]!, ends)) to--;
  return text.slice(0, to);
}

const isEnd = (c: string, ends: string): boolean => ends.includes(c) || c.trim() === '';
