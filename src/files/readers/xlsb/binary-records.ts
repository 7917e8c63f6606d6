import { damaged, grouped, tooLarge } from '../../refusal';
import { u16, u32 } from '../../zip/little-endian';

/** Record types (MS-XLSB 2.3.2). */
export const B = {
  Row: 0,
  Blank: 1,
  Rk: 2,
  Error: 3,
  Bool: 4,
  Real: 5,
  Text: 6,
  Isst: 7,
  FormulaText: 8,
  FormulaReal: 9,
  FormulaBool: 10,
  FormulaError: 11,
  ShortBlank: 12,
  ShortIsst: 18,
  SstItem: 19,
  Font: 43,
  Format: 44,
  Fill: 45,
  Xf: 47,
  Column: 60,
  RichText: 62,
  SheetProperties: 147,
  WorkbookProperties: 153,
  Sheet: 156,
  FilterColumn: 163,
  Merge: 176,
  SupBookSource: 355,
  SupSelf: 357,
  SupSame: 358,
  ExternSheet: 362,
  ArrayFormula: 426,
  SharedFormula: 427,
  BeginCellXfs: 617,
  EndCellXfs: 618,
  BeginComment: 635,
  CommentText: 637,
  SupAddIn: 667,
} as const;

/** Records of a part; a sheet has about as many as cells. */
const MOST_RECORDS = 4_000_000;

/** Fields of one record, read in order; beyond its end the file is damaged. */
export class Fields {
  at = 0;

  constructor(readonly data: Uint8Array) {}

  get left(): number {
    return this.data.length - this.at;
  }

  skip(count: number): this {
    this.need(count);
    this.at += count;
    return this;
  }

  byte(): number {
    this.need(1);
    return this.data[this.at++]!;
  }

  word(): number {
    this.need(2);
    this.at += 2;
    return u16(this.data, this.at - 2);
  }

  long(): number {
    this.need(4);
    this.at += 4;
    return u32(this.data, this.at - 4);
  }

  real(): number {
    this.need(8);
    this.at += 8;
    return new DataView(this.data.buffer, this.data.byteOffset + this.at - 8, 8).getFloat64(0, true);
  }

  /** A text of at most `most` characters; null where the file says there is none. */
  text(most: number): string | null {
    const length = this.long();
    if (length === 0xffffffff) return null;
    if (length > most) throw tooLarge(`một ô có hơn ${grouped(most)} ký tự`);
    this.need(2 * length);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(u16(this.data, this.at + 2 * i));
    this.at += 2 * length;
    return text;
  }

  bytes(count: number): Uint8Array {
    this.need(count);
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }

  private need(count: number): void {
    if (this.at + count > this.data.length) throw damaged('có bản ghi bị cụt');
  }
}

/** Gives every record of a part in turn (MS-XLSB 2.1.4: type and size in seven-bit groups). */
export function forEachRecord(part: Uint8Array, take: (type: number, fields: Fields) => void): void {
  let at = 0;
  const group = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      const byte = part[at++];
      if (byte === undefined) throw damaged('nội dung bảng tính bị cụt');
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  for (let count = 0; at < part.length; count++) {
    if (count > MOST_RECORDS) throw tooLarge(`hơn ${grouped(MOST_RECORDS)} bản ghi`);
    const type = group(2);
    const size = group(4);
    if (at + size > part.length) throw damaged('nội dung bảng tính bị cụt');
    take(type, new Fields(part.subarray(at, at + size)));
    at += size;
  }
}
