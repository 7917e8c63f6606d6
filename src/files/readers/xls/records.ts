import { damaged, grouped, tooLarge } from '../../refusal';
import { u16 } from '../../zip/little-endian';

/** One record of a workbook stream with the CONTINUE records behind it. */
export interface BiffRecord {
  type: number;
  data: Uint8Array;
  /** Data of CONTINUE records that follow. */
  more: readonly Uint8Array[];
  /** Where it begins in the stream. */
  at: number;
}

/** Record types (MS-XLS 2.3). */
export const R = {
  Formula: 0x06,
  /** The same record under its older numbers, as a few programs write it. */
  Formula3: 0x206,
  Formula4: 0x406,
  Eof: 0x0a,
  ExternSheet: 0x17,
  Note: 0x1c,
  Date1904: 0x22,
  FilePass: 0x2f,
  Font: 0x31,
  Continue: 0x3c,
  CodePage: 0x42,
  Obj: 0x5d,
  Uncalced: 0x5e,
  ColInfo: 0x7d,
  BoundSheet: 0x85,
  Palette: 0x92,
  FilterMode: 0x9b,
  MulRk: 0xbd,
  RString: 0xd6,
  Xf: 0xe0,
  MergeCells: 0xe5,
  Sst: 0xfc,
  LabelSst: 0xfd,
  SupBook: 0x1ae,
  TxO: 0x1b6,
  Number: 0x203,
  Label: 0x204,
  BoolErr: 0x205,
  String: 0x207,
  Row: 0x208,
  Array: 0x221,
  Rk: 0x27e,
  Format: 0x41e,
  ShrFmla: 0x4bc,
  Bof: 0x809,
} as const;

/** Records of a file: a sheet full of single cells has about as many as cells. */
export const MOST_RECORDS = 4_000_000;

/**
 * Walks the records of one substream, from its BOF at `from` to its EOF; embedded substreams (charts) are passed over.
 */
export function* substream(stream: Uint8Array, from: number): Generator<BiffRecord> {
  let at = from;
  let depth = 0;
  for (let count = 0; ; count++) {
    if (count > MOST_RECORDS) throw tooLarge(`hơn ${grouped(MOST_RECORDS)} bản ghi`);
    const record = readRecord(stream, at);
    if (count === 0 && record.type !== R.Bof) throw damaged('thiếu phần đầu của trang tính');
    at = record.at + 4 + record.data.length;
    if (record.type === R.Bof) {
      if (depth++ === 0) yield record;
      continue;
    }
    if (record.type === R.Eof) {
      if (--depth === 0) return;
      continue;
    }
    if (depth > 1) continue;
    const more: Uint8Array[] = [];
    for (let next = at; u16(stream, next) === R.Continue && next + 4 <= stream.length;) {
      const piece = readRecord(stream, next);
      more.push(piece.data);
      next = at = piece.at + 4 + piece.data.length;
    }
    yield more.length > 0 ? { ...record, more } : record;
  }
}

/** Where the substreams of a stream begin, those inside others left out; of a stream that is cut off, those before. */
export function substreamStarts(stream: Uint8Array): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (let at = 0, count = 0; at + 4 <= stream.length && count <= MOST_RECORDS; count++) {
    const type = u16(stream, at);
    if (type === R.Bof && depth++ === 0) starts.push(at);
    else if (type === R.Eof) depth = Math.max(0, depth - 1);
    at += 4 + u16(stream, at + 2);
  }
  return starts;
}

const NONE: readonly Uint8Array[] = [];

/** The record that begins at `at`. */
export function readRecord(stream: Uint8Array, at: number): BiffRecord {
  const length = u16(stream, at + 2);
  if (at + 4 + length > stream.length) throw damaged('nội dung bảng tính bị cụt');
  return { type: u16(stream, at), data: stream.subarray(at + 4, at + 4 + length), more: NONE, at };
}
