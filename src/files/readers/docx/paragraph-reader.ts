import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import type { XmlCursor } from '../../xml/xml-cursor';
import type { Block, Paragraph } from './document';
import { readFormField } from './form-field';
import type { Numbering } from './numbering';
import { StyledText, type LeftOut } from './styled-text';
import { isOn, mergeLooks, readListPlace, readLook, type DocxStyles, type ListPlace, type TextLook } from './styles';

/** What all paragraphs of a document share. */
export interface ParagraphContext {
  cursor: XmlCursor;
  styles: DocxStyles;
  numbering: Numbering;
  limits: ReadLimits;
  /** Reads the blocks inside the element at the cursor: the way back to tables, for text boxes. */
  readBlocks(): Block[];
}

/** A field that is open. */
interface Field {
  /** False while inside the instruction, true inside the result. */
  inResult: boolean;
  /** What it shows where it has no result in the text; null where it shows nothing else. */
  value: string | null;
}

/** Nested fields; Word itself stops at 20. */
const DEEPEST_FIELD = 64;

/** Reads `<w:p>` elements. Fields may reach over paragraphs, so one reader serves a whole document. */
export class ParagraphReader {
  /** Fields open at the cursor, the innermost last. */
  private readonly fields: Field[] = [];
  private text: StyledText;
  private boxes: Block[] = [];
  private objects: Paragraph['objects'] = [];
  private pageBreak: Paragraph['pageBreak'] = null;
  private base: TextLook = {};
  /** A list number was written, and nothing behind it yet. */
  private spaceDue = false;

  constructor(private readonly context: ParagraphContext) {
    this.text = new StyledText(context.limits);
  }

  read(): Paragraph {
    const { cursor, styles } = this.context;
    const outer = {
      text: this.text,
      boxes: this.boxes,
      objects: this.objects,
      pageBreak: this.pageBreak,
      base: this.base,
      spaceDue: this.spaceDue,
    };
    const text = (this.text = new StyledText(this.context.limits));
    this.boxes = [];
    this.objects = [];
    this.pageBreak = null;
    this.spaceDue = false;
    this.base = styles.paragraph(null);
    let endDeleted = false;
    let listed = this.context.styles.list(null);
    const depth = cursor.depth;
    let started = false;
    while (cursor.nextChild(depth)) {
      if (cursor.is('pPr')) {
        const own = this.readProperties();
        endDeleted = own.endDeleted;
        listed = own.list;
        continue;
      }
      if (!started) {
        started = true;
        this.addNumber(listed);
      }
      this.readInline(null);
    }
    if (!started) this.addNumber(listed);
    const { boxes, objects, pageBreak } = this;
    const paragraph: Paragraph = { kind: 'paragraph', text, boxes, objects, pageBreak, endDeleted };
    Object.assign(this, outer);
    return paragraph;
  }

  private addNumber(place: Partial<ListPlace>): void {
    if (place.list === undefined || place.list === '0') return;
    const number = this.context.numbering.next(place);
    if (number === '') return;
    this.text.add(number, this.base.font);
    this.spaceDue = true;
  }

