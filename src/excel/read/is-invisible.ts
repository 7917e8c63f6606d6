/**
 * Largest difference of two colours, per channel of 255, that a reader still cannot see. Light grey (#F2F2F2) on white
 * counts as unseen.
 */
const UNSEEN = 24;

function channels(colour: unknown): [number, number, number] | null {
  const m = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) : null;
  return m ? [parseInt(m[1]!, 16), parseInt(m[2]!, 16), parseInt(m[3]!, 16)] : null;
}

/** True where text of one colour cannot be read on the other ("#FFFFFF" on "#FFFFFF"). No fill is white paper. */
export function isInvisible(font: unknown, fill: unknown): boolean {
  const a = channels(font);
  const b = channels(fill === '' || fill === null || fill === undefined ? '#FFFFFF' : fill);
  return a !== null && b !== null && a.every((v, i) => Math.abs(v - b[i]!) <= UNSEEN);
}
