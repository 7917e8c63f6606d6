import { READ_LIMITS } from '../limits';
import { Refusal } from '../refusal';
import { decodeXml } from '../xml/decode-xml';
import { XmlCursor } from '../xml/xml-cursor';
import { openArchive } from '../zip/archive';

/** The text that one of our result workbooks keeps under a name ("case.json"), or null where it keeps none or is no workbook. */
export function readAttachment(bytes: Uint8Array, name: string): string | null {
  try {
    const archive = openArchive(bytes);
    const chunks = new Map<number, string>();
    let of = 0;
    for (const part of archive.names) {
      if (!/^customXml\/item\d+\.xml$/i.test(part)) continue;
      const found = readPart(decodeXml(archive.read(part) ?? new Uint8Array()), name);
      if (found) { chunks.set(found.n, found.text); of = found.of; }
    }
    if (of === 0 || chunks.size !== of) return null;
    const text: unknown = JSON.parse(Array.from({ length: of }, (_, i) => chunks.get(i) ?? '').join(''));
    return typeof text === 'string' ? text : null;
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** One chunk in the form of xlsx-writer/attach-parts.ts; null for any other part. */
function readPart(xml: string, name: string): { n: number; of: number; text: string } | null {
  const cursor = new XmlCursor(xml, READ_LIMITS.xmlDepth);
  cursor.next();
  if (!cursor.is('v') || cursor.attribute('xmlns') !== `urn:phu-luc-cchc:value:${encodeURIComponent(name)}`) return null;
  const n = Number(cursor.attribute('n'));
  const of = Number(cursor.attribute('of'));
  return Number.isInteger(n) && Number.isInteger(of) && of > 0 ? { n, of, text: cursor.text() } : null;
}
