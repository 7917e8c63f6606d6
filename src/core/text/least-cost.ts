import { LETTER } from './edit-cost';
import type { PreparedText } from './prepared-text';

/**
 * What turning one text into the other costs at least, in quarters of a letter, judged by length and by which letters
 * occur.
 */
export function leastCost(a: PreparedText, b: PreparedText): number {
  let over = 0;
  let under = 0;
  for (let i = 0; i < a.letters.length; i++) {
    const more = (a.letters[i] as number) - (b.letters[i] as number);
    if (more > 0) over += more;
    else under -= more;
  }
  return Math.max(Math.abs(a.weight - b.weight), LETTER * over, LETTER * under);
}
