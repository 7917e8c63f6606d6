/** Cyrillic and Greek letters that print exactly as a Latin one, in their own case. */
const CYRILLIC = ['АВЕЅІЈКМНОРСТУХасеѕіјорху', 'ABESIJKMHOPCTYXacesijopxy'];
const GREEK = ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'];
const LATIN = new Map(
  [CYRILLIC, GREEK].flatMap(([foreign, latin]) =>
    [...foreign!].map((c, i): [string, string] => [c, latin![i] as string]),
  ),
);

const FOREIGN = /[\u0370-\u052F\u1F00-\u1FFF]/;
const WORDS = /[\p{L}\p{M}]+/gu;
const HAS_LATIN = /\p{Script=Latin}/u;

/**
 * The text with Cyrillic and Greek look-alikes replaced by the Latin letters they stand for, in words that hold a Latin
 * letter; words wholly in another alphabet stay. "Cоng chức" with a Cyrillic о is "Cong chức". NFD where something was
 * replaced, else unchanged.
 */
export function withoutLookAlikes(text: string): string {
  if (!FOREIGN.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(WORDS, (word) => (HAS_LATIN.test(word) ? [...word].map((c) => LATIN.get(c) ?? c).join('') : word));
}
