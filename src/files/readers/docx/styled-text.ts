import type { TextRun } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import type { MarkedRun } from '../text-marks';

/** Why some text of a paragraph is not among what is read. */
export type LeftOut = 'hidden' | 'deleted' | 'text-box' | 'covered';

/** Text as a reader of the page sees it, with the fonts it is in, beside all the text that stands in the file. */
export class StyledText {
  text = '';
  /** With hidden and deleted text and text boxes, in the order of the file. */
  full = '';
  readonly runs: TextRun[] = [];
  /** The pieces as they were added, with how they are drawn. */
  readonly drawn: MarkedRun[] = [];
  readonly leftOut = new Set<LeftOut>();
  /** What stands there in hidden letters. */
  hidden = '';
  /** Ids of comments that hang on it. */
  readonly comments: string[] = [];
  /** Colours its visible characters are in; "" is the colour of the page's text. */
  readonly colours = new Set<string>();

  constructor(private readonly limits: ReadLimits) {}

  add(text: string, font: string | undefined, colour = '', marks: Omit<MarkedRun, 'text'> = {}): void {
    if (text === '') return;
    this.full += text;
    this.checkLength();
    if (/\S/.test(text)) this.colours.add(colour);
    this.push(text, font);
    this.drawn.push({ ...marks, text });
  }

  /** Text that is in the file but is not read. */
  leave(text: string, why: LeftOut): void {
    this.full += text;
    this.checkLength();
    if (why === 'hidden') this.hidden += text;
    if (/\S/.test(text)) this.leftOut.add(why);
  }

  /** Another text behind this one. */
  append(other: StyledText): void {
    for (const run of other.runs) this.push(run.text, run.font);
    this.drawn.push(...other.drawn);
    this.full += other.full;
    this.checkLength();
    for (const c of other.colours) this.colours.add(c);
    this.hidden += other.hidden;
    for (const why of other.leftOut) this.leftOut.add(why);
    this.comments.push(...other.comments);
  }

  private push(text: string, font: string | undefined): void {
    this.text += text;
    const last = this.runs[this.runs.length - 1];
    // Blanks look alike in every font; they stay with the run before them.
    if (last && (last.font === font || !/\S/.test(text))) last.text += text;
    else this.runs.push(font === undefined ? { text } : { text, font });
  }

  private checkLength(): void {
    if (this.full.length > this.limits.textLength)
      throw tooLarge(`một đoạn chữ có hơn ${grouped(this.limits.textLength)} ký tự`);
  }

  /** The same without line feeds at its end, where a cell has empty paragraphs. */
  trimEnd(): this {
    this.text = withoutFeeds(this.text);
    this.full = withoutFeeds(this.full);
    for (let last = this.runs[this.runs.length - 1]; last; last = this.runs[this.runs.length - 1]) {
      last.text = withoutFeeds(last.text);
      if (last.text !== '') break;
      this.runs.pop();
    }
    return this;
  }
}

function withoutFeeds(text: string): string {
  let to = text.length;
  while (to > 0 && text[to - 1] === '\n') to--;
  return text.slice(0, to);
}
