import { edits } from './edit-distance';

/** A text as folded words, with marks and without: ["sở", "tư", "pháp"], ["so", "tu", "phap"]. */
export interface Worded {
  words: readonly string[];
  plainWords: readonly string[];
}

/**
 * The words of each wording that have no counterpart in the other. A misspelt word has one, and so have words run
 * together or cut apart: "kếhoạch" and "kế hoạch" give none, "một cửa" and "một cửa liên thông" give none and "liên",
 * "thông". Give the texts in a fixed order to have it symmetric.
 */
export function unmatchedWords(a: Worded, b: Worded): { ofA: string[]; ofB: string[] } {
  const leftA = leftovers(a.words, b.words);
  const leftB = leftovers(b.words, a.words);
  if (leftA.length === 0 && leftB.length === 0) return { ofA: [], ofB: [] };
  // Joined words first: "kếhoạch" also looks like a misspelt "hoạch".
  dropJoined(a.plainWords, leftA, b.plainWords, leftB);
  dropJoined(b.plainWords, leftB, a.plainWords, leftA);
  dropAlike(a.plainWords, leftA, b.plainWords, leftB);
  if (leftA.length > 0 && leftB.length > 0 && alike(joined(a.plainWords, leftA), joined(b.plainWords, leftB)))
    return { ofA: [], ofB: [] };
  return { ofA: leftA.map((i) => a.words[i] as string), ofB: leftB.map((i) => b.words[i] as string) };
}

/**
 * Places of the words that the other side does not have as often. Words alike at both ends are set aside first, so that
 * in "cơ quan có cơ cấu" against "cơquan có cơ cấu" it is the first "cơ" that is left over.
 */
function leftovers(words: readonly string[], others: readonly string[]): number[] {
  let start = 0;
  let end = 0;
  const shortest = Math.min(words.length, others.length);
  while (start < shortest && words[start] === others[start]) start++;
  while (end < shortest - start && words[words.length - 1 - end] === others[others.length - 1 - end]) end++;
  const free = others.slice(start, others.length - end);
  const left: number[] = [];
  for (let i = start; i < words.length - end; i++) {
    const at = free.indexOf(words[i] as string);
    if (at >= 0) free.splice(at, 1);
    else left.push(i);
  }
  return left;
}

const joined = (words: readonly string[], places: readonly number[]): string => places.map((i) => words[i]).join('');

function dropAlike(a: readonly string[], leftA: number[], b: readonly string[], leftB: number[]): void {
  for (let i = leftA.length - 1; i >= 0; i--) {
    const at = leftB.findLastIndex((j) => alike(a[leftA[i] as number] as string, b[j] as string));
    if (at < 0) continue;
    leftB.splice(at, 1);
    leftA.splice(i, 1);
  }
}

/** Takes out a word of `one` that is two neighbouring words of `two` run together. */
function dropJoined(one: readonly string[], leftOne: number[], two: readonly string[], leftTwo: number[]): void {
  for (let i = leftOne.length - 1; i >= 0; i--) {
    const word = one[leftOne[i] as number] as string;
    const at = leftTwo.findIndex((j, k) => leftTwo[k + 1] === j + 1 && alike(word, `${two[j]}${two[j + 1]}`));
    if (at < 0) continue;
    leftTwo.splice(at, 2);
    leftOne.splice(i, 1);
  }
}

/** Words that must be equal: figures, and numerals as in "Quý II". */
const EXACT = /\d|^[ivx]+$/;

/**
 * The same word misspelt: one slip, in words run together two. In words of two letters nothing may be changed,
 * only added, dropped or swapped, since "sở" and "bộ" are one change apart.
 */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (EXACT.test(a) || EXACT.test(b)) return false;
  const longest = Math.max(a.length, b.length);
  const slips = longest <= 7 ? 1 : 2;
  if (longest <= 2) return a.length !== b.length ? a.includes(b) || b.includes(a) : a === `${b[1]}${b[0]}`;
  return edits(a, b, slips) <= slips;
}
