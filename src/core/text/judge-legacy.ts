import { decodeLegacy } from './decode-legacy';
import type { LegacyEncoding } from './legacy-font';
import { isVietnameseSyllable } from './vietnamese-syllable';

/**
 * plain: nothing an old encoding would read another way; legacy, unicode: the words are Vietnamese only when decoded,
 * only as they are; either: they do not tell; mixed: letters of Unicode and codes of the old encoding in one text.
 */
export type LegacyVerdict = 'plain' | 'legacy' | 'unicode' | 'either' | 'mixed';

/** Vietnamese letters and marks that no 8-bit font could hold. */
const BEYOND =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300-\u0309\u0323\u1EA0-\u1EF9]/;
const HIGH = /[\u00A1-\u00FF]/;
/** Quotes are punctuation of Unicode texts too, hence no part of a word unless decoding is asked for. */
const WORD = /[A-Za-z\u00A1-\u00FF]+/g;
/**
 * Codes that are no letter of Vietnamese in Unicode, next to a letter. Quotes, soft hyphen and middle dot may be
 * genuine.
 */
const STRANGE: Readonly<Record<'tcvn3' | 'vni', RegExp>> = {
  tcvn3: /[A-Za-z][¡-ª¬®µ¶¸¹¼-¾Æ-ÇÑÖ-ØÞßåæçëîïñöø÷ûüþ]|[¡-ª¬®µ¶¸¹¼-¾][A-Za-z]/,
  vni: /[AEOUYÔÖaeouyôö][ÄÅËÏØÛÜäåëïøûü]|[ÖÑÎÆöñîæ][A-Za-z]/,
};

/**
 * What a text says about its own encoding when its cell has an old font. "c¸c b¸o c¸o" is "legacy", "báo cáo" is
 * "unicode".
 */
export function judgeLegacy(text: string, encoding: LegacyEncoding): LegacyVerdict {
  if (BEYOND.test(text))
    return HIGH.test(text) && STRANGE[encoding === 'vni' ? 'vni' : 'tcvn3'].test(text) ? 'mixed' : 'unicode';
  if (!HIGH.test(text)) return 'plain';
  const plain = encoding === 'tcvn3-capitals' ? 'tcvn3' : encoding;
  let decoded = 0;
  let stored = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!HIGH.test(word)) continue;
    if (isVietnameseSyllable(decodeLegacy(word, plain))) decoded++;
    if (isVietnameseSyllable(word)) stored++;
  }
  if (decodeLegacy(text, plain) === text) return stored > 0 ? 'unicode' : 'plain';
  if (decoded === stored) return 'either';
  return decoded > stored ? 'legacy' : 'unicode';
}
