import { READ_LIMITS } from '../limits';
import { damaged, tooLarge } from '../refusal';
import { decodeEntities } from './entities';

const LT = 60,
  GT = 62,
  SLASH = 47,
  BANG = 33,
  QUESTION = 63,
  EQUALS = 61,
  COLON = 58,
  DOUBLE = 34,
  SINGLE = 39,
  SPACE = 32;

/** What `next` stopped at. */
export enum XmlToken {
  End,
  Open,
  Close,
}

/**
 * Walks an XML text tag by tag, once, without building a tree. Names are local: `x:row` is `row`. A self-closing tag
 * gives Open, then Close. DOCTYPE is refused, so no entity can be defined. Attributes are read either all in turn
 * (`nextAttribute`) or one by name (`attribute`) while the cursor stands on an Open.
 */
export class XmlCursor {
  /** Number of elements open around the position, the current one included. */
  depth = 0;
  /** Bounds of the attribute read last, in `source`. */
  attributeStart = 0;
  attributeEnd = 0;
  valueStart = 0;
  valueEnd = 0;

  private position = 0;
  private inTag = false;
  private selfClosed = false;
  private nameStart = 0;
  private nameEnd = 0;
  /** Where attributes of the current tag begin. */
  private attributesFrom = 0;
  private readonly openNames: number[] = [];

  constructor(
    readonly source: string,
    private readonly maxDepth = READ_LIMITS.xmlDepth,
  ) {
    if (source.charCodeAt(0) === 0xfeff) this.position = 1;
  }

  /** Moves to the next tag; text between is passed over. */
  next(): XmlToken {
    if (this.inTag) this.finishTag();
    if (this.selfClosed) return this.closeSelf();
    const { source } = this;
    for (;;) {
      let at = this.position;
      if (source.charCodeAt(at) !== LT) at = source.indexOf('<', at);
      if (at < 0) return this.end();
      const c = source.charCodeAt(at + 1);
      if (c === BANG || c === QUESTION) this.position = this.skipMarkup(at, c);
      else return c === SLASH ? this.close(at + 2) : this.open(at + 1);
    }
  }

  /**
   * Moves to the next child of the element at `depth`, passing over whatever lies deeper; false at that element's end.
   * Usage: `const depth = cursor.depth; while (cursor.nextChild(depth)) …`
   */
  nextChild(depth: number): boolean {
    for (;;) {
      const token = this.next();
      if (token === XmlToken.Open) {
        if (this.depth === depth + 1) return true;
      } else if (this.depth < depth || token === XmlToken.End) return false;
    }
  }

  /** Local name of the current tag. */
  get name(): string {
    return this.source.slice(this.nameStart, this.nameEnd);
  }

  is(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.source.startsWith(name, this.nameStart);
  }

  /** For names of one letter, the letter's code; else 0. The hot loop of a worksheet asks nothing else. */
  get letter(): number {
    return this.nameEnd - this.nameStart === 1 ? this.source.charCodeAt(this.nameStart) : 0;
  }

  /** Steps to the next attribute of the current open tag; false after the last. */
  nextAttribute(): boolean {
    if (!this.inTag) return false;
    const { source } = this;
    let at = this.position;
    let c = source.charCodeAt(at);
    while (c <= SPACE) c = source.charCodeAt(++at);
    if (c === GT || c === SLASH) {
      this.position = at;
      this.finishTag();
      return false;
    }
    this.position = this.readAttribute(at);
    return true;
  }

  /** Decoded value of the attribute with this local name in the current open tag, or null. */
  attribute(name: string): string | null {
    const { source } = this;
    for (let at = this.attributesFrom; ;) {
      let c = source.charCodeAt(at);
      while (c <= SPACE) c = source.charCodeAt(++at);
      if (c === GT || c === SLASH) return null;
      at = this.readAttribute(at);
      if (this.attributeEnd - this.attributeStart === name.length && source.startsWith(name, this.attributeStart))
        return this.value();
    }
  }

  /** Decoded value of the attribute read last. */
  value(): string {
    return decodeEntities(this.source.slice(this.valueStart, this.valueEnd));
  }

  /**
   * Text of the current element, entities decoded, line ends as \n; stands behind its closing tag afterwards.
   * Text of nested elements is left out.
   */
  text(): string {
    if (this.inTag) this.finishTag();
    if (this.selfClosed) {
      this.closeSelf();
      return '';
    }
    const { source } = this;
    const own = this.depth;
    let from = this.position;
    let text = '';
    for (;;) {
      const lt = source.indexOf('<', from);
      if (lt < 0) throw cutOff();
      if (lt > from) text += this.depth === own ? cleanText(source.slice(from, lt)) : '';
      const c = source.charCodeAt(lt + 1);
      if (c === BANG || c === QUESTION) {
        this.position = from = this.skipMarkup(lt, c);
        if (c === BANG && source.charCodeAt(lt + 2) !== 45 && this.depth === own)
          text += lineEnds(source.slice(lt + 9, from - 3));
        continue;
      }
      this.position = lt;
      this.next();
      if (this.depth < own) return text;
      if (this.inTag) this.finishTag();
      if (this.selfClosed) this.closeSelf();
      from = this.position;
    }
  }

  /**
   * Text from here to the next tag, entities decoded and CDATA included; the next tag is still to come. For content
   * that mixes text and elements: ask before every `next`.
   */
  textAhead(): string {
    if (this.inTag) this.finishTag();
    if (this.selfClosed) return '';
    const { source } = this;
    let text = '';
    for (;;) {
      const at = this.position;
      const lt = source.indexOf('<', at);
      if (lt < 0) return text;
      if (lt > at) text += cleanText(source.slice(at, lt));
      this.position = lt;
      const c = source.charCodeAt(lt + 1);
      if (c !== BANG && c !== QUESTION) return text;
      this.position = this.skipMarkup(lt, c);
      if (c === BANG && source.charCodeAt(lt + 2) !== 45) text += lineEnds(source.slice(lt + 9, this.position - 3));
    }
  }

