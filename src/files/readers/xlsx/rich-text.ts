import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import type { XmlCursor } from '../../xml/xml-cursor';
import type { ColourRef } from './colours';
import { readFont } from './styles';

/** A stretch of a text with what its own properties say; absent means: as the cell. */
export interface RichRun {
  text: string;
  font?: string;
  colour?: ColourRef;
  struck?: boolean;
  raised?: boolean;
}

export interface RichText {
  text: string;
  runs: RichRun[];
}

/**
 * Text of `<si>`, `<is>` or a comment's `<text>`; a plain string where nothing in it has a font or colour of its own.
 */
export function readRichText(cursor: XmlCursor, limits: ReadLimits): string | RichText {
  const depth = cursor.depth;
  let text = '';
  let runs: RichRun[] | null = null;
  while (cursor.nextChild(depth)) {
    if (cursor.is('t')) {
      const part = unescapeText(cursor.text());
      if (runs && part) runs.push({ text: part });
      text = text === '' ? part : text + part;
    } else if (cursor.is('r')) {
      runs ??= text === '' ? [] : [{ text }];
      const run = readRun(cursor);
      if (run.text !== '') runs.push(run);
      text += run.text;
    }
  }
  if (text.length > limits.textLength) throw tooLarge(`một ô có hơn ${grouped(limits.textLength)} ký tự`);
  text = ownString(text);
  return runs?.some((r) => r.font !== undefined || r.colour !== undefined || r.struck || r.raised)
    ? { text, runs }
    : text;
}

/**
 * `_x000D_` stands for a character that XML cannot hold; `_x005F_` for the underscore itself (ECMA-376 part 1,
 * 22.9.2.19).
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function readRun(cursor: XmlCursor): RichRun {
  const run: RichRun = { text: '' };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('t')) run.text += ownString(unescapeText(cursor.text()));
    else if (cursor.is('rPr')) {
      const font = readFont(cursor);
      run.font = font.name;
      run.colour = font.colour;
      run.struck = font.struck ?? false;
      if (font.raised) run.raised = true;
    }
  }
  return run;
}
