import { READ_LIMITS } from '../limits';
import { Refusal } from '../refusal';
import { decodeXml } from '../xml/decode-xml';
import { XmlCursor } from '../xml/xml-cursor';
import { openArchive } from '../zip/archive';

/**
 * The text that one of our result workbooks keeps under a name ("case.json"), or null where it keeps none or is no
 * workbook.
 */
export function readAttachment(bytes: Uint8Array, name: string): string | null {
  try {
    const archive = openArchive(bytes);
    const versions = new Map<string, { of: number; chunks: Map<number, string> }>();
    for (const part of archive.names) {
      if (!/^customXml\/item\d+\.xml$/i.test(part)) continue;
      const found = readPart(decodeXml(archive.read(part) ?? new Uint8Array()), name);
      if (!found) continue;
      const version = versions.get(found.version) ?? { of: found.of, chunks: new Map<number, string>() };
      versions.set(found.version, version);
      version.chunks.set(found.n, found.text);
    }
    const newest = [...versions]
      .filter(([, v]) => v.chunks.size === v.of)
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .at(-1)?.[1];
    if (!newest) return null;
    const text: unknown = JSON.parse(Array.from({ length: newest.of }, (_, i) => newest.chunks.get(i) ?? '').join(''));
    return typeof text === 'string' ? text : null;
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * One chunk in the form of xlsx-writer/attach-parts.ts; null for any other part. The pane tells its versions by the
 * time (excel/book/journal.ts); a newer one that was never finished counts for nothing.
 */
function readPart(xml: string, name: string): { version: string; n: number; of: number; text: string } | null {
  const cursor = new XmlCursor(xml, READ_LIMITS.xmlDepth);
  cursor.next();
  if (!cursor.is('v') || cursor.attribute('xmlns') !== `urn:phu-luc-cchc:value:${encodeURIComponent(name)}`)
    return null;
  const n = Number(cursor.attribute('n'));
  const of = Number(cursor.attribute('of'));
  return Number.isInteger(n) && Number.isInteger(of) && of > 0
    ? { version: cursor.attribute('w') ?? '', n, of, text: cursor.text() }
    : null;
}
