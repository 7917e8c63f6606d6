import { strFromU8, strToU8 } from 'fflate';
import { keptChunks } from '../../core/model/kept-chunks';
import type { OutputPlan } from '../../core/model/output-plan';

/**
 * The pane keeps its values under the same names and in the same form (excel/book/xml-parts.ts), so that it finds what
 * we keep.
 */
export const attachmentNamespace = (name: string): string => `urn:phu-luc-cchc:value:${encodeURIComponent(name)}`;
/** Characters of one part: the pane cannot be handed more at once. */
const PART_CHARS = 700_000;
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Keeps texts in the workbook as custom XML parts (ECMA-376 part 1, 15.2.5), which Excel carries along when it saves.
 */
export function attachParts(
  parts: Record<string, Uint8Array>,
  attachments: NonNullable<OutputPlan['attachments']>,
): void {
  const items = attachments.flatMap(({ name, text }) => {
    const namespace = attachmentNamespace(name);
    const chunks = keptChunks(text, PART_CHARS);
    return chunks.map((chunk, n) => ({
      namespace,
      xml: `<v xmlns="${namespace}" w="0" n="${n}" of="${chunks.length}">${escape(chunk)}</v>`,
    }));
  });
  items.forEach(({ namespace, xml }, i) => {
    const n = i + 1;
    const id = `{C0DE0000-0000-4000-8000-${String(n).padStart(12, '0')}}`;
    parts[`customXml/item${n}.xml`] = strToU8(`${HEAD}${xml}`);
    parts[`customXml/itemProps${n}.xml`] = strToU8(
      `${HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ` +
        `ds:itemID="${id}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    parts[`customXml/_rels/item${n}.xml.rels`] = strToU8(
      relations(`<Relationship Id="rId1" Type="${PROPERTIES}" Target="itemProps${n}.xml"/>`),
    );
    insert(
      parts,
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdAttachment${n}" Type="${CUSTOM_XML}" Target="../customXml/item${n}.xml"/>`,
    );
    insert(
      parts,
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/customXml/itemProps${n}.xml" ContentType="${PROPERTIES_TYPE}"/>`,
    );
  });
}

function relations(inner: string): string {
  return (
    `${HEAD}<Relationships ` +
    `xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  );
}

function insert(parts: Record<string, Uint8Array>, part: string, before: string, xml: string): void {
  const source = parts[part] && strFromU8(parts[part]);
  if (!source?.includes(before)) throw new Error(`hucre wrote no ${part}`);
  parts[part] = strToU8(source.replace(before, `${xml}${before}`));
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
