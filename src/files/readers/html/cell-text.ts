import type { TextRun } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import type { MarkedRun } from '../text-marks';

/** Text of a cell as a browser lays it out: blanks of the source are one blank, breaks and blocks are lines. */
export class CellText {
  readonly runs: TextRun[] = [];
  /** The pieces with how they are drawn. */
  readonly drawn: MarkedRun[] = [];
  shown = '';
  /** Letters that a browser does not show. */
  unseen = '';
  comment = '';
  /** Colours of what is shown; "" is the cell's own. */
  readonly colours = new Set<string>();
  private blankDue = false;
  private lineDue = false;
  /**
   * Nothing stands yet, or a line has just ended. Kept beside the text: looking at the end of a text that grows word by
   * word costs its whole length.
   */
  private atStart = true;

  constructor(
    private readonly font: string | undefined,
    private readonly limits: ReadLimits,
  ) {}

  /** Text of the page in the given font and colour; the cell's own where that is undefined. */
  add(source: string, font: string | undefined, marks: Omit<MarkedRun, 'text'> = {}, colour = ''): void {
    if (/\S/.test(source)) this.colours.add(colour);
    this.drawn.push({ ...marks, text: source });
    // Piece by piece: a text of many megabytes ends at the limit, before all of it is taken apart.
    const blanks = /[ \t\r\n\f]+/g;
    for (let from = 0; ;) {
      const blank = blanks.exec(source);
      const piece = source.slice(from, blank ? blank.index : source.length);
      if (piece !== '') this.word(piece.replace(/\u00a0/g, ' '), font ?? this.font);
      if (!blank) return;
      this.blankDue = true;
      from = blanks.lastIndex;
    }
  }

  /** Text that is in the page but is not shown in the cell. */
  leave(source: string, why: 'hidden' | 'comment'): void {
    const text = source.replace(/\s+/g, ' ');
    if (why === 'hidden') this.unseen += text;
    else this.comment += text;
    if (this.unseen.length + this.comment.length > this.limits.textLength)
      throw tooLarge(`một ô có hơn ${grouped(this.limits.textLength)} ký tự`);
  }

  /** `<br>`: a line ends here, even an empty one. */
  breakLine(): void {
    this.flushLine();
    this.put('\n', this.font);
    this.blankDue = false;
  }

  /** A block begins or ends: what follows stands on a line of its own. */
  breakBlock(): void {
    if (!this.atStart) this.lineDue = true;
    this.blankDue = false;
  }

  /** Nothing but blanks. */
  get isBlank(): boolean {
    return !/\S/.test(this.shown);
  }

  private word(text: string, font: string | undefined): void {
    this.flushLine();
    if (this.blankDue && !this.atStart) this.put(' ', font);
    this.blankDue = false;
    this.put(text, font);
  }

  private flushLine(): void {
    if (this.lineDue) this.put('\n', this.font);
    this.lineDue = false;
  }

  private put(text: string, font: string | undefined): void {
    this.shown += text;
    this.atStart = text.endsWith('\n');
    if (this.shown.length > this.limits.textLength)
      throw tooLarge(`một ô có hơn ${grouped(this.limits.textLength)} ký tự`);
    const last = this.runs[this.runs.length - 1];
    if (last && (last.font === font || !/\S/.test(text))) last.text += text;
    else this.runs.push(font === undefined ? { text } : { text, font });
  }
}