  /**
   * Where the current element holds nothing but one stretch of text: sets valueStart and valueEnd to its bounds, stands
   * behind the closing tag and returns true. Else changes nothing that `text` would mind. Entities are not resolved
   * yet.
   */
  plainText(): boolean {
    if (this.inTag) this.finishTag();
    if (this.selfClosed) return false;
    const { source, position } = this;
    const lt = source.indexOf('<', position);
    if (lt < 0) throw cutOff();
    if (source.charCodeAt(lt + 1) !== SLASH) return false;
    this.valueStart = position;
    this.valueEnd = lt;
    this.close(lt + 2);
    return true;
  }

  /** What `plainText` found, as `text` would give it. */
  plainValue(): string {
    return cleanText(this.source.slice(this.valueStart, this.valueEnd));
  }

  private open(at: number): XmlToken {
    const { source } = this;
    this.nameStart = at;
    let c = source.charCodeAt(at);
    while (c > SPACE && c !== GT && c !== SLASH) {
      if (c === COLON) this.nameStart = at + 1;
      c = source.charCodeAt(++at);
    }
    if (c !== c) throw cutOff();
    if (at === this.nameStart) throw damaged('nội dung XML sai cú pháp');
    this.nameEnd = this.position = this.attributesFrom = at;
    this.inTag = true;
    if (this.depth >= this.maxDepth) throw tooLarge(`nội dung lồng nhau quá ${this.maxDepth} lớp`);
    this.openNames[this.depth++] = this.nameStart;
    return XmlToken.Open;
  }

  private close(at: number): XmlToken {
    const { source } = this;
    const end = source.indexOf('>', at);
    if (end < 0) throw cutOff();
    if (this.depth === 0) throw damaged('nội dung XML sai cú pháp');
    this.nameStart = this.nameEnd = at;
    let open = this.openNames[--this.depth]!;
    for (let k = at; k < end; k++) {
      const c = source.charCodeAt(k);
      if (c === COLON) {
        this.nameStart = k + 1;
        continue;
      }
      if (c <= SPACE) break;
      this.nameEnd = k + 1;
    }
    for (let k = this.nameStart; k < this.nameEnd; k++) {
      if (source.charCodeAt(k) !== source.charCodeAt(open++)) throw damaged('nội dung XML sai cú pháp');
    }
    const after = source.charCodeAt(open);
    if (after > SPACE && after !== GT && after !== SLASH) throw damaged('nội dung XML sai cú pháp');
    this.position = end + 1;
    return XmlToken.Close;
  }

  private closeSelf(): XmlToken {
    this.selfClosed = false;
    this.depth--;
    return XmlToken.Close;
  }

  private end(): XmlToken {
    if (this.depth > 0) throw cutOff();
    this.position = this.source.length;
    return XmlToken.End;
  }

  /** Passes over what is left of an open tag; '>' inside a quoted value does not end it. */
  private finishTag(): void {
    const { source } = this;
    let at = this.position;
    for (;;) {
      const c = source.charCodeAt(at);
      if (c === GT) break;
      if (c === DOUBLE || c === SINGLE) at = quoteEnd(source, at + 1, c);
      else if (c !== c || c === LT) throw cutOff();
      at++;
    }
    this.selfClosed = source.charCodeAt(at - 1) === SLASH;
    this.position = at + 1;
    this.inTag = false;
  }

  private readAttribute(at: number): number {
    const { source } = this;
    this.attributeStart = at;
    let c = source.charCodeAt(at);
    while (c > SPACE && c !== EQUALS && c !== GT && c !== SLASH) {
      if (c === COLON) this.attributeStart = at + 1;
      c = source.charCodeAt(++at);
    }
    this.attributeEnd = at;
    while (c <= SPACE) c = source.charCodeAt(++at);
    if (c !== EQUALS) throw damaged('nội dung XML sai cú pháp');
    c = source.charCodeAt(++at);
    while (c <= SPACE) c = source.charCodeAt(++at);
    if (c !== DOUBLE && c !== SINGLE) throw damaged('nội dung XML sai cú pháp');
    this.valueStart = at + 1;
    this.valueEnd = quoteEnd(source, at + 1, c);
    return this.valueEnd + 1;
  }

  /** Position behind a comment, CDATA section or processing instruction. */
  private skipMarkup(at: number, kind: number): number {
    const { source } = this;
    if (kind === QUESTION) return endOf(source, '?>', at + 2);
    if (source.startsWith('--', at + 2)) return endOf(source, '-->', at + 4);
    if (source.startsWith('[CDATA[', at + 2)) return endOf(source, ']]>', at + 9);
    throw damaged('tệp có khai báo DOCTYPE, Excel không bao giờ ghi như vậy');
  }
}

/** Values are short: a loop beats a native search by its call. */
function quoteEnd(source: string, at: number, quote: number): number {
  let c = source.charCodeAt(at);
  while (c !== quote) {
    if (c !== c || c === LT) throw cutOff();
    c = source.charCodeAt(++at);
  }
  return at;
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  if (at < 0) throw cutOff();
  return at + mark.length;
}

function cutOff(): Error {
  return damaged('nội dung XML bị cụt');
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function cleanText(raw: string): string {
  return decodeEntities(lineEnds(raw));
}
