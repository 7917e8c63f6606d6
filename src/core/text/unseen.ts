/**
 * Characters that draw nothing: controls, soft hyphen, joiners, direction marks, variation selectors, tags (Unicode's
 * Default_Ignorable_Code_Point and Cc). Line ends and tabs are not among them, nor what draws a blank.
 */
const NOTHING = /(?![\t-\r\u0085\u115F\u1160\u3164\uFFA0])[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]/gu;
/** The same in a text with words, where U+00AD may be the letter ư of an old font (see fold.ts). */
const NOTHING_IN_WORDS = new RegExp(NOTHING.source.replace('(?![', '(?![\\u00AD'), 'gu');
/** Characters that draw a blank though they are no blanks to a program: next line, Hangul fillers, empty Braille. */
const BLANKS = /[\u0085\u115F\u1160\u2800\u3164\uFFA0]/g;
/** Nothing of either kind is in here: most texts, and cheap to tell. */
const PLAIN = /^[\t\n\r\x20-\x7E\u00A0-\u00AC\u00AE-\u0233\u1EA0-\u1EF9\u2010-\u2015\u2018-\u201F\u2026]*$/;

/** A figure without what cannot be seen in it: "\u202D4\u202C" is "4"; what draws a blank is a blank. */
export function withoutUnseen(text: string): string {
  return PLAIN.test(text) ? text : text.replace(NOTHING, '').replace(BLANKS, ' ');
}

/** The same for wording; the soft hyphen stays, which is a letter in texts of old fonts. */
export function wordsWithoutUnseen(text: string): string {
  return PLAIN.test(text) ? text : text.replace(NOTHING_IN_WORDS, '').replace(BLANKS, ' ');
}

/** Kinds of such characters by code, in words; the first that holds. */
const KINDS: readonly (readonly [from: number, to: number, name: string])[] = [
  [0x85, 0x85, 'dấu xuống dòng'],
  [0x00, 0x9f, 'ký tự điều khiển'],
  [0xad, 0xad, 'dấu nối mềm'],
  [0x61c, 0x61c, 'dấu định chiều chữ'],
  [0x115f, 0x1160, 'ô trống chữ Hàn'],
  [0x3164, 0x3164, 'ô trống chữ Hàn'],
  [0xffa0, 0xffa0, 'ô trống chữ Hàn'],
  [0x2800, 0x2800, 'ô trống chữ nổi'],
  [0x200b, 0x200b, 'khoảng trắng không có bề rộng'],
  [0x200c, 0x200d, 'dấu tách, ghép chữ'],
  [0x200e, 0x200f, 'dấu định chiều chữ'],
  [0x202e, 0x202e, 'dấu đảo chiều chữ'],
  [0x202a, 0x202d, 'dấu định chiều chữ'],
  [0x2066, 0x2069, 'dấu định chiều chữ'],
  [0x180b, 0x180f, 'dấu chọn kiểu chữ'],
  [0xfe00, 0xfe0f, 'dấu chọn kiểu chữ'],
  [0xfeff, 0xfeff, 'dấu đầu tệp (BOM)'],
  [0xe0100, 0xe01ef, 'dấu chọn kiểu chữ'],
  [0, 0x10ffff, 'ký tự ẩn'],
];
/** Names in one sentence; a cell with more kinds is no figure anybody typed. */
const NAMED = 3;

/** What cannot be seen in a text, in words for a sentence: "dấu định chiều chữ U+202D"; "" where there is nothing. */
export function nameUnseen(text: string): string {
  if (PLAIN.test(text)) return '';
  const found = new Set<number>();
  for (const pattern of [NOTHING, BLANKS])
    for (const [char] of text.matchAll(pattern)) found.add(char.codePointAt(0) ?? 0);
  const names = [...found].map((code) => {
    const name = KINDS.find(([from, to]) => code >= from && code <= to)?.[2] ?? '';
    return `${name} U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : names.join(', ');
}

/** U+202E: all that follows is drawn backwards, digits too. */
const BACKWARDS = /\u202E/;
/**
 * Marks under which the parts of a text around signs and blanks are drawn from right to left; a number alone is not.
 */
const RIGHT_TO_LEFT = /[\u061C\u200F\u202B\u2067]/;

/**
 * Whether marks of direction make a figure look otherwise than it is stored: "\u202E13" is seen as 31, and
 * "\u202B12 / 15" as 15 / 12.
 */
export function seenOtherwise(text: string): boolean {
  const bare = withoutUnseen(text).trim();
  if (BACKWARDS.test(text)) return [...bare].reverse().join('') !== bare;
  return RIGHT_TO_LEFT.test(text) && !/^[\d.,]*$/.test(bare);
}
