import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';
import { GENERAL, numberFormat, type NumberFormat } from '../number-format/number-format';
import type { ColourRef } from '../xlsx/colours';
import { BLACK, nearlySame, resolveColour, WHITE, type Rgb } from '../xlsx/colours';
import type { CellStyle, Styles } from '../xlsx/styles';
import { isDataStyle, readDataStyle, wholeCode, type DataStyle } from './data-style';

interface Style {
  parent: string | null;
  data?: string;
  font?: string;
  colour?: string;
  fill?: string;
  display?: boolean;
  struck?: boolean;
  raised?: boolean;
}

/** What a stretch of text may say of itself. */
export interface SpanStyle {
  font?: string;
  colour?: ColourRef;
  struck?: boolean;
  raised?: boolean;
}

export interface OdsStyles {
  /** Style of a cell by name; the document's default for null. */
  cell(name: string | null): CellStyle & { boolean: boolean };
  span(name: string | null): SpanStyle;
  /** Whether a sheet of this style is shown. */
  shown(name: string | null): boolean;
  /** For rich text, in the words of the .xlsx reader. */
  forRuns: Styles;
}

/** Style chains are short; more is a loop. */
const LONGEST_CHAIN = 20;
/** Name under which the default of a family is kept. */
const DEFAULT = '\u0000';

/** Styles of styles.xml and, over them, of content.xml. */
export function readOdsStyles(sources: readonly (string | null)[], limits: ReadLimits): OdsStyles {
  const styles = new Map<string, Style>();
  const data = new Map<string, DataStyle>();
  const faces = new Map<string, string>();
  for (const source of sources) if (source !== null) readAll(source, styles, data, faces, limits);
  const chain = (family: string, name: string | null): Style[] => {
    const found: Style[] = [];
    for (let next = name; next !== null && found.length < LONGEST_CHAIN;) {
      const style = styles.get(`${family}/${next}`);
      if (!style) break;
      found.push(style);
      next = style.parent;
    }
    const last = styles.get(`${family}/${DEFAULT}`);
    return last ? [...found, last] : found;
  };
  const fontOf = (list: readonly Style[]): string | undefined => {
    const name = list.find((s) => s.font !== undefined)?.font;
    return name === undefined ? undefined : (faces.get(name) ?? name);
  };
  const formatOf = (name: string | undefined): { format: NumberFormat; boolean: boolean } => {
    const style = name === undefined ? undefined : data.get(name);
    return style
      ? { format: numberFormat(wholeCode(style, (n) => data.get(n))), boolean: style.boolean }
      : { format: GENERAL, boolean: false };
  };
  const make = (name: string | null): CellStyle & { boolean: boolean } => {
    const list = chain('table-cell', name ?? 'Default');
    const background = colourOf(list.find((s) => s.fill !== undefined)?.fill) ?? WHITE;
    const colour = colourOf(list.find((s) => s.colour !== undefined)?.colour) ?? BLACK;
    const struck = list.find((s) => s.struck !== undefined)?.struck;
    return {
      ...formatOf(list.find((s) => s.data !== undefined)?.data),
      font: fontOf(list),
      background,
      invisible: nearlySame(colour, background),
      ...(struck ? { struck } : {}),
    };
  };
  const known = new Map<string | null, CellStyle & { boolean: boolean }>();
  const cell = (name: string | null): CellStyle & { boolean: boolean } => {
    let style = known.get(name);
    if (!style) known.set(name, (style = make(name)));
    return style;
  };
  return {
    cell,
    span(name) {
      const list = name === null ? [] : chain('text', name).filter((s) => s !== styles.get(`text/${DEFAULT}`));
      const colour = list.find((s) => s.colour !== undefined)?.colour;
      const struck = list.find((s) => s.struck !== undefined)?.struck;
      const raised = list.find((s) => s.raised !== undefined)?.raised;
      return {
        font: fontOf(list),
        ...(colour ? { colour: { rgb: colour, tint: 0 } } : {}),
        ...(struck === undefined ? {} : { struck }),
        ...(raised === undefined ? {} : { raised }),
      };
    },
    shown: (name) => chain('table', name).find((s) => s.display !== undefined)?.display ?? true,
    forRuns: {
      at: () => cell(null),
      hides: (style, colour) => nearlySame(resolveColour(colour, []) ?? BLACK, style.background),
    },
  };
}

/** "#1F4E79"; null for transparent and for what is no colour. */
function colourOf(text: string | undefined): Rgb | null {
  return text === undefined ? null : resolveColour({ rgb: text, tint: 0 }, []);
}

function readAll(
  source: string,
  styles: Map<string, Style>,
  data: Map<string, DataStyle>,
  faces: Map<string, string>,
  limits: ReadLimits,
): void {
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('body')) return;
    if (!cursor.is('font-face-decls') && !cursor.is('styles') && !cursor.is('automatic-styles')) continue;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (styles.size + data.size + faces.size > limits.styles) throw tooLarge('quá nhiều kiểu định dạng');
      const { name } = cursor;
      if (name === 'font-face')
        faces.set(cursor.attribute('name') ?? '', fontName(cursor.attribute('font-family') ?? ''));
      else if (name === 'style' || name === 'default-style') {
        const own = name === 'style' ? (cursor.attribute('name') ?? '') : DEFAULT;
        const key = `${cursor.attribute('family') ?? ''}/${own}`;
        styles.set(key, readStyle(cursor));
      } else if (isDataStyle(name)) data.set(cursor.attribute('name') ?? '', readDataStyle(cursor));
    }
  }
}

function readStyle(cursor: XmlCursor): Style {
  const style: Style = { parent: cursor.attribute('parent-style-name') };
  const data = cursor.attribute('data-style-name');
  if (data !== null) style.data = data;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('text-properties')) {
      const font = cursor.attribute('font-name') ?? cursor.attribute('font-family');
      if (font !== null) style.font = fontName(font);
      const line = cursor.attribute('text-line-through-style') ?? cursor.attribute('text-line-through-type');
      if (line !== null) style.struck = line !== 'none';
      const place = cursor.attribute('text-position');
      if (place !== null) style.raised = /^(?:super|[1-9])/.test(place);
      const colour = cursor.attribute('color');
      if (cursor.attribute('use-window-font-color') === 'true') style.colour = '';
      else if (colour !== null) style.colour = colour;
    } else if (cursor.is('table-cell-properties')) {
      const fill = cursor.attribute('background-color');
      if (fill !== null) style.fill = fill;
    } else if (cursor.is('table-properties')) {
      const display = cursor.attribute('display');
      if (display !== null) style.display = display !== 'false';
    }
  }
  return style;
}

/** "'Times New Roman', serif" → "Times New Roman". */
function fontName(family: string): string {
  const quoted = /^\s*(['"])(.*?)\1/.exec(family);
  return ownString((quoted ? quoted[2]! : family.split(',')[0]!).trim());
}
