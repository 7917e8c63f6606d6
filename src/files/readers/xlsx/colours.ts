import { XmlCursor, XmlToken } from '../../xml/xml-cursor';

/** A colour as a workbook names it, before the theme is known. */
export interface ColourRef {
  rgb?: string;
  theme?: number;
  indexed?: number;
  tint: number;
}

/** Red, green, blue 0–255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** First eight of the indexed palette, repeated at 8–15 (ECMA-376 part 1, 18.8.27); the others are not near white. */
const INDEXED: readonly Rgb[] = [
  BLACK,
  WHITE,
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
  [255, 0, 255],
  [0, 255, 255],
];
/** Office theme, used where a workbook has none: white, black, then lt2, dk2 and the accents. */
const OFFICE_THEME: readonly Rgb[] = [
  WHITE,
  BLACK,
  [231, 230, 230],
  [68, 84, 106],
  [68, 114, 196],
  [237, 125, 49],
  [165, 165, 165],
  [255, 192, 0],
  [91, 155, 213],
  [112, 173, 71],
];
/** Two colours closer than this in every channel cannot be told apart on a screen or in print. */
const NEAR = 24;

/** Reads the attributes of `<color>`, `<fgColor>` or `<bgColor>` at the cursor. */
export function readColour(cursor: XmlCursor): ColourRef | undefined {
  const rgb = cursor.attribute('rgb');
  const theme = cursor.attribute('theme');
  const indexed = cursor.attribute('indexed');
  const tint = Number(cursor.attribute('tint') ?? 0) || 0;
  if (rgb !== null) return { rgb, tint };
  if (theme !== null) return { theme: Number(theme), tint };
  return indexed === null ? undefined : { indexed: Number(indexed), tint };
}

/** The colour itself, or null where it is the system's or unknown. */
export function resolveColour(ref: ColourRef | undefined, theme: readonly Rgb[]): Rgb | null {
  if (!ref) return null;
  if (ref.rgb !== undefined) {
    const m = /([0-9a-fA-F]{6})$/.exec(ref.rgb);
    return m ? tinted(hex(m[1]!), ref.tint) : null;
  }
  if (ref.theme !== undefined) return tinted(theme[ref.theme] ?? OFFICE_THEME[ref.theme] ?? BLACK, ref.tint);
  const index = ref.indexed!;
  return index < 16 ? tinted(INDEXED[index % 8]!, ref.tint) : null;
}

export function nearlySame(a: Rgb, b: Rgb): boolean {
  return Math.abs(a[0] - b[0]) < NEAR && Math.abs(a[1] - b[1]) < NEAR && Math.abs(a[2] - b[2]) < NEAR;
}

/** Colours of theme1.xml in the order workbooks count them: lt1, dk1, lt2, dk2, accents. */
export function readTheme(source: string): Rgb[] {
  const found = new Map<string, Rgb>();
  const cursor = new XmlCursor(source);
  const wanted = /^(?:dk|lt)[12]$|^accent[1-6]$/;
  let slot = '';
  while (cursor.next() !== XmlToken.End) {
    const name = cursor.name;
    if (wanted.test(name)) slot = name;
    const value = name === 'srgbClr' ? cursor.attribute('val') : name === 'sysClr' ? cursor.attribute('lastClr') : null;
    if (value && slot && !found.has(slot) && /^[0-9a-fA-F]{6}$/.test(value)) found.set(slot, hex(value));
    if (name === 'fontScheme') break;
  }
  const order = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
  return order.map((name, i) => found.get(name) ?? OFFICE_THEME[i]!);
}

/**
 * Tint moves towards black (< 0) or white (> 0) (ECMA-376 part 1, 18.8.19); done per channel, near enough to compare.
 */
function tinted(c: Rgb, tint: number): Rgb {
  if (tint === 0) return c;
  const move = (v: number): number => Math.round(tint < 0 ? v * (1 + tint) : v + (255 - v) * tint);
  return [move(c[0]), move(c[1]), move(c[2])];
}

function hex(text: string): Rgb {
  const n = parseInt(text, 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}
