import { foldText } from './fold';
import { remember } from './remember';
import { stripMarks } from './strip-marks';

/**
 * Words that make of a wording its opposite, its share, or a part of it. They are short, so that likeness of letters
 * hardly sees them.
 */
const NOT = ['không', 'chưa', 'chẳng', 'ngoài', 'trừ'];
const SHARE = ['tỷ lệ', 'tỉ lệ', 'tỷ trọng', 'phần trăm'];
const PART = ['trong đó', 'trong số đó'];

const wordsOf = (list: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}])(?:${list.join('|')})(?![\\p{L}])`, 'gu');
const marked = { not: wordsOf([...NOT, 'ko']), share: wordsOf(SHARE), part: wordsOf(PART) };
/** For texts typed without any marks: "chua" in others is "chứa" or "chùa". */
const plain = {
  not: wordsOf([...NOT.map(stripMarks), 'ko']),
  share: wordsOf(SHARE.map(stripMarks)),
  part: wordsOf(PART.map(stripMarks)),
};

const judged = remember((text: string) => {
  const folded = foldText(text);
  const words = folded === stripMarks(folded) ? plain : marked;
  const has = (pattern: RegExp): number => folded.match(pattern)?.length ?? 0;
  return { not: has(words.not), share: folded.includes('%') || has(words.share) > 0, part: has(words.part) > 0 };
});

/**
 * True where one of two wordings denies, takes the share of, or takes a part of what the other says: "Số cơ quan chưa
 * được kiểm tra", "Tỷ lệ cơ quan được kiểm tra", "Trong đó: được kiểm tra" against "Số cơ quan được kiểm tra". Such are
 * never one row or one column, however alike their letters. `parts`: whether "trong đó" counts; in a header it only
 * groups columns.
 */
export function turnedWords(a: string, b: string, parts = true): boolean {
  const [x, y] = [judged(a), judged(b)];
  return x.not !== y.not || x.share !== y.share || (parts && x.part !== y.part);
}
