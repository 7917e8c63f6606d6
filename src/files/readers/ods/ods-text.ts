import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { XmlToken, type XmlCursor } from '../../xml/xml-cursor';
import { ownString } from '../../xml/own-string';
import type { RichRun, RichText } from '../xlsx/rich-text';
import type { OdsStyles, SpanStyle } from './ods-styles';

/** Longest run of blanks that `<text:s>` is followed in. */
const MOST_SPACES = 1_000;

/** Paragraphs of one cell or comment, one line each. */
export class OdsText {
  private text = '';
  private readonly runs: RichRun[] = [];
  private paragraphs = 0;
  /**
   * Blanks in the file are one blank, and none at the start of a line (OpenDocument 1.3, 6.1.2); others are elements.
   */
  private afterBlank = true;

  constructor(
    private readonly cursor: XmlCursor,
    private readonly styles: OdsStyles,
    private readonly limits: ReadLimits,
  ) {}

  /** Reads the `<text:p>` or `<text:h>` at the cursor. */
  readParagraph(): void {
    if (this.paragraphs++ > 0) this.add('\n', {});
    this.afterBlank = true;
    this.readMixed({});
  }

  /** Rich text where a part has a font or colour of its own, else plain. */
  get content(): string | RichText {
    const text = ownString(this.text);
    return this.runs.some((r) => r.font !== undefined || r.colour !== undefined || r.struck !== undefined || r.raised)
      ? { text, runs: this.runs }
      : text;
  }

  private readMixed(style: SpanStyle): void {
    const { cursor } = this;
    const depth = cursor.depth;
    for (;;) {
      this.addCollapsed(cursor.textAhead(), style);
      const token = cursor.next();
      if (token === XmlToken.Open) this.readElement(style);
      else if (cursor.depth < depth || token === XmlToken.End) return;
    }
  }

  private readElement(style: SpanStyle): void {
    const { cursor } = this;
    switch (cursor.name) {
      case 's': {
        const count = Math.min(MOST_SPACES, Number(cursor.attribute('c') ?? 1) || 1);
        this.add(' '.repeat(Math.max(1, count)), style);
        this.skip();
        break;
      }
      case 'tab':
        this.add('\t', style);
        this.skip();
        break;
      case 'line-break':
        this.add('\n', style);
        this.skip();
        break;
      case 'span':
        this.readMixed({ ...style, ...defined(this.styles.span(cursor.attribute('style-name'))) });
        break;
      case 'annotation':
      case 'note':
      case 'ruby-text':
        this.skip();
        break;
      default:
        this.readMixed(style);
    }
  }

  private skip(): void {
    const depth = this.cursor.depth;
    while (this.cursor.nextChild(depth));
  }

  private addCollapsed(source: string, style: SpanStyle): void {
    if (source === '') return;
    let text = source.replace(/[ \t\r\n]+/g, ' ');
    if (this.afterBlank && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.add(text, style);
    this.afterBlank = text.endsWith(' ');
  }

  private add(text: string, style: SpanStyle): void {
    this.text += text;
    this.afterBlank = false;
    if (this.text.length > this.limits.textLength)
      throw tooLarge(`một ô có hơn ${grouped(this.limits.textLength)} ký tự`);
    const last = this.runs[this.runs.length - 1];
    if (
      last &&
      last.font === style.font &&
      last.colour?.rgb === style.colour?.rgb &&
      last.struck === style.struck &&
      last.raised === style.raised
    )
      last.text += text;
    else this.runs.push({ text, ...style });
  }
}

function defined(style: SpanStyle): SpanStyle {
  return {
    ...(style.font === undefined ? {} : { font: style.font }),
    ...(style.colour === undefined ? {} : { colour: style.colour }),
    ...(style.struck === undefined ? {} : { struck: style.struck }),
    ...(style.raised === undefined ? {} : { raised: style.raised }),
  };
}
