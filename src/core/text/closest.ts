import { leastCost } from './least-cost';
import type { PreparedText } from './prepared-text';
import { DEFAULT_FLOOR, similarityPrepared } from './similarity';

/** The nearest wording and the one after it. Places count from 0 in the list that was given. */
export interface Closest {
  index: number;
  score: number;
  /** The runner-up; null where nothing else comes within `margin` of the best and above the floor. */
  second: { index: number; score: number } | null;
}

/**
 * Which of many wordings is the nearest, and how near the next one comes; null where none reaches `floor`. A caller
 * that finds `second` within its margin should not choose. The first of two equal ones is the best, the other is
 * second. The misspelt row "Số cơ quan dược kiểm tra về CCHC" finds row 2 of Phụ lục 2, with no second.
 */
export function closest(
  text: PreparedText,
  among: readonly PreparedText[],
  floor: number = DEFAULT_FLOOR,
  margin = 0.1,
): Closest | null {
  const order = among
    .map((other, index) => ({
      index,
      other,
      atMost: 1 - leastCost(text, other) / Math.max(text.weight, other.weight, 1),
    }))
    .filter((c) => c.atMost >= floor)
    .sort((x, y) => y.atMost - x.atMost || x.index - y.index);
  let best: { index: number; score: number } | null = null;
  let second: { index: number; score: number } | null = null;
  for (const { index, other, atMost } of order) {
    const needed: number = best === null ? floor : Math.max(floor, best.score - margin);
    if (atMost < needed) break;
    const score = similarityPrepared(text, other, needed);
    if (score < needed) continue;
    if (best === null || score > best.score || (score === best.score && index < best.index)) {
      second = best;
      best = { index, score };
    } else if (second === null || score > second.score || (score === second.score && index < second.index)) {
      second = { index, score };
    }
  }
  if (best === null) return null;
  return { ...best, second: second !== null && second.score >= best.score - margin ? second : null };
}
