import { withoutLookAlikes } from './look-alikes';
import { remember } from './remember';
import { trimEnds } from './trim-ends';
import { wordsWithoutUnseen } from './unseen';

const LETTERS = 'a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';

/**
 * U+00AD is the letter ư in TCVN3 text that has not been decoded. It is only taken for a soft hyphen
 * where letters of real Vietnamese stand on both sides; anywhere else it stays, so that the text still
 * differs from what it is not.
 */
const SOFT_HYPHEN = new RegExp(`(?<=[${LETTERS}])\\u00AD+(?=[${LETTERS}])`, 'g');

const DASHES = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63]/g;
const DOUBLE_QUOTES = /[\u201C-\u201F\u00AB\u00BB\u2033]/g;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u00B4`]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const SPACES = /\s+/g;
/** Brackets and % stay: they belong to the wording. */
const ENDS = '.,;:!?"\'*_•●▪…-';

const TONES = ['aàáảãạ', 'eèéẻẽẹ', 'iìíỉĩị', 'oòóỏõọ', 'uùúủũụ', 'yỳýỷỹỵ'];
const toneOf = new Map<string, number>();
const bareOf = new Map<string, string>();
for (const row of TONES) {
  [...row].forEach((letter, tone) => {
    toneOf.set(letter, tone);
    bareOf.set(letter, row[0] as string);
  });
}

/** The same vowel with another tone: ("a", 1) is "à". */
function withTone(bare: string, tone: number): string {
  const row = TONES.find((r) => r.startsWith(bare));
  return row?.[tone] ?? bare;
}

/** Moves the tone from the first vowel of a pair to the second. */
function toSecond(first: string, second: string): string {
  return (bareOf.get(first) ?? first) + withTone(second, toneOf.get(first) ?? 0);
}

function toFirst(first: string, second: string): string {
  return withTone(first, toneOf.get(second) ?? 0) + (bareOf.get(second) ?? second);
}

const AFTER_QU_GI = /(q)([ùúủũụ])([aeiy])|(g)([íìỉĩị])([aou])/g;
const CLOSED = /([òóỏõọ])([ae])(?=[\p{L}\p{M}])|([ùúủũụ])(y)(?=[\p{L}\p{M}])/gu;
const OPEN = /(o)([àáảãạèéẻẽẹ])(?![\p{L}\p{M}])|(?<!q)(u)([ỳýỷỹỵ])(?![\p{L}\p{M}])/gu;

/** Moving one tone can make place for the next ("gịúy"); a few rounds settle every text. */
function settleTones(s: string): string {
  let placed = s;
  for (let round = 0; round < 4; round++) {
    const next = placeTones(placed);
    if (next === placed) return next;
    placed = next;
  }
  return placed;
}

/** One place for the tone: "hoà" and "uỷ" as "hòa" and "ủy"; the slips "tòan", "qúy", "gía" as "toàn", "quý", "giá". */
function placeTones(s: string): string {
  return s
    .replace(AFTER_QU_GI, (_, q, u, v, g, i, w) => (q ? q + toSecond(u, v) : g + toSecond(i, w)))
    .replace(CLOSED, (_, o, a, u, y) => (o ? toSecond(o, a) : toSecond(u, y)))
    .replace(OPEN, (_, o, a, u, y) => (o ? toFirst(o, a) : toFirst(u, y)));
}

const ASCII = /^[\t-\r\x20-\x7e]*$/;

/**
 * The text as it is compared: NFC, lower case, one kind of space, dash and quote, one place for tone marks, no
 * punctuation at the ends, Latin letters for full-width, Cyrillic and Greek ones that look the same. Diacritics and đ
 * stay; y and i are not exchanged. For texts whose fonts are already decoded. "  SỞ  Tư pháp – Khánh Hoà." is "sở tư
 * pháp - khánh hòa".
 */
export function foldText(s: string): string {
  return remembered(s);
}

function fold(s: string): string {
  if (ASCII.test(s)) return trimEnds(s.toLowerCase().replace(/`/g, "'").replace(SPACES, ' '), ENDS);
  const narrow = wordsWithoutUnseen(s).replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  // Before lower case: В looks like B, в like no Latin letter.
  const folded = withoutLookAlikes(narrow)
    .toLowerCase()
    .normalize('NFC')
    // Eth and the African D are often typed for Đ; they look the same.
    .replace(/[\u00F0\u0256]/g, 'đ')
    .replace(SOFT_HYPHEN, '')
    .replace(DASHES, '-')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'");
  return trimEnds(settleTones(folded).replace(SPACES, ' '), ENDS);
}

const remembered = remember(fold);
