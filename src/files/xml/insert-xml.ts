/** A child of the root element: its local name and where it stands in the text. */
export interface XmlChild {
  name: string;
  start: number;
  end: number;
  /** The start tag as written. */
  tag: string;
}

/** The root element and its children, so that text can be put between them without touching anything else. */
export interface XmlOutline {
  prefix: string;
  rootTag: string;
  children: XmlChild[];
  /** Where the root's end tag begins; for `<a/>` there is none: -1. */
  close: number;
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/<>]+)((?:[\s/](?:[^"'<>]|"[^"]*"|'[^']*')*)?)>/g;

/** Outline of a well-formed XML text; null where it is not. */
export function outlineXml(xml: string): XmlOutline | null {
  if (!isClosed(xml)) return null;
  let depth = 0;
  let outline: XmlOutline | null = null;
  for (const m of xml.matchAll(MARKUP)) {
    const [whole, slash, name, rest = ''] = m;
    if (name === undefined) continue;
    const selfClosed = rest.endsWith('/');
    const at = m.index;
    if (slash) {
      depth -= 1;
      const last = outline?.children.at(-1);
      if (depth === 1 && last) last.end = at + whole.length;
      if (depth === 0 && outline) {
        outline.close = at;
        return outline;
      }
      continue;
    }
    if (!outline) {
      outline = { prefix: name.includes(':') ? `${name.split(':')[0]}:` : '', rootTag: whole, children: [], close: -1 };
      if (selfClosed) return outline;
    } else if (depth === 1) {
      outline.children.push({ name: name.split(':').at(-1) ?? name, start: at, end: at + whole.length, tag: whole });
    }
    if (!selfClosed) depth += 1;
  }
  return null;
}

/** Whether every comment, section and instruction that begins also ends: searching for an end each time costs. */
function isClosed(xml: string): boolean {
  return (
    xml.lastIndexOf('<!--') <= xml.lastIndexOf('-->') &&
    xml.lastIndexOf('<![CDATA[') <= xml.lastIndexOf(']]>') &&
    xml.lastIndexOf('<?') <= xml.lastIndexOf('?>')
  );
}

/** `xml` with `added` at `at`. */
export function insertAt(xml: string, at: number, added: string): string {
  return xml.slice(0, at) + added + xml.slice(at);
}

/** `xml` with `added` as the last child of its root; null where the root cannot hold it. */
export function appendToRoot(xml: string, added: string): string | null {
  const outline = outlineXml(xml);
  return outline && outline.close >= 0 ? insertAt(xml, outline.close, added) : null;
}

/** Value of an attribute as written in a start tag, by its local or full name; null where it has none. */
export function attributeOf(tag: string, name: string): string | null {
  const m = new RegExp(`[\\s](?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return m ? (m[1] ?? m[2] ?? '') : null;
}

/** UTF-8 bytes of an XML text, whatever encoding its declaration named before. */
export function xmlBytes(xml: string): Uint8Array {
  const text = xml
    .replace(/^\ufeff/, '')
    .replace(/^(<\?xml[^<>]{0,200}?\sencoding\s{0,9}=\s{0,9})(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
  return new TextEncoder().encode(text);
}
