import { foldText } from '../text/fold';
import { stripMarks } from '../text/strip-marks';

/**
 * What stands before a token: start: nothing; hard: a line feed, slash, bracket or dash between blanks; camel: only a
 * change of case or a digit.
 */
export type Gap = 'start' | 'hard' | 'soft' | 'camel';

/** One word of a clue or of a name, with common long forms already shortened ("ủy ban nhân dân" is "ubnd"). */
export interface Token {
  /** Without marks, lower-case. */
  key: string;
  /** With marks, folded. */
  marked: string;
  gap: Gap;
  /** Line number from 0. */
  line: number;
  /** A letter group with digits glued behind ("T11", "PL2", "v2") is not part of a symbol. */
  numbered: boolean;
  /** Typed in capitals. */
  capitals: boolean;
}

const PIECE = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{Lo}+|\p{N}+/gu;
const HARD = /[\n/\\()[\];:|+]|\s[-–—]|[-–—]\s|\s{3,}|\t/u;

/**
 * Words that mean the same, by their shortest form; applied to clues and names alike, so that only sameness matters.
 */
const SHORT: readonly (readonly [readonly string[], string])[] = [
  [['uy', 'ban', 'nhan', 'dan'], 'ubnd'],
  [['hoi', 'dong', 'nhan', 'dan'], 'hdnd'],
  [['uy', 'ban', 'nd'], 'ubnd'],
  [['phat', 'trien', 'nong', 'thon'], 'ptnt'],
  [['khu', 'cong', 'nghiep'], 'kcn'],
  [['ban', 'quan', 'ly'], 'bql'],
  [['khu', 'kinh', 'te'], 'kkt'],
  [['thanh', 'pho'], 'tp'],
  [['thi', 'tran'], 'thitran'],
  [['dac', 'khu'], 'dackhu'],
  [['van', 'phong'], 'vp'],
  // Not for their length: alone these words may belong to a name ("Du lịch", "Thông tin").
  [['du', 'thao'], 'duthao'],
  [['cong', 'tac'], 'congtac'],
  [['dinh', 'kem'], 'dinhkem'],
  [['thong', 'ke'], 'thongke'],
  [['don', 'vi'], 'donvi'],
  [['chinh', 'thuc'], 'chinhthuc'],
  [['hanh', 'chinh'], 'hanhchinh'],
  [['thuc', 'hien'], 'thuchien'],
  [['hoan', 'chinh'], 'hoanchinh'],
];
const GLUED: readonly (readonly [string, string])[] = SHORT.map(([long, short]) => [long.join(''), short]);

/**
 * The words of a text in reading order: "UBND_huyen_VanNinh" is ubnd, huyen, van, ninh. "và" is left out, as clerks do.
 */
export function tokenise(text: string): Token[] {
  const raw: Token[] = [];
  const nfc = text.normalize('NFC');
  let end = 0;
  let line = 0;
  for (const found of nfc.matchAll(PIECE)) {
    const between = nfc.slice(end, found.index);
    line += between.split('\n').length - 1;
    const after = nfc[found.index + found[0].length] ?? '';
    const key = stripMarks(found[0]);
    const numbered = found[0].length < 3 && /\p{N}/u.test(after) && !/\p{N}/u.test(found[0]);
    raw.push({
      key,
      marked: foldText(found[0]),
      gap: gapOf(between, raw.length === 0),
      line,
      numbered,
      capitals: found[0] === found[0].toUpperCase(),
    });
    end = found.index + found[0].length;
  }
  return shorten(raw);
}

function gapOf(between: string, first: boolean): Gap {
  if (first) return 'start';
  if (between === '') return 'camel';
  return HARD.test(between) ? 'hard' : 'soft';
}

function shorten(raw: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < raw.length;) {
    const token = raw[i] as Token;
    const found = SHORT.find(([long]) => long.every((word, k) => raw[i + k]?.key === word)) ?? townOf(raw, i);
    if (found) {
      // Marks of a shortened phrase are let go: it stands for its long and its short form.
      out.push({ ...token, key: found[1], marked: found[1], numbered: false });
      i += found[0].length;
      continue;
    }
    i++;
    if (token.key === 'va') continue;
    out.push(unglue(token));
  }
  return out;
}

/** "vanphongubnd" is vpubnd. */
function unglue(token: Token): Token {
  const key =
    token.key.length < 8 ? token.key : GLUED.reduce((text, [long, short]) => text.replace(long, short), token.key);
  return { ...token, key, marked: token.marked === token.key ? key : token.marked };
}

/** "thị xã" is one word, but not where "xã hội" follows. */
function townOf(raw: readonly Token[], i: number): readonly [readonly string[], string] | undefined {
  const is = raw[i]?.key === 'thi' && raw[i + 1]?.key === 'xa' && raw[i + 2]?.key !== 'hoi';
  return is ? [['thi', 'xa'], 'tx'] : undefined;
}
