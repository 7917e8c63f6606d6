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
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/uy;
// eslint-disable-next-line no-control-regex -- the characters XML 1.0 forbids (section 2.2)
const FORBIDDEN = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/**
 * The root element of a manifest, with the line of every element and attribute. Strict, because Office is: throws
 * XmlError at the first place that is not well-formed, and at a DOCTYPE.
 */
export function parseXml(text: string): XmlElement {
  return new Parser(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).document();
}

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): XmlElement {
    const bad = FORBIDDEN.exec(this.text);
    if (bad) this.fail('có ký tự điều khiển không được phép trong XML', bad.index);
    if (this.text.startsWith('<?xml')) this.skipTo('?>', 'khai báo XML chưa đóng');
    this.misc();
    if (this.text[this.at] !== '<') this.fail('thiếu phần tử gốc');
    const root = this.element(null, { xml: 'xml' });
    this.misc();
    if (this.at < this.text.length) this.fail('còn nội dung sau phần tử gốc');
    return root;
  }

  /** Comments and white space outside the root. */
  private misc(): void {
    for (;;) {
      this.space();
      if (this.text.startsWith('<!--', this.at)) this.comment();
      else if (this.text.startsWith('<!DOCTYPE', this.at)) this.fail('không được có DOCTYPE');
      else return;
    }
  }

  private element(parent: XmlElement | null, outer: Record<string, string>): XmlElement {
    const start = this.at;
    this.at += 1;
    const written = this.name('tên phần tử');
    const { raw, closed } = this.startTag();
    const scope = { ...outer };
    for (const { name, value } of raw) {
      if (name === 'xmlns') scope[''] = value;
      else if (name.startsWith('xmlns:')) scope[name.slice(6)] = value;
    }
    const attributes = new Map<string, XmlAttribute>();
    for (const a of raw) {
      if (a.name === 'xmlns' || a.name.startsWith('xmlns:')) continue;
      const name = a.name.includes(':') ? this.short(a.name, scope, start) : a.name;
      attributes.set(name, { name, value: a.value, line: a.line });
    }
    const element: XmlElement = {
      name: this.short(written, scope, start),
      attributes,
      children: [],
      text: '',
      line: this.line(start),
      parent,
    };
    if (!closed) this.content(element, written, scope);
    return element;
  }

  private startTag(): { raw: XmlAttribute[]; closed: boolean } {
    const raw: XmlAttribute[] = [];
    for (;;) {
      const spaced = this.space();
      if (this.text.startsWith('/>', this.at)) {
        this.at += 2;
        return { raw, closed: true };
      }
      if (this.text[this.at] === '>') {
        this.at += 1;
        return { raw, closed: false };
      }
      if (!spaced) this.fail('thiếu dấu cách trước thuộc tính hoặc thiếu dấu >');
      const from = this.at;
      const name = this.name('tên thuộc tính');
      if (raw.some((a) => a.name === name)) this.fail(`thuộc tính ${name} ghi hai lần`, from);
      this.space();
      if (this.text[this.at] !== '=') this.fail(`thuộc tính ${name} không có giá trị`);
      this.at += 1;
      this.space();
      const quote = this.text[this.at];
      if (quote !== '"' && quote !== "'") this.fail(`giá trị của ${name} không nằm trong dấu nháy`);
      const end = this.text.indexOf(quote!, this.at + 1);
      if (end < 0) this.fail(`giá trị của ${name} chưa đóng dấu nháy`);
      const value = this.text.slice(this.at + 1, end);
      if (value.includes('<')) this.fail(`giá trị của ${name} chứa dấu <`);
      raw.push({ name, value: this.resolve(value.replace(/[\n\t]/g, ' '), this.at), line: this.line(from) });
      this.at = end + 1;
    }
  }

  private content(element: XmlElement, written: string, scope: Record<string, string>): void {
    for (;;) {
      const next = this.text.indexOf('<', this.at);
      if (next < 0) this.fail(`phần tử <${written}> chưa đóng`, this.text.length, element.line);
      const text = this.text.slice(this.at, next);
      if (text.includes(']]>')) this.fail('có ]]> ngoài CDATA');
      element.text += this.resolve(text, this.at);
      this.at = next;
      if (this.text.startsWith('<!--', this.at)) this.comment();
      else if (this.text.startsWith('<![CDATA[', this.at)) {
        const from = this.at + 9;
        this.skipTo(']]>', 'CDATA chưa đóng');
        element.text += this.text.slice(from, this.at - 3);
      } else if (this.text.startsWith('</', this.at)) {
        this.at += 2;
        const name = this.name('tên thẻ đóng');
        if (name !== written) this.fail(`thẻ đóng </${name}> không khớp thẻ mở <${written}> ở dòng ${element.line}`);
        this.space();
        if (this.text[this.at] !== '>') this.fail(`thẻ đóng </${name}> thiếu dấu >`);
        this.at += 1;
        return;
      } else element.children.push(this.element(element, scope));
    }
  }

  private comment(): void {
    const end = this.text.indexOf('--', this.at + 4);
    if (end < 0) this.fail('chú thích chưa đóng');
    if (this.text[end + 2] !== '>') this.fail('trong chú thích không được có hai dấu gạch liền nhau', end);
    this.at = end + 3;
  }

  private short(written: string, scope: Record<string, string>, at: number): string {
    const [prefix, local] = written.includes(':') ? (written.split(':') as [string, string]) : ['', written];
    const namespace = scope[prefix];
    if (namespace === undefined && prefix) this.fail(`tiền tố ${prefix} chưa được khai báo`, at);
    return `${PREFIXES[namespace ?? ''] ?? '?'}:${local}`;
  }

  private resolve(text: string, at: number): string {
    return text.replace(/&([^;\s<&]*;)?/g, (whole, body: string | undefined) => {
      const name = body?.slice(0, -1) ?? '';
      const code = /^#x[0-9a-f]{1,6}$/i.test(name)
        ? parseInt(name.slice(2), 16)
        : /^#\d{1,7}$/.test(name)
          ? Number(name.slice(1))
          : null;
      if (code !== null && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return NAMED[name] ?? this.fail(`${whole} không phải một ký hiệu của XML (dấu & phải viết là &amp;)`, at);
    });
  }

  private name(what: string): string {
    NAME.lastIndex = this.at;
    const found = NAME.exec(this.text);
    if (!found) return this.fail(`${what} không hợp lệ`);
    this.at += found[0].length;
    return found[0];
  }

  private space(): boolean {
    const from = this.at;
    while (/[ \t\n]/.test(this.text[this.at] ?? '')) this.at += 1;
    return this.at > from;
  }

  private skipTo(end: string, otherwise: string): void {
    const found = this.text.indexOf(end, this.at);
    if (found < 0) this.fail(otherwise);
    this.at = found + end.length;
  }

  private line(at: number): number {
    return this.text.slice(0, at).split('\n').length;
  }

  private fail(message: string, at = this.at, line = this.line(at)): never {
    throw new XmlError(line, message);
  }
}

/** Every element of the tree, in the order of the text. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
