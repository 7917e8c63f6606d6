import { SaxesParser, type SaxesAttributeNS } from 'saxes';

/** An attribute as written; `line` counts from 1. */
export interface XmlAttribute {
  name: string;
  value: string;
  line: number;
}

/** An element with its short name: the prefix of PREFIXES for its namespace, a colon, the local name. */
export interface XmlElement {
  name: string;
  attributes: Map<string, XmlAttribute>;
  children: XmlElement[];
  text: string;
  line: number;
  parent: XmlElement | null;
}

/** Why a text is not XML as Office reads it. */
export class XmlError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const PREFIXES: Record<string, string> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': 'app',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': 'ov',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
};

/** What the parser says, in words for whoever edits a manifest; anything else is passed on as it is. */
const WORDS: readonly [said: RegExp, words: string][] = [
  [/unclosed tag: (.+)/, 'phần tử <$1> chưa đóng'],
  [/document must contain a root element/, 'thiếu phần tử gốc'],
  [/text data outside of root node|only one root/, 'còn nội dung ngoài phần tử gốc'],
  [/duplicate attribute: (.+)\./, 'thuộc tính $1 ghi hai lần'],
  [/attribute without value/, 'thuộc tính không có giá trị'],
  [/unquoted attribute value/, 'giá trị của thuộc tính không nằm trong dấu nháy'],
  [/no whitespace between attributes/, 'thiếu dấu cách giữa hai thuộc tính'],
  [/unbound namespace prefix: "?(.+?)"?\.?$/, 'tiền tố $1 chưa được khai báo'],
  [/malformed comment/, 'trong chú thích không được có hai dấu gạch liền nhau'],
  [/the string "\]\]>"/, 'có ]]> ngoài CDATA'],
  [/disallowed character/, 'có ký tự không được phép trong XML'],
];

/** A & that begins no entity; the parser notices it only where some later ; ends it. */
const BARE_AND = /&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);)/i;
const NOT_TEXT = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g;

/**
 * The root element of a manifest, with the line of every element and attribute. Strict, because Office is: throws
 * XmlError at the first place that is not well-formed, and at a DOCTYPE.
 */
export function parseXml(text: string): XmlElement {
  refuseBareAnd(text);
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let closed: XmlElement | null = null;
  let startedAt = 1;
  const lines = new Map<string, number>();
  parser.on('error', (error) => {
    const mismatch = /close tag|closing tag/.test(error.message) ? (closed ?? open) : null;
    throw new XmlError(
      parser.line,
      mismatch ? `thẻ đóng không khớp thẻ mở <${written(mismatch)}>` : inWords(error.message),
    );
  });
  parser.on('doctype', () => {
    throw new XmlError(parser.line, 'không được có DOCTYPE');
  });
  parser.on('opentagstart', () => {
    startedAt = parser.line;
    closed = null;
    lines.clear();
  });
  parser.on('attribute', ({ name }) => lines.set(name, parser.line));
  parser.on('opentag', (tag) => {
    const parent: XmlElement | null = open;
    const name = shortName(tag.uri, tag.local);
    open = { name, attributes: attributesOf(tag.attributes, lines), children: [], text: '', line: startedAt, parent };
    parent?.children.push(open);
    root ??= open;
  });
  const addText = (part: string): void => {
    if (open) open.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    closed = open;
    open = open?.parent ?? null;
  });
  parser.write(text).close();
  if (!root) throw new XmlError(1, 'thiếu phần tử gốc');
  return root;
}

function refuseBareAnd(text: string): void {
  const found = BARE_AND.exec(text.replace(NOT_TEXT, (part) => part.replace(/[^\n]/g, ' ')));
  if (found)
    throw new XmlError(text.slice(0, found.index).split('\n').length, 'dấu & phải viết là &amp; (hoặc là &#…;)');
}

function inWords(message: string): string {
  // The parser puts "line:column: " before its words.
  const said = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
  const found = WORDS.find(([pattern]) => pattern.test(said));
  return found ? (found[0].exec(said)?.[0] ?? said).replace(found[0], found[1]) : said;
}

/** The local name, which is what a person looks for in the text. */
function written(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

function attributesOf(
  given: Record<string, SaxesAttributeNS>,
  lines: ReadonlyMap<string, number>,
): Map<string, XmlAttribute> {
  const found = new Map<string, XmlAttribute>();
  for (const { name, prefix, local, uri, value } of Object.values(given)) {
    if (name === 'xmlns' || prefix === 'xmlns') continue;
    const short = prefix ? shortName(uri, local) : local;
    found.set(short, { name: short, value, line: lines.get(name) ?? 1 });
  }
  return found;
}

function shortName(uri: string, local: string): string {
  return `${PREFIXES[uri] ?? '?'}:${local}`;
}

/** Every element of the tree, in the order of the text. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
