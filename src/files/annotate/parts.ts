import { READ_LIMITS } from '../limits';
import { officePackage, relationsPart, type Relation } from '../readers/xlsx/package';
import { appendToRoot, outlineXml, xmlBytes } from '../xml/insert-xml';
import { escapeXml } from '../xml/escape-xml';
import { openArchive } from '../zip/archive';

/** Namespaces of the usual (transitional) form, which is what Excel, LibreOffice and every library write. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Something in the workbook is not as any known program writes it, so it cannot be added to with certainty. */
export class CannotAnnotate extends Error {}

/** Parts of a workbook as text, with what has been changed or added so far. */
export class Parts {
  private readonly changed = new Map<string, string>();
  private readonly names: Set<string>;
  private readonly pack;

  constructor(bytes: Uint8Array) {
    const archive = openArchive(bytes);
    this.names = new Set(archive.names.map((n) => n.toLowerCase()));
    this.pack = officePackage(archive, READ_LIMITS);
  }

  text(name: string): string | null {
    return this.changed.get(name) ?? this.pack.text(name);
  }

  require(name: string): string {
    const text = this.text(name);
    if (text === null) throw new CannotAnnotate(`no ${name}`);
    return text;
  }

  set(name: string, text: string): void {
    this.changed.set(name, text);
    this.names.add(name.toLowerCase());
  }

  has(test: (name: string) => boolean): boolean {
    return [...this.names].some(test);
  }

  count(test: (name: string) => boolean): number {
    return [...this.names].filter(test).length;
  }

  /** Relations as they were received. */
  relations(part: string): Map<string, Relation> {
    return this.pack.relations(part);
  }

  /** "xl/comments" and ".xml" give the first "xl/comments3.xml" that is free. */
  freeName(stem: string, ending: string): string {
    for (let n = 1; ; n++) if (!this.names.has(`${stem}${n}${ending}`.toLowerCase())) return `${stem}${n}${ending}`;
  }

  /** Adds a relation of a part to another and returns its id. */
  relate(part: string, type: string, target: string): string {
    const name = relationsPart(part);
    const source = this.text(name) ?? `${XML_HEAD}<Relationships xmlns="${PACKAGE}"></Relationships>`;
    let n = 1;
    while (new RegExp(`["']rIdGhiChu${n}["']`).test(source)) n += 1;
    const id = `rIdGhiChu${n}`;
    const { prefix } = outlineXml(source) ?? { prefix: '' };
    this.set(
      name,
      append(source, `<${prefix}Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="/${escapeXml(target)}"/>`),
    );
    return id;
  }

  /** Says what kind of part a name is. */
  declare(name: string, contentType: string): void {
    const source = this.require(CONTENT_TYPES);
    const { prefix } = outlineXml(source) ?? { prefix: '' };
    this.set(
      CONTENT_TYPES,
      append(source, `<${prefix}Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`),
    );
  }

  changes(): Map<string, Uint8Array> {
    return new Map([...this.changed].map(([name, text]) => [name, xmlBytes(text)]));
  }
}

/** The XML with one more child at the end of its root. A root without content is opened first. */
function append(xml: string, added: string): string {
  const out = appendToRoot(xml, added) ?? appendToRoot(opened(xml), added);
  if (out === null) throw new CannotAnnotate('a part is not XML');
  return out;
}

function opened(xml: string): string {
  const at = xml.lastIndexOf('<');
  return xml.slice(0, at) + xml.slice(at).replace(/^<([^\s/<>?!]+)((?:\s[^<>]*)?)\/>\s*$/, '<$1$2></$1>');
}
