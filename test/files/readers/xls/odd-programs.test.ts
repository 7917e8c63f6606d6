import { readXls } from '../../../../src/files/readers/xls/read-xls';
import { readSst } from '../../../../src/files/readers/xls/biff-text';
import { READ_LIMITS } from '../../../../src/files/limits';
import { biffRecord, xlsStream } from '../../make-xls';
import { makeOle } from '../../make-ole';

/**
 * What programs beside Excel write and LibreOffice opens; seen in the files that ExcelDataReader keeps for its issues
 * 368, 392, 467, 477 and 624.
 */
const letters = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const sst = (count: number, ...data: number[]): Uint8Array => bytes(0, 0, 0, 0, count, 0, 0, 0, ...data);
const texts = (...pieces: Uint8Array[]): string[] => readSst(pieces, READ_LIMITS).map((t) => t.text);
const EOF = biffRecord(0x0a, []);

const BOOK = { sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 5 }] }] };
const cellsOf = (stream: Uint8Array): string[] => {
  const result = readXls(makeOle({ Workbook: stream }));
  if (!result.ok) throw new Error(result.message);
  return result.grids.flatMap((g) => g.cells.map((c) => `${g.sheet} ${c.row},${c.col} ${c.text}`));
};

test('shared texts: an empty piece, half a letter left over', () => {
  const one = [2, 0, 0, ...letters('ab')];
  expect(texts(sst(2, ...one), bytes(), bytes(...one))).toEqual(['ab', 'ab']);
  // Wide letters: one whole and the first half of another; the next piece begins with its width and all of the rest.
  expect(texts(sst(1, 2, 0, 1, 0x61, 0, 0x62), bytes(0, 0x62))).toEqual(['ab']);
});

test('shared texts: counted as none, and more counted than there are', () => {
  const two = [1, 0, 0, 0x61, 1, 0, 0, 0x62];
  expect(texts(sst(0, ...two))).toEqual(['a', 'b']);
  expect(texts(sst(3, ...two, 9, 0, 0, 0x63))).toEqual(['a', 'b']);
  expect(texts(sst(1, ...two))).toEqual(['a']);
});

test('a cell that asks for a shared text that is not there is refused', () => {
  const stream = xlsStream(BOOK);
  const asking = biffRecord(0xfd, [1, 0, 0, 0, 0, 0, 9, 0, 0, 0]);
  const result = readXls(makeOle({ Workbook: bytes(...stream.slice(0, -EOF.length), ...asking, ...EOF) }));
  expect(result).toMatchObject({ ok: false, message: expect.stringContaining('danh sách chữ dùng chung') });
});

test('text cells of Excel 5 in a newer workbook', () => {
  const stream = xlsStream(BOOK);
  const label = (row: number, text: string): number[] =>
    biffRecord(0x204, [row, 0, 0, 0, 0, 0, text.length, 0, ...letters(text)]);
  const changed = bytes(...stream.slice(0, -EOF.length), ...label(1, 'AAA'), ...label(2, ''), ...EOF);
  expect(cellsOf(changed)).toEqual(['PL 0,0 5', 'PL 1,0 AAA']);
});

test('sheets whose places are named wrongly are found in their order', () => {
  const book = { sheets: ['PL1', 'PL2'].map((name, i) => ({ name, cells: [{ at: 'A1', value: i + 1 }] })) };
  const stream = xlsStream(book).slice();
  for (let at = 0; at + 4 <= stream.length; at += 4 + (stream[at + 2]! | (stream[at + 3]! << 8)))
    if (stream[at] === 0x85 && stream[at + 1] === 0) stream[at + 4] = (stream[at + 4]! + 7) & 255;
  expect(cellsOf(stream)).toEqual(['PL1 0,0 1', 'PL2 0,0 2']);
});

test('a sheet alone, with cells of Excel 2 and of Excel 5', () => {
  const stream = bytes(
    ...biffRecord(0x809, [0, 0, 0x10, 0, 0, 0]),
    ...biffRecord(0x04, [0, 0, 0, 0, 0, 0, 0, 2, ...letters('cu')]),
    ...biffRecord(0x204, [1, 0, 0, 0, 0, 0, 3, 0, ...letters('moi')]),
    ...EOF,
  );
  const result = readXls(stream);
  expect(result.ok && result.grids[0]!.cells.map((c) => c.text)).toEqual(['cu', 'moi']);
});
