import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { XmlCursor } from '../../xml/xml-cursor';
import { readRichText, type RichText } from './rich-text';

/** The workbook's texts in order; cells name them by index. */
export function readSharedStrings(source: string, limits: ReadLimits): (string | RichText)[] {
  const strings: (string | RichText)[] = [];
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (!cursor.is('si')) continue;
    if (strings.length >= limits.strings) throw tooLarge(`hơn ${grouped(limits.strings)} đoạn chữ`);
    strings.push(readRichText(cursor, limits));
  }
  return strings;
}
