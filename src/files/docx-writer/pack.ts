import { Document, Packer, type ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { safeText } from '../xlsx-writer/safe-text';
import { FONT } from './words';

/** The oldest date that a zip can hold, and a fixed day for the document: equal input gives equal bytes. */
const ZIP_DATE = new Date(1980, 0, 1);
const DAY = '2020-01-01T00:00:00Z';

/** Bytes of a document of these sections. */
export async function pack(title: string, sections: ISectionOptions[]): Promise<Uint8Array> {
  const document = new Document({
    title: safeText(title, 255).text,
    creator: 'phu-luc-cchc',
    lastModifiedBy: 'phu-luc-cchc',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 26, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections,
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const core = parts['docProps/core.xml'];
  if (!core) throw new Error('docx wrote no docProps/core.xml');
  parts['docProps/core.xml'] = strToU8(
    strFromU8(core)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${DAY}`)
      .replace('</dc:creator>', '</dc:creator><dc:language>vi-VN</dc:language>'),
  );
  const zip: Zippable = {};
  for (const name of Object.keys(parts).sort(byPlace))
    zip[name] = [parts[name] ?? new Uint8Array(0), { mtime: ZIP_DATE, level: 6 }];
  return zipSync(zip);
}

/** The content types come first, where some programs look for them. */
function byPlace(a: string, b: string): number {
  const rank = (name: string): number => (name.startsWith('[') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
