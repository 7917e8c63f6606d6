import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';

/** What a run or a style says of its text; absent means: as what it is based on. */
export interface TextLook {
  font?: string;
  hidden?: boolean;
  colour?: string;
  struck?: boolean;
  raised?: boolean;
}

/** A place in a list: which list, which level. */
export interface ListPlace {
  list: string;
  level: number;
}

interface Style {
  basedOn: string | null;
  look: TextLook;
  list: Partial<ListPlace>;
}

/** Looks by style id, chains followed. */
export interface DocxStyles {
  /** Look of a paragraph style; of the default one where the id is null. */
  paragraph(id: string | null): TextLook;
  /** Look of a character style. */
  character(id: string): TextLook;
  /** List of a paragraph style, where it has one. */
  list(id: string | null): Partial<ListPlace>;
}

/** Word follows no chain deeper than this (its own limit is 11); more is a loop. */
const LONGEST_CHAIN = 20;

/** True where an on/off element is there and not switched off. */
export function isOn(value: string | null): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** Styles of a document; `source` null where it has none. */
export function readDocxStyles(source: string | null, limits: ReadLimits): DocxStyles {
  const styles = new Map<string, Style>();
  let defaults: TextLook = {};
  let normal: string | null = null;
  const cursor = new XmlCursor(source ?? '<styles/>', limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('docDefaults')) defaults = readDefaults(cursor);
    else if (cursor.is('style')) {
      if (styles.size >= limits.styles) throw tooLarge('quá nhiều kiểu định dạng');
      const id = cursor.attribute('styleId') ?? '';
      const isDefault = cursor.attribute('default');
      if (cursor.attribute('type') === 'paragraph' && isDefault !== null && isOn(isDefault)) normal = id;
      styles.set(id, readStyle(cursor));
    }
  }
  const chain = (id: string | null): Style[] => {
    const found: Style[] = [];
    for (
      let style = styles.get(id ?? '');
      style && found.length < LONGEST_CHAIN;
      style = styles.get(style.basedOn ?? '')
    )
      found.push(style);
    return found;
  };
  const looks = new Map<string, TextLook>();
  const look = (id: string | null, base: TextLook): TextLook => {
    const key = `${base === defaults ? 'p' : 'c'}${id ?? ''}`;
    let known = looks.get(key);
    if (!known)
      looks.set(
        key,
        (known = chain(id)
          .reverse()
          .reduce((sum, s) => mergeLooks(sum, s.look), base)),
      );
    return known;
  };
  return {
    paragraph: (id) => look(id ?? normal, defaults),
    character: (id) => look(id, {}),
    list: (id) => {
      const styles = chain(id ?? normal);
      return {
        list: styles.find((s) => s.list.list !== undefined)?.list.list,
        level: styles.find((s) => s.list.level !== undefined)?.list.level,
      };
    },
  };
}

/** `over` on top of `base`. */
export function mergeLooks(base: TextLook, over: TextLook): TextLook {
  return {
    font: over.font ?? base.font,
    hidden: over.hidden ?? base.hidden,
    colour: over.colour ?? base.colour,
    struck: over.struck ?? base.struck,
    raised: over.raised ?? base.raised,
  };
}

function readDefaults(cursor: XmlCursor): TextLook {
  let look: TextLook = {};
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('rPrDefault')) continue;
    const inside = cursor.depth;
    while (cursor.nextChild(inside)) if (cursor.is('rPr')) look = readLook(cursor).look;
  }
  return look;
}

function readStyle(cursor: XmlCursor): Style {
  const style: Style = { basedOn: null, look: {}, list: {} };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('basedOn')) style.basedOn = cursor.attribute('val');
    else if (cursor.is('rPr')) style.look = readLook(cursor).look;
    else if (cursor.is('pPr')) {
      const inside = cursor.depth;
      while (cursor.nextChild(inside)) if (cursor.is('numPr')) style.list = readListPlace(cursor);
    }
  }
  return style;
}

/**
 * Reads `<w:rPr>` at the cursor; `style` is its character style, `deleted` that a tracked change took its text or mark
 * away.
 */
export function readLook(cursor: XmlCursor): { look: TextLook; style: string | null; deleted: boolean } {
  const look: TextLook = {};
  let style: string | null = null;
  let deleted = false;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('rFonts')) {
      // Old Vietnamese fonts use bytes above 127, which Word draws in the high-ANSI font.
      const themed = cursor.attribute('hAnsiTheme') ?? cursor.attribute('asciiTheme');
      const name = cursor.attribute('hAnsi') ?? cursor.attribute('ascii');
      if (name !== null && themed === null) look.font = ownString(name);
    } else if (cursor.is('vanish')) look.hidden = isOn(cursor.attribute('val'));
    else if (cursor.is('color')) look.colour = (cursor.attribute('val') ?? '').toUpperCase();
    else if (cursor.is('strike') || cursor.is('dstrike')) look.struck = isOn(cursor.attribute('val'));
    else if (cursor.is('vertAlign')) look.raised = cursor.attribute('val') === 'superscript';
    else if (cursor.is('rStyle')) style = cursor.attribute('val');
    else if (cursor.is('del') || cursor.is('moveFrom')) deleted = true;
  }
  return { look, style, deleted };
}

/** Reads `<w:numPr>` at the cursor. */
export function readListPlace(cursor: XmlCursor): Partial<ListPlace> {
  const place: Partial<ListPlace> = {};
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('numId')) place.list = cursor.attribute('val') ?? '0';
    else if (cursor.is('ilvl')) place.level = Math.min(8, Math.max(0, Number(cursor.attribute('val')) || 0));
  }
  return place;
}
