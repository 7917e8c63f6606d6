import { forEachField } from './split-records';

/** In the order they win where two fit alike: a comma is also in Vietnamese decimals. */
const SEPARATORS = ['\t', ';', '|', ','] as const;
/** Rows looked at. */
const SAMPLE_ROWS = 200;
const SAMPLE_LENGTH = 200_000;

/** The separator of a text and where its first record begins: Excel reads and hides a first line "sep=;". */
export function findSeparator(text: string): { separator: string; from: number } {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const said = /^sep=(.)\r?\n/.exec(text.slice(start, start + 8));
  if (said) return { separator: said[1]!, from: start + said[0].length };
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best: string = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const score = evenness(sample, separator, start);
    if (score > most) {
      best = separator;
      most = score;
    }
  }
  return { separator: best, from: start };
}

/** How many separators stand in rows that all have the same number of them. */
function evenness(sample: string, separator: string, from: number): number {
  const widths: number[] = [];
  forEachField(
    sample,
    separator,
    from,
    (_, row, col) => {
      widths[row] = col;
      return row < SAMPLE_ROWS;
    },
    () => undefined,
  );
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, width * count);
  return best;
}
