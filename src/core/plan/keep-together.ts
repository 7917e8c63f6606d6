import type { Span } from '../model/grid';

/** What A4 landscape holds between margins of 20 mm, in points, less a little for the rounding of printers. */
const PAGE_ROOM = 472;
/** Height of a row that has none, in points. */
const DEFAULT_HEIGHT = 15.75;

/**
 * Where a new page must begin so that a signature never stands alone: [first] where the rows from `first` to `last`
 * would be torn apart, else []. Rows from 0, heights in points; `repeated` rows are printed again on every page after
 * the first.
 */
export function keepTogether(
  heights: Readonly<Record<number, number>>,
  first: number,
  last: number,
  repeated: Span,
): number[] {
  const height = (row: number): number => heights[row] ?? DEFAULT_HEIGHT;
  let repeat = 0;
  for (let r = repeated.from; r <= repeated.to; r++) repeat += height(r);
  let [used, page, pageOfFirst] = [0, 0, 0];
  for (let r = 0; r <= last; r++) {
    if (used + height(r) > PAGE_ROOM && used > 0) {
      page += 1;
      used = repeat;
    }
    used += height(r);
    if (r === first) pageOfFirst = page;
  }
  return page > pageOfFirst && first > repeated.to + 1 ? [first] : [];
}
