/**
 * The letters that occur in a word, one bit for each of a–z, one for digits and one for everything else. Cheap to
 * compare: a kind of letter that only one of two words has costs at least one edit. "taichinh" has the bits of a, c, h,
 * i, n and t.
 */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? 26 : 27);
  }
  return mask;
}

/**
 * A number of edits that two words with these masks need at least: each side's letters that the other lacks, counted
 * once.
 */
export function leastEdits(a: number, b: number): number {
  return Math.max(bits(a & ~b), bits(b & ~a));
}

function bits(mask: number): number {
  let n = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) n++;
  return n;
}
