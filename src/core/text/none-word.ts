import { foldText } from './fold';
import { withoutQuotes } from './literal-quotes';
import { withoutUnseen } from './unseen';

const NONE = new Set([
  'không',
  'không có',
  'ko',
  'ko có',
  'kps',
  'không phát sinh',
  'không phát sinh hồ sơ',
  'chưa phát sinh',
  'chưa có',
  'không áp dụng',
  'không thực hiện',
  'x',
  'khong',
  'khong co',
  'khong phat sinh',
]);

/**
 * The word for "none" a cell consists of, as typed without the blanks around it ("Không có."); null for anything else.
 */
export function noneWord(text: string): string | null {
  return NONE.has(foldText(text)) ? text.trim() : null;
}

/** True for a cell with nothing but blanks, or the dotted line of a form left as printed ("......", "…"). */
export function isBlankText(text: string): boolean {
  const seen = withoutUnseen(text);
  // A single point or line is typed, not printed.
  return /^[\s.…_]*$/.test(seen) && !/(?<!\.)\.(?!\.)|(?<!_)_(?!_)/.test(seen);
}

/** True for a cell with nothing but dashes: "-", "–", "- ", "---". */
export function isDashText(text: string): boolean {
  return /^\s*(?:[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]\s*)+$/.test(withoutQuotes(withoutUnseen(text).trim()));
}
