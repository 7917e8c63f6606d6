import { unmatchedWords, type Worded } from './unmatched-words';
import { wordWeight } from './word-weight';

/**
 * Which part of the longer wording has no counterpart in the other, 0 to 1, both sides' strangers counted. "kếhoạch"
 * and "kế hoạch" give 0, "một cửa" and "một cửa liên thông" give a half. Give the texts in a fixed order to have it
 * symmetric.
 */
export function foreignShare(a: Worded, b: Worded): number {
  const { ofA, ofB } = unmatchedWords(a, b);
  if (ofA.length === 0 && ofB.length === 0) return 0;
  const total = (words: readonly string[]): number => words.reduce((sum, w) => sum + wordWeight(w), 0);
  return Math.min(1, (total(ofA) + total(ofB)) / Math.max(total(a.words), total(b.words), 1));
}
