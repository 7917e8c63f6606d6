import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlToken, type XmlCursor } from '../../xml/xml-cursor';
import type { RichRun, RichText } from '../xlsx/rich-text';

/** Text of the `<Data>` at the cursor; letters with a font or colour of their own stand in elements of HTML there. */
export function readMixedText(cursor: XmlCursor, limits: ReadLimits): string | RichText {
  const runs: RichRun[] = [];
  let length = 0;
  const add = (text: string, own: Omit<RichRun, 'text'>): void => {
    if (text === '') return;
    length += text.length;
    if (length > limits.textLength) throw tooLarge(`một ô có hơn ${grouped(limits.textLength)} ký tự`);
    runs.push({ text, ...own });
  };
  const walk = (own: Omit<RichRun, 'text'>): void => {
    const depth = cursor.depth;
    for (;;) {
      add(cursor.textAhead(), own);
      const token = cursor.next();
      if (token !== XmlToken.Open) {
        if (cursor.depth < depth || token === XmlToken.End) return;
        continue;
      }
      if (cursor.is('S')) {
        walk({ ...own, struck: true });
        continue;
      }
      if (cursor.is('Sup')) {
        walk({ ...own, raised: true });
        continue;
      }
      if (!cursor.is('Font')) {
        walk(own);
        continue;
      }
      const [font, colour] = [cursor.attribute('Face'), cursor.attribute('Color')];
      walk({
        ...own,
        ...(font ? { font: ownString(font) } : {}),
        ...(colour ? { colour: { rgb: ownString(colour), tint: 0 } } : {}),
      });
    }
  };
  walk({});
  const text = ownString(runs.map((r) => r.text).join(''));
  return runs.some((r) => r.font !== undefined || r.colour !== undefined || r.struck || r.raised)
    ? { text, runs }
    : text;
}
