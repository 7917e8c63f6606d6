import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { OutputPlan, SheetPlan } from '../../core/model/output-plan';
import { attachParts } from './attach-parts';
import { fitNotes } from './note-shapes';
import { fontsInOrder } from './schema-order';
import { finishChart } from './to-charts';

/** What a sheet still needs after hucre wrote it. */
export interface Unfinished {
  plan: SheetPlan;
  locations: ReadonlyMap<string, string>;
}

/** Who wrote the file, in its properties. */
export const PROGRAM = 'phu-luc-cchc';
/** The oldest date that a zip can hold; any fixed one makes equal plans give equal bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/**
 * Adds what hucre 1.0.0 cannot say: quotePrefix, the place inside a linked file, pages numbered from 1 on every sheet,
 * notes as large as their text, the program's name, texts kept with the workbook; and packs everything again with a
 * fixed date. Throws where a part does not look as hucre is known to write it.
 */
export function finishParts(
  bytes: Uint8Array,
  sheets: readonly Unfinished[],
  attachments: OutputPlan['attachments'] = [],
): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts, 'xl/styles.xml', (xml) => fontsInOrder(quotePrefixes(xml)));
  edit(parts, 'docProps/app.xml', (xml) =>
    xml.replace('<Application>hucre</Application>', `<Application>${PROGRAM}</Application>`),
  );
  edit(parts, 'docProps/core.xml', (xml) =>
    xml.replace('</dc:creator>', '</dc:creator><dc:language>vi-VN</dc:language>'),
  );
  sheets.forEach(({ plan, locations }, i) => {
    edit(parts, `xl/worksheets/sheet${i + 1}.xml`, (xml) =>
      withLocations(plan.page.pageNumbers ? numberedFromOne(xml) : xml, locations),
    );
    const vml = `xl/drawings/vmlDrawing${i + 1}.vml`;
    if (parts[vml]) edit(parts, vml, (xml) => fitNotes(xml, plan));
  });
  attachParts(parts, attachments);
  for (const name of Object.keys(parts)) if (/^xl\/charts\/chart\d+\.xml$/.test(name)) edit(parts, name, finishChart);
  const zip: Zippable = {};
  for (const [name, data] of Object.entries(parts)) zip[name] = [data, { mtime: ZIP_DATE, level: 6 }];
  return zipSync(zip);
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (!part) throw new Error(`hucre wrote no ${name}`);
  parts[name] = strToU8(change(strFromU8(part)));
}

/** The mark of to-style.ts becomes the quotePrefix of the cell format. */
function quotePrefixes(xml: string): string {
  return xml.replace(
    /<xf ([^>]*)applyProtection="true"([^>]*)>((?:<alignment[^>]*\/>)?)<protection locked="1"\/><\/xf>/g,
    (_, before: string, after: string, alignment: string) => `<xf ${before}quotePrefix="1"${after}>${alignment}</xf>`,
  );
}

function withLocations(xml: string, locations: ReadonlyMap<string, string>): string {
  let found = 0;
  const out = xml.replace(/<hyperlink ref="([A-Z]+\d+)" r:id="[^"]*"/g, (whole, ref: string) => {
    const location = locations.get(ref);
    if (location === undefined) return whole;
    found += 1;
    return `${whole} location="${escapeAttribute(location)}"`;
  });
  if (found !== locations.size) throw new Error('hucre wrote its hyperlinks in another way than expected');
  return out;
}

/**
 * Each appendix counts its own pages; without this LibreOffice counts through the workbook and Excel through a print
 * job.
 */
function numberedFromOne(xml: string): string {
  return xml.replace('<pageSetup ', '<pageSetup firstPageNumber="1" useFirstPageNumber="1" ');
}

function escapeAttribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}
