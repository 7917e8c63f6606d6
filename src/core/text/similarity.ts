import { prepare, type PreparedText } from './prepared-text';
import { editCost, LETTER } from './edit-cost';
import { foreignShare } from './foreign-share';

/** Below this two labels are not the same row however one looks at it; see similarityPrepared. */
export const DEFAULT_FLOOR = 0.5;

/** A whole word without counterpart weighs on top of its letters; half as much again keeps a forgotten filler word harmless. */
const FOREIGN_WEIGHT = 0.5;

/** Wordings that differ are never quite 1. */
const NEARLY = 0.9999;

/**
 * How alike two wordings are, 0 to 1; 1 exactly where they fold to the same text. Case, blanks, wrong or missing tone marks,
 * and missing, doubled or swapped letters cost little; other words and other numbers cost much. Symmetric.
 * "Số cơ quan được kiểm tra về CCHC" and "So co quan duoc kiem tra ve CCHC" are about 0.92.
 */
export function similarity(a: string, b: string): number {
  return similarityPrepared(prepare(a), prepare(b), 0);
}

/**
 * As similarity, of prepared texts. A result under `floor` is only an upper bound, found cheaply: it says "not alike", not how much.
 *
 * The choice: optimal string alignment (insert, delete, change, swap) over folded letters, where blanks, punctuation and
 * marks cost a quarter of a letter and digits twice as much, because a slip scatters single letters; times a penalty for words of
 * one side that have no counterpart on the other, because rows of one form differ by words ("cơ quan" / "đơn vị sự nghiệp").
 * Length, letters and pairs of letters give upper bounds, so that most pairs of 30 × 30 labels never reach the alignment.
 */
export function similarityPrepared(a: PreparedText, b: PreparedText, floor: number = DEFAULT_FLOOR): number {
  if (a.folded === b.folded) return 1;
  const longest = Math.max(a.weight, b.weight);
  if (longest === 0 || Math.min(a.weight, b.weight) === 0) return 0;
  const allowed = Math.floor((1 - floor) * longest);
  const bound = leastCost(a, b, allowed);
  if (bound > allowed) return Math.max(0, 1 - bound / longest);
  const [first, second] = a.folded < b.folded ? [a, b] : [b, a];
  const cost = editCost(first, second, allowed);
  if (cost > allowed) return Math.max(0, Math.min(NEARLY, 1 - (allowed + 1) / longest));
  const letters = 1 - cost / longest;
  return Math.max(0, Math.min(NEARLY, letters * (1 - FOREIGN_WEIGHT * foreignShare(first, second))));
}

/** No alignment can cost less than this; stops as soon as that is more than allowed. */
function leastCost(a: PreparedText, b: PreparedText, allowed: number): number {
  const byLength = Math.abs(a.weight - b.weight);
  if (byLength > allowed) return byLength;
  let over = 0;
  let under = 0;
  for (let i = 0; i < a.letters.length; i++) {
    const more = (a.letters[i] as number) - (b.letters[i] as number);
    if (more > 0) over += more;
    else under -= more;
  }
  const byLetters = LETTER * Math.max(over, under);
  if (byLetters > allowed) return byLetters;
  // One change of a letter touches at most three pairs (a swap does), so three pairs missing cost at least one letter.
  return Math.max(byLength, byLetters, Math.ceil((LETTER * pairsMissing(a.pairs, b.pairs)) / 3));
}

/** Pairs of letters that the other text has not, of the side that lacks more; both lists sorted. */
function pairsMissing(a: Uint16Array, b: Uint16Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return Math.max(a.length, b.length) - common;
}
