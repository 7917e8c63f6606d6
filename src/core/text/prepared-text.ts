import { foldText } from './fold';
import { DIGIT, LETTER, LIGHT } from './edit-cost';

/** A text made ready for many comparisons. Made by prepare; its parts are for similarityPrepared only. */
export interface PreparedText {
  folded: string;
  /** Letters as folded, and without marks; one entry per UTF-16 unit. */
  codes: Uint16Array;
  bases: Uint16Array;
  /** What it costs to add or drop each unit; the sums before each of them and of all at the end. */
  costs: Uint8Array;
  sums: Uint32Array;
  weight: number;
  /** How often each of a–z, any digit, any other letter occurs, without marks. */
  letters: Uint8Array;
  words: readonly string[];
  /** The words without marks. */
  plainWords: readonly string[];
}

const OTHER = 27;
const KINDS = 28;
const DIGITS = 26;

const baseOf = new Map<number, number>();

function base(code: number): number {
  if (code < 128) return code;
  let found = baseOf.get(code);
  if (found === undefined) {
    found = code === 0x111 ? 100 : String.fromCharCode(code).normalize('NFD').charCodeAt(0);
    baseOf.set(code, found);
  }
  return found;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const lightUnit = /[^\p{L}\p{M}\p{N}\p{Cs}]/u;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The text made ready for similarityPrepared; prepare each label of a form once. */
export function prepare(s: string): PreparedText {
  const folded = foldText(s);
  const length = folded.length;
  const codes = new Uint16Array(length);
  const bases = new Uint16Array(length);
  const costs = new Uint8Array(length);
  const sums = new Uint32Array(length + 1);
  const letters = new Uint8Array(KINDS);
  let weight = 0;
  for (let i = 0; i < length; i++) {
    const code = folded.charCodeAt(i);
    const plain = base(code);
    codes[i] = code;
    bases[i] = plain;
    const small = plain >= 97 && plain <= 122;
    const light = !small && !isDigit(plain) && lightUnit.test(folded[i] as string);
    const cost = light ? LIGHT : isDigit(plain) ? DIGIT : LETTER;
    costs[i] = cost;
    weight += cost;
    sums[i + 1] = weight;
    if (light) continue;
    const slot = small ? plain - 97 : isDigit(plain) ? DIGITS : OTHER;
    letters[slot] = Math.min(255, (letters[slot] as number) + 1);
  }
  const words = folded.match(wordPattern) ?? [];
  return { folded, codes, bases, costs, sums, weight, letters, words, plainWords: words.map(plainWord) };
}

function plainWord(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) out += String.fromCharCode(base(word.charCodeAt(i)));
  return out;
}
