/** Costs in quarters of a letter: blank or punctuation, and a wrong mark on the right letter; a letter; a digit. */
export const LIGHT = 1;
/** Cost of one wrong letter, in the same quarters. */
export const LETTER = 4;
/** "Nghị định 43" and "Nghị định 115" are different rows, so digits count double. */
export const DIGIT = 8;

interface Units {
  codes: Uint16Array;
  bases: Uint16Array;
  costs: Uint8Array;
  /** Sum of the costs before each unit, and of all at the end. */
  sums: Uint32Array;
}

const FAR = 1 << 29;
let lines = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];

/** Three empty lines of work space; reused, since comparisons do not nest. */
function clearLines(size: number): void {
  lines = lines.map((line) => (line.length < size ? new Int32Array(size * 2) : line).fill(FAR, 0, size));
}

/**
 * What it costs to turn one text into the other, in quarters of a letter, by adding, dropping, changing or swapping
 * units; a number above `allowed` where it costs more than that, without saying how much.
 */
export function editCost(a: Units, b: Units, allowed: number): number {
  let start = 0;
  let endA = a.codes.length;
  let endB = b.codes.length;
  while (start < endA && start < endB && a.codes[start] === b.codes[start]) start++;
  while (endA > start && endB > start && a.codes[endA - 1] === b.codes[endB - 1]) {
    endA--;
    endB--;
  }
  const n = endB - start;
  clearLines(n + 2);
  let [before, previous, current] = lines as [Int32Array, Int32Array, Int32Array];
  const base = b.sums[start] as number;
  for (let j = 0; j <= n; j++) previous[j] = (b.sums[start + j] as number) - base;

  // Both the part before a cell and the part after it cost at least their difference in weight; where that is
  // more than allowed, the cell cannot lie on the way. Weights grow, so the window only moves right.
  const whole = (a.sums[endA] as number) - (b.sums[endB] as number);
  const slack = Math.floor((allowed - Math.abs(whole)) / 2);
  if (slack < 0) return allowed + 1;
  const lowest = Math.min(0, whole) - slack;
  const highest = Math.max(0, whole) + slack;
  let from = 1;
  let to = 0;
  for (let i = 1; start + i <= endA; i++) {
    const weight = a.sums[start + i] as number;
    while (from <= n && weight - (b.sums[start + from] as number) > highest) from++;
    while (to < n && weight - (b.sums[start + to + 1] as number) >= lowest) to++;
    const least = fillLine(a, b, { start, i, from, to }, before, previous, current);
    if (least > allowed) return allowed + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[n] as number, allowed + 1);
}

interface Window {
  start: number;
  i: number;
  from: number;
  to: number;
}

/** One line of the table inside its window; gives the least cost in it. */
function fillLine(
  a: Units,
  b: Units,
  window: Window,
  before: Int32Array,
  previous: Int32Array,
  current: Int32Array,
): number {
  const { start, i, from, to } = window;
  const p = start + i - 1;
  const code = a.codes[p] as number;
  const plain = a.bases[p] as number;
  const cost = a.costs[p] as number;
  if (from >= 2) current[from - 2] = FAR;
  current[from - 1] = from === 1 ? (previous[0] as number) + cost : FAR;
  let least = current[from - 1] as number;
  for (let j = from; j <= to; j++) {
    const q = start + j - 1;
    const other = b.codes[q] as number;
    const otherCost = b.costs[q] as number;
    let best = previous[j - 1] as number;
    if (code !== other) best += plain === b.bases[q] ? LIGHT : cost > otherCost ? cost : otherCost;
    const drop = (previous[j] as number) + cost;
    if (drop < best) best = drop;
    const add = (current[j - 1] as number) + otherCost;
    if (add < best) best = add;
    if (i > 1 && j > 1 && code === b.codes[q - 1] && other === a.codes[p - 1]) {
      const swap = (before[j - 2] as number) + (cost > otherCost ? cost : otherCost);
      if (swap < best) best = swap;
    }
    current[j] = best;
    if (best < least) least = best;
  }
  return least;
}
