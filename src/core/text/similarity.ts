import { prepare, type PreparedText } from './prepared-text';
import { editCost } from './edit-cost';
import { foreignShare } from './foreign-share';
import { leastCost } from './least-cost';

/** Below this two labels share letters, not meaning: the nearest two rows of Phụ lục 2 (26 and 27) are at 0.72. */
export const DEFAULT_FLOOR = 0.7;

/**
 * A whole word without counterpart weighs on top of its letters; half as much again keeps a forgotten filler word
 * harmless.
 */
const FOREIGN_WEIGHT = 0.5;

/** Wordings that differ are never quite 1. */
const NEARLY = 0.9999;

/**
 * How alike two wordings are, 0 to 1; 1 exactly where they fold to the same text. Case, blanks, wrong or missing tone
 * marks, and missing, doubled or swapped letters cost little; other words and other numbers cost much. Symmetric. "Số
 * cơ quan được kiểm tra về CCHC" and "So co quan duoc kiem tra ve CCHC" are about 0.93.
 */
export function similarity(a: string, b: string): number {
  return similarityPrepared(prepare(a), prepare(b), 0);
}

/**
 * As similarity, of prepared texts. A result under `floor` is only an upper bound, found cheaply: it says "not alike",
 * not how much.
 *
 * The choice: optimal string alignment (insert, delete, change, swap) over folded letters, where blanks, punctuation
 * and marks cost a quarter of a letter and digits twice as much, because a slip scatters single letters; times a
 * penalty for words of one side that have no counterpart on the other, because rows of one form differ by words ("cơ
 * quan" / "đơn vị sự nghiệp"). Length and letters give upper bounds, so that most pairs of labels never reach the
 * alignment; to find the one row a label belongs to, use closest, which is faster still.
 */
export function similarityPrepared(a: PreparedText, b: PreparedText, floor: number = DEFAULT_FLOOR): number {
  if (a.folded === b.folded) return 1;
  const longest = Math.max(a.weight, b.weight);
  if (longest === 0 || Math.min(a.weight, b.weight) === 0) return 0;
  // Costs are whole numbers; the noise of (1 - floor) must not push one of them over the edge.
  const allowed = Math.floor((1 - floor) * longest + 1e-6);
  const bound = leastCost(a, b);
  if (bound > allowed) return Math.max(0, 1 - bound / longest);
  const [first, second] = a.folded < b.folded ? [a, b] : [b, a];
  const cost = editCost(first, second, allowed);
  if (cost > allowed) return Math.max(0, Math.min(NEARLY, 1 - (allowed + 1) / longest));
  const letters = 1 - cost / longest;
  return Math.max(0, Math.min(NEARLY, letters * (1 - FOREIGN_WEIGHT * foreignShare(first, second))));
}
