import type { Span } from './grid';
import { joinSpans } from './join-spans';

/**
 * Whether an index (from 0) lies in one of the spans, which may overlap and stand in any order. Made once, asked for
 * every row: a sheet with every other row hidden has tens of thousands of spans.
 */
export function spanIndex(spans: readonly Span[]): (index: number) => boolean {
  if (spans.length === 0) return () => false;
  const joined = joinSpans(spans);
  return (index) => {
    let [low, high] = [0, joined.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { from, to } = joined[middle]!;
      if (index < from) high = middle - 1;
      else if (index > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}