  private readProperties(): { endDeleted: boolean; list: Partial<ListPlace> } {
    const { cursor, styles } = this.context;
    let style: string | null = null;
    let own: Partial<ListPlace> = {};
    let endDeleted = false;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('pStyle')) style = cursor.attribute('val');
      else if (cursor.is('numPr')) own = readListPlace(cursor);
      else if (cursor.is('sectPr')) {
        if (this.beginsPage()) this.pageBreak = 'after';
      } else if (cursor.is('pageBreakBefore') && isOn(cursor.attribute('val'))) this.pageBreak = 'before';
      else if (cursor.is('rPr')) endDeleted = readLook(cursor).deleted;
    }
    this.base = styles.paragraph(style);
    const fromStyle = styles.list(style);
    return { endDeleted, list: { list: own.list ?? fromStyle.list, level: own.level ?? fromStyle.level } };
  }

  /** A section may begin on the same page. */
  private beginsPage(): boolean {
    const { cursor } = this.context;
    let type = 'nextPage';
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) if (cursor.is('type')) type = cursor.attribute('val') ?? type;
    return type !== 'continuous' && type !== 'nextColumn';
  }

  /** One child of a paragraph, or of what may stand around runs (an insertion, a link, a content control). */
  private readInline(left: LeftOut | null): void {
    const { cursor } = this.context;
    switch (cursor.name) {
      case 'r':
        this.readRun(left);
        return;
      case 'del':
      case 'moveFrom':
        this.readAll('deleted');
        return;
      case 'commentReference':
        this.addComment();
        return;
      // The same content again for older programs; and what is no content.
      case 'Fallback':
      case 'pPr':
      case 'sdtPr':
      case 'sdtEndPr':
      case 'customXmlPr':
      case 'smartTagPr':
      case 'proofErr':
      case 'instrText':
        return;
      default:
        this.readAll(left);
    }
  }

  private readAll(left: LeftOut | null): void {
    const depth = this.context.cursor.depth;
    while (this.context.cursor.nextChild(depth)) this.readInline(left);
  }

  private readRun(left: LeftOut | null): void {
    const { cursor } = this.context;
    let look = this.base;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('rPr')) look = this.readRunLook();
      else this.readPiece(look, left);
    }
  }

  private readRunLook(): TextLook {
    const { look, style } = readLook(this.context.cursor);
    const base = style === null ? this.base : mergeLooks(this.base, this.context.styles.character(style));
    return mergeLooks(base, look);
  }

  private readPiece(look: TextLook, left: LeftOut | null): void {
    const { cursor } = this.context;
    switch (cursor.name) {
      case 't':
      case 'delText':
        this.add(ownString(cursor.text()), look, left);
        return;
      case 'tab':
      case 'ptab':
        this.add('\t', look, left);
        return;
      case 'br':
        if (cursor.attribute('type') === 'page') this.pageBreak = /\S/.test(this.text.full) ? 'after' : 'before';
        this.add('\n', look, left);
        return;
      case 'cr':
        this.add('\n', look, left);
        return;
      case 'noBreakHyphen':
        this.add('-', look, left);
        return;
      case 'sym':
        this.addSymbol(look, left);
        return;
      case 'fldChar':
        this.stepField(cursor.attribute('fldCharType'), look, left);
        return;
      case 'commentReference':
        this.addComment();
        return;
      case 'txbxContent':
        this.boxes.push(...this.context.readBlocks());
        return;
      case 'object':
        if (left !== 'deleted') this.objects.push(this.embeddedKind());
        return;
      // A picture of DrawingML or of VML; a chart shows figures that stand in no table here.
      case 'blip':
      case 'imagedata':
      case 'chart':
        if (left !== 'deleted') this.objects.push('picture');
        return;
      case 'instrText':
      case 'delInstrText':
      case 'Fallback':
      case 'rPr':
        return;
      default: {
        const depth = cursor.depth;
        while (cursor.nextChild(depth)) this.readPiece(look, left);
      }
    }
  }

  /** What an embedded object is, by the program that it names; its picture is no picture of its own. */
  private embeddedKind(): Paragraph['objects'][number] {
    const { cursor } = this.context;
    let kind: Paragraph['objects'][number] = 'object';
    const depth = cursor.depth;
    while (cursor.nextChild(depth))
      if (cursor.is('OLEObject') && /^Excel\./i.test(cursor.attribute('ProgID') ?? '')) kind = 'workbook';
    return kind;
  }

  private add(text: string, look: TextLook, left: LeftOut | null): void {
    if (this.fields.some((f) => !f.inResult)) return;
    if (/\S/.test(text)) for (const field of this.fields) field.value = null;
    const why = left ?? (look.hidden ? 'hidden' : null);
    if (why !== null) this.text.leave(text, why);
    else {
      if (this.spaceDue && /\S/.test(text)) this.text.add(' ', look.font);
      this.spaceDue = false;
      this.text.add(text, look.font, look.colour ?? '', {
        ...(look.struck ? { struck: true } : {}),
        ...(look.raised ? { raised: true } : {}),
      });
    }
  }

  private addSymbol(look: TextLook, left: LeftOut | null): void {
    const code = parseInt(this.context.cursor.attribute('char') ?? '', 16);
    const font = this.context.cursor.attribute('font');
    if (code > 0 && code <= 0xffff) this.add(String.fromCharCode(code), { ...look, font: font ?? look.font }, left);
  }

  private stepField(type: string | null, look: TextLook, left: LeftOut | null): void {
    if (type === 'begin') {
      if (this.fields.length >= DEEPEST_FIELD) throw tooLarge('trường (field) lồng nhau quá sâu');
      this.fields.push({ inResult: false, value: readFormField(this.context.cursor) });
    } else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1]!.inResult = true;
    else if (type === 'end') {
      const value = this.fields.pop()?.value ?? '';
      if (value !== '') this.add(value, look, left);
    }
  }

  private addComment(): void {
    const id = this.context.cursor.attribute('id');
    if (id !== null && this.text.comments.length < this.context.limits.comments) this.text.comments.push(id);
  }
}
