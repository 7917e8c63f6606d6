import { remember } from './remember';
import { stripMarks } from './strip-marks';

/** So many letters may stand for as many words: "ĐVSNCL" is the longest in use. */
const MOST_LETTERS = 8;

/** Words that count things and say nothing else. */
const FILLERS: ReadonlySet<string> = new Set(['so', 'luong', 'sl', 'cac']);

const wordsOf = remember(
  (text: string): readonly string[] =>
    stripMarks(text.normalize('NFC'))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [],
);

/**
 * Whether a label is a row's wording shortened: each of its words, in order, is a word of the row, the beginning of one
 * ("t.nghiệm" for "trách nhiệm" is not), or the first letters of two or more of its words in a row ("CQHC" for "cơ quan
 * hành chính"). Words of the row may be left out. Says nothing of which row is meant where several fit.
 */
export function isShortened(label: string, wording: string): boolean {
  const own = wordsOf(label).filter((w) => !FILLERS.has(w));
  const words = wordsOf(wording);
  if (own.length === 0 || own.length >= words.length) return false;
  let at = 0;
  let initials = false;
  for (const word of own) {
    const next = place(word, words, at);
    if (!next) return false;
    initials ||= next.initials;
    at = next.after;
  }
  return initials;
}

function place(word: string, words: readonly string[], from: number): { after: number; initials: boolean } | null {
  const whole = words.indexOf(word, from);
  if (whole >= 0) return { after: whole + 1, initials: false };
  if (word.length < 2 || word.length > MOST_LETTERS || /\d/.test(word)) return null;
  for (let i = from; i + word.length <= words.length; i++)
    if ([...word].every((letter, k) => words[i + k]!.startsWith(letter)))
      return { after: i + word.length, initials: true };
  return null;
}
