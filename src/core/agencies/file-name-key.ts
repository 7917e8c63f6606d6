import { tokenise, type Token } from './tokens';

/** What every second file name holds, whoever sent it. */
const REPORT = new Set(['phuluc', 'baocao', 'cchc', 'bc', 'pl', 'plbc', 'final', 'copy', 'file']);
const PAIRS = new Set(['phu luc', 'bao cao', 'cai cach', 'cuoi cung']);
/** A number behind these tells time or version. Not "p", "q" of a ward or district. */
const COUNTED = new Set(['nam', 'quy', 'thang', 'ngay', 'lan', 'v', 'ver', 'version', 'pl', 'phuluc', 'luc', 't']);
/** "(123456)" or "-   copy", in characters. */
const LONGEST_ADDED = 20;
const LOCAL = new Set(['ubnd', 'tp', 'quan', 'phuong', 'p', 'xa', 'kp', 'to']);

/**
 * The words of a file's name by which the same sender's next file is known: folded, with marks, without folder,
 * numbering, dates, versions and report words; "" where nothing is left. "Cac so/02. Sở Tư pháp_PL2 Quý III-2020
 * (1).xlsx" is "sở tư pháp". A number that may be part of a name stays: "Phường 7".
 */
export function fileNameKey(file: string): string {
  const base = file
    .normalize('NFC')
    .replace(/^.*\//, '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .trim();
  // "Ten (1)", "Ten - Copy": what a system adds to a second file of a name, with the number before it.
  const added = /(?:\(\d+\)|-\s*copy)$/i.exec(base.slice(-LONGEST_ADDED))?.[0].length ?? 0;
  const tokens = tokenise(added > 0 ? withoutTail(base.slice(0, -added)) : base);
  const kept: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const skip = timeAt(tokens, i, kept.length === 0) || reportAt(tokens, i);
    if (skip > 0) {
      i += skip;
      continue;
    }
    kept.push(tokens[i]!.marked);
    i++;
  }
  return kept.join(' ');
}

function withoutTail(text: string): string {
  let to = text.length;
  while (to > 0 && /[\d\s]/.test(text[to - 1]!)) to--;
  return text.slice(0, to);
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && /^\p{N}+$/u.test(token.key);
const isRoman = (token: Token | undefined): boolean => token !== undefined && /^(i{1,3}|iv)$/.test(token.key);
const isYear = (token: Token | undefined): boolean => token !== undefined && /^(19|20)\d\d$/.test(token.key);

/** How many tokens from here tell a number in a list, a date, a period or a version; 0 where none. */
function timeAt(tokens: readonly Token[], i: number, first: boolean): number {
  const [here, next, third] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!here) return 0;
  if (isNumber(here)) {
    if (here.key.length === 6 || here.key.length === 8 || isYear(here)) return 1;
    // "phường 7 - 2020" holds a year, no month.
    if (LOCAL.has(tokens[i - 1]?.key ?? '')) return 0;
    if (isNumber(next) && isYear(third)) return 3;
    if (isYear(next)) return 2;
    if (next?.key === 'thang')
      return tokens[i + 2]?.key === 'dau' || tokens[i + 2]?.key === 'cuoi' ? (tokens[i + 3]?.key === 'nam' ? 4 : 3) : 2;
    return first || next?.key === 'bc' ? 1 : 0;
  }
  if (COUNTED.has(here.key) && (isNumber(next) || (here.key === 'quy' && isRoman(next)))) return 2;
  if (here.key === 'q' && /^[1-4]$/.test(next?.key ?? '') && i > 0 && !LOCAL.has(tokens[i - 1]!.key)) return 2;
  return 0;
}

function reportAt(tokens: readonly Token[], i: number): number {
  const [here, next] = [tokens[i]!, tokens[i + 1]];
  if (next && PAIRS.has(`${here.key} ${next.key}`))
    return here.key === 'cai' && tokens[i + 2]?.key === 'hanhchinh' ? 3 : 2;
  return REPORT.has(here.key) ? 1 : 0;
}
