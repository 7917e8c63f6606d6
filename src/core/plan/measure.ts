import type { Style } from '../model/output-plan';

/**
 * Advance widths of Times New Roman in thousandths of an em (the font's own metrics, which Times shares).
 * Vietnamese marks do not widen a letter; ơ and ư carry their horn.
 */
const WIDTH_GROUPS: readonly [number, string][] = [
  [250, ' .,'],
  [180, "'"],
  [278, 'ijlt/:;\\'],
  [333, 'frI()-!['],
  [389, 'sJ'],
  [408, '"'],
  [444, 'acez?“”'],
  [500, 'bdghknopquvxyđ0123456789*–$_#'],
  [556, 'ươPSF'],
  [564, '+=<>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'wADGHKNOQUVXYĐƯƠ'],
  [778, 'm&'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
  [1000, '…—'],
];
const WIDTHS = new Map(WIDTH_GROUPS.flatMap(([width, chars]) => [...chars].map((ch) => [ch, width] as const)));
/** For a character that the table does not have; wide, so that a row comes out too high rather than too low. */
const UNKNOWN = 722;
/** Liberation Serif, which stands in for Times New Roman on many PCs, borrows these letters from a wider font. */
const BORROWED = /[\u1EA0-\u1EF9ơưƠƯ]/;
const BORROWED_EXTRA = 130;
/** Bold Times New Roman is up to 8 % wider than regular. */
const BOLD = 1.08;
/** One column unit is a digit of the default font: half an em of 12 points. */
const POINTS_PER_CHAR = 6;
/** What Excel keeps free at both sides of a cell, in points. */
const PADDING = 7;
/** Line height over font size, with room for two stacked Vietnamese marks ("Ệ"). */
const LINE = 1.3;
/** Air above and below a text together, in points. */
const AIR = 4;
/** Excel's highest row, in points. */
export const MAX_HEIGHT = 409;

const base = (ch: string): string =>
  /[đĐ]/.test(ch)
    ? ch
    : ch
        .normalize('NFD')
        .replace(/[\u0300-\u031A\u031C-\u036f]/g, '')
        .normalize('NFC');

const known = new Map<string, number>();

function charWidth(ch: string): number {
  let width = known.get(ch);
  if (width === undefined)
    known.set(
      ch,
      (width = (WIDTHS.get(ch) ?? WIDTHS.get(base(ch)) ?? UNKNOWN) + (BORROWED.test(ch) ? BORROWED_EXTRA : 0)),
    );
  return width;
}

/** Width of one line of text in points: "Tiêu chí" at 12 points is about 42. */
export function textWidth(text: string, font: Style['font']): number {
  let sum = 0;
  for (const ch of text) sum += charWidth(ch);
  return (sum / 1000) * font.size * (font.bold ? BOLD : 1);
}

/** How many lines a text takes in a column of `chars` characters, breaking between words as Excel does. At least 1. */
export function lineCount(text: string, chars: number, font: Style['font'], indent = 0): number {
  const room = Math.max(chars * POINTS_PER_CHAR - PADDING - indent * 9, font.size);
  const space = textWidth(' ', font);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const width = textWidth(word, font);
      if (used > 0 && used + space + width > room) {
        lines += 1;
        used = 0;
      } else if (used > 0) used += space;
      used += width;
      while (used > room) {
        lines += 1;
        used -= room;
      }
    }
  }
  return lines;
}

/** Height in points that a text needs in a column (or merged columns) of `chars` characters; at most Excel's limit. */
export function textHeight(text: string, chars: number, style: Style): number {
  const lines = style.align.wrap ? lineCount(text, chars, style.font, style.align.indent) : 1;
  return Math.min(Math.ceil(lines * style.font.size * LINE) + AIR, MAX_HEIGHT);
}
