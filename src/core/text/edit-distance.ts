/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to turn one word into the other;
 * `limit + 1` where it is more than `limit`. "taichinh" to "taichnih" is 1.
 */
export function edits(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || unlike(a, b) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j - 1] ?? 0) + same, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

/** Letters of one that the other has not, whatever their order: never more than the edits. */
function unlike(a: string, b: string): number {
  const counts = new Int8Array(128);
  for (let i = 0; i < a.length; i++) bump(counts, a.charCodeAt(i) & 127, 1);
  for (let i = 0; i < b.length; i++) bump(counts, b.charCodeAt(i) & 127, -1);
  let over = 0;
  let under = 0;
  for (const count of counts)
    if (count > 0) over += count;
    else under -= count;
  return Math.max(over, under);
}

function bump(counts: Int8Array, slot: number, by: number): void {
  counts[slot] = (counts[slot] ?? 0) + by;
}
