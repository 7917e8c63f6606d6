import type { Span } from './grid';

/**
 * Whether an index (from 0) lies in one of the spans, which may overlap and stand in any order. Made once, asked for every row:
 * a sheet with every other row hidden has tens of thousands of spans.
 */
export function spanIndex(spans: readonly Span[]): (index: number) => boolean {
  if (spans.length === 0) return () => false;
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to); else joined.push({ from, to });
  }
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
