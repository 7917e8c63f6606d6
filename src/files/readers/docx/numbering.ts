import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';
import type { ListPlace } from './styles';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface List {
  shape: string;
  overrides: Map<number, { start?: number; level?: Level }>;
}

/** Counts list paragraphs in document order, as Word does when it draws their numbers. */
export interface Numbering {
  /**
   * The number of the next paragraph at this place, as shown: "1.", "2.1", "-"; "" for ornamental bullets and unknown
   * lists.
   */
  next(place: Partial<ListPlace>): string;
}

/** A list has nine levels (ECMA-376 part 1, 17.9.6). */
const LEVELS = 9;
/** Bullets that officers also type, and read as a sign; the others are ornament, often a code of a symbol font. */
const TYPED_BULLET = /^[-–—+*]$/;

/** Lists of a document (numbering.xml); `source` null where it has none. */
export function readNumbering(source: string | null, limits: ReadLimits): Numbering {
  const shapes = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  const cursor = new XmlCursor(source ?? '<numbering/>', limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (shapes.size + lists.size > limits.styles) throw tooLarge('quá nhiều kiểu danh sách');
    if (cursor.is('abstractNum')) shapes.set(cursor.attribute('abstractNumId') ?? '', readLevels(cursor));
    else if (cursor.is('num')) lists.set(cursor.attribute('numId') ?? '', readList(cursor));
  }
  return { next: counter(shapes, lists) };
}

/** Lists of one shape go on counting each other's paragraphs; a list that overrides its start begins anew once. */
function counter(
  shapes: Map<string, Map<number, Level>>,
  lists: Map<string, List>,
): (place: Partial<ListPlace>) => string {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ list: id = '0', level = 0 }) => {
    const list = lists.get(id);
    if (!list) return '';
    const levelOf = (n: number): Level | undefined => list.overrides.get(n)?.level ?? shapes.get(list.shape)?.get(n);
    const own = levelOf(level);
    if (!own) return '';
    let count = counts.get(list.shape);
    if (!count) counts.set(list.shape, (count = []));
    const startAt = (n: number): number => list.overrides.get(n)?.start ?? levelOf(n)?.start ?? 1;
    const first = `${id}/${level}`;
    if (!begun.has(first)) {
      begun.add(first);
      if (list.overrides.get(level)?.start !== undefined) count[level] = undefined;
    }
    count[level] = (count[level] ?? startAt(level) - 1) + 1;
    for (let n = level + 1; n < LEVELS; n++) count[n] = undefined;
    if (own.format === 'bullet') return TYPED_BULLET.test(own.text) ? own.text : '';
    if (own.format === 'none') return '';
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const n = Number(digit) - 1;
      return showCount(count[n] ?? startAt(n), levelOf(n)?.format ?? 'decimal');
    });
  };
}

function readLevels(cursor: XmlCursor): Map<number, Level> {
  const levels = new Map<number, Level>();
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('lvl')) continue;
    const n = Number(cursor.attribute('ilvl'));
    if (n >= 0 && n < LEVELS) levels.set(n, readLevel(cursor));
  }
  return levels;
}

function readLevel(cursor: XmlCursor): Level {
  const level: Level = { start: 1, format: 'decimal', text: '' };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('start')) level.start = wholeNumber(cursor.attribute('val'));
    else if (cursor.is('numFmt')) level.format = ownString(cursor.attribute('val') ?? 'decimal');
    else if (cursor.is('lvlText')) level.text = ownString((cursor.attribute('val') ?? '').slice(0, 100));
  }
  return level;
}

function readList(cursor: XmlCursor): List {
  const list: List = { shape: '', overrides: new Map() };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('abstractNumId')) list.shape = cursor.attribute('val') ?? '';
    else if (cursor.is('lvlOverride')) {
      const n = Number(cursor.attribute('ilvl'));
      const override: { start?: number; level?: Level } = {};
      const inside = cursor.depth;
      while (cursor.nextChild(inside)) {
        if (cursor.is('startOverride')) override.start = wholeNumber(cursor.attribute('val'));
        else if (cursor.is('lvl')) override.level = readLevel(cursor);
      }
      list.overrides.set(n, override);
    }
  }
  return list;
}

function wholeNumber(value: string | null): number {
  const n = Number(value ?? 1);
  return Number.isSafeInteger(n) && n >= 0 ? n : 1;
}

function showCount(n: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'lowerLetter':
      return letters(n);
    default:
      return String(n);
  }
}

/** 27 is "aa": Word repeats the letter. */
function letters(n: number): string {
  return n < 1 || n > 780 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n < 1 || n > 3_999) return String(n);
  let text = '';
  for (const [value, sign] of ROMAN) for (; n >= value; n -= value) text += sign;
  return text;
}
