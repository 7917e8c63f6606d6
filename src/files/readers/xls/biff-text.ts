import type { ReadLimits } from '../../limits';
import { damaged, grouped, Refusal, tooLarge } from '../../refusal';
import { u16, u32 } from '../../zip/little-endian';

/** A text with the places from which on another font holds. */
export interface BiffText {
  text: string;
  runs: { from: number; font: number }[];
}

/** The pieces end in the middle of a text. */
class CutText extends Refusal {
  constructor({ rule, message } = damaged('có đoạn chữ bị cụt')) {
    super(rule, message);
  }
}

/**
 * Reads texts that may go on in CONTINUE records (MS-XLS 2.5.293–2.5.296): there, letters begin with a byte on their
 * width.
 */
export class TextCursor {
  private piece = 0;
  private at: number;

  constructor(
    private readonly pieces: readonly Uint8Array[],
    at: number,
    private readonly limits: ReadLimits,
  ) {
    this.at = at;
  }

  get done(): boolean {
    this.step();
    return this.piece >= this.pieces.length;
  }

  /** A text of `length` characters that begins with its flags. */
  read(length: number): BiffText {
    const flags = this.byte();
    const runCount = flags & 8 ? this.byte() | (this.byte() << 8) : 0;
    const extra = flags & 4 ? (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0 : 0;
    const text = this.letters(length, (flags & 1) !== 0);
    const runs: BiffText['runs'] = [];
    for (let i = 0; i < runCount; i++)
      runs.push({ from: this.byte() | (this.byte() << 8), font: this.byte() | (this.byte() << 8) });
    this.skip(extra);
    return { text, runs };
  }

  /** A text whose length, two bytes, stands in front. */
  readSized(): BiffText {
    return this.read(this.byte() | (this.byte() << 8));
  }

  /** The same, or null where the pieces end in the middle of it. */
  tryReadSized(): BiffText | null {
    try {
      return this.readSized();
    } catch (error) {
      if (error instanceof CutText) return null;
      throw error;
    }
  }

  private letters(length: number, wideFirst: boolean): string {
    if (length > this.limits.textLength) throw tooLarge(`một ô có hơn ${grouped(this.limits.textLength)} ký tự`);
    let wide = wideFirst;
    let text = '';
    while (text.length < length) {
      const data = this.pieces[this.piece];
      if (!data) throw new CutText();
      if (this.at >= data.length) {
        this.piece++;
        this.at = 0;
        if (this.piece < this.pieces.length) wide = (this.byte() & 1) !== 0;
        continue;
      }
      const size = wide ? 2 : 1;
      const count = Math.min(length - text.length, Math.floor((data.length - this.at) / size));
      if (count === 0) {
        // Half a letter at the end of a piece, as some programs leave it, is passed over.
        this.at = data.length;
        continue;
      }
      for (let i = 0; i < count; i++, this.at += size)
        text += String.fromCharCode(wide ? u16(data, this.at) : data[this.at]!);
    }
    return text;
  }

  private step(): void {
    while (this.piece < this.pieces.length && this.at >= this.pieces[this.piece]!.length) {
      this.piece++;
      this.at = 0;
    }
  }

  private byte(): number {
    this.step();
    const data = this.pieces[this.piece];
    if (!data) throw new CutText();
    return data[this.at++]!;
  }

  private skip(count: number): void {
    for (let left = count; left > 0;) {
      this.step();
      const data = this.pieces[this.piece];
      if (!data) throw new CutText();
      const some = Math.min(left, data.length - this.at);
      this.at += some;
      left -= some;
    }
  }
}

/**
 * The shared texts of a workbook. Some programs count them wrongly, or not at all (0), so the list may end in the
 * middle of one; a cell that asks for a text that is not there is refused.
 */
export function readSst(pieces: readonly Uint8Array[], limits: ReadLimits): BiffText[] {
  const told = u32(pieces[0]!, 4);
  if (told > limits.strings) throw tooLarge(`hơn ${grouped(limits.strings)} đoạn chữ`);
  const most = told === 0 ? limits.strings : told;
  const cursor = new TextCursor(pieces, 8, limits);
  const texts: BiffText[] = [];
  while (texts.length < most && !cursor.done) {
    const text = cursor.tryReadSized();
    if (!text) break;
    texts.push(text);
  }
  return texts;
}
