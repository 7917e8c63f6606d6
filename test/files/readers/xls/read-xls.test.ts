import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read as readWithSheetJs, utils } from '@e965/xlsx';
import type { Grid } from '../../../../src/core/model/grid';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { readXls } from '../../../../src/files/readers/xls/read-xls';
import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';
import type { Book } from '../../book';
import { outcome, survivesDamage } from '../../hostile';
import { makeOle } from '../../make-ole';
import { biffRecord, makeXls, xlsStream } from '../../make-xls';
import { makeXlsx } from '../../make-xlsx';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeXls, {
  format: 'xls',
  formulas: true,
  fonts: true,
  runs: true,
  comments: true,
  sheets: true,
  hidden: true,
  veryHidden: true,
  filter: true,
  dates: true,
  errors: true,
  invisible: true,
});

function grids(bytes: Uint8Array): Grid[] {
  const result = readXls(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const received = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, '../../../../samples/khanh-hoa-2020/received', file)));
const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const BOOK: Book = { sheets: [{ name: 'PL', cells: [] }] };
/** A workbook whose sheet is these records. */
const withRecords = (...records: number[][]): Uint8Array =>
  makeOle({
    Workbook: xlsStream(
      BOOK,
      [],
      [
        [
          ...biffRecord(0x809, [...u16(0x600, 0x10, 0, 0), 0, 0, 0, 0, 0, 6, 0, 0]),
          ...records.flat(),
          ...biffRecord(0x0a, []),
        ],
      ],
    ),
  });

describe('the same content in two formats', () => {
  it('gives the same grids as .xlsx', () => {
    const book: Book = {
      date1904: true,
      sheets: [
        {
          name: 'PL2',
          merges: ['A1:C1'],
          hiddenRows: [4],
          hiddenCols: ['C'],
          cells: [
            { at: 'A1', value: 'Phụ lục 2' },
            { at: 'A2', value: 'Tiêu chí', font: '.VnTime' },
            { at: 'B2', value: 12, format: '#,##0', comment: 'ghi chú' },
            { at: 'A3', date: '2020-01-30' },
            { at: 'B3', value: 0.958, format: '0.0%' },
            { at: 'A4', formula: 'SUM(B2:B3)', value: 12.958 },
            { at: 'B4', value: true },
            { at: 'A5', error: '#N/A', formula: 'B9' },
            {
              at: 'A6',
              font: 'Arial',
              runs: [
                { text: 'Céng ', font: '.VnTime' },
                { text: 'hòa', font: 'Arial' },
              ],
            },
          ],
        },
        { name: 'ẩn', visibility: 'hidden', cells: [] },
      ],
    };
    const xlsx = readXlsx(makeXlsx(book));
    const xls = grids(makeXls(book));
    // The stretch in the cell's own font is spoken of as such in both.
    expect(xlsx.ok && xlsx.grids.map((g) => ({ ...g, cells: g.cells.map(({ font: _, ...c }) => c) }))).toEqual(
      xls.map((g) => ({ ...g, cells: g.cells.map(({ font: _, ...c }) => c) })),
    );
  });

  it.each(['NNPTNT.xls', 'SDL.xls'])('reads %s as another library does', (file) => {
    const other = readWithSheetJs(received(file), { type: 'array' });
    const own = grids(received(file));
    expect(own.map((g) => g.sheet)).toEqual(other.SheetNames);
    for (const grid of own) {
      const sheet = other.Sheets[grid.sheet]!;
      const cells = Object.keys(sheet).filter(
        (k) => !k.startsWith('!') && sheet[k].v !== '' && sheet[k].v !== undefined,
      );
      expect(
        Object.fromEntries(
          grid.cells.filter((c) => c.value !== '').map((c) => [utils.encode_cell({ r: c.row, c: c.col }), c.value]),
        ),
      ).toEqual(Object.fromEntries(cells.map((k) => [k, sheet[k].v])));
      expect(
        new Set(
          grid.merges.map((m) => utils.encode_range({ s: { r: m.top, c: m.left }, e: { r: m.bottom, c: m.right } })),
        ),
      ).toEqual(new Set((sheet['!merges'] ?? []).map((m) => utils.encode_range(m))));
    }
  });
});

describe('formulas that nobody here computed', () => {
  const formula = (row: number, value: number, tokens: number[]): number[] =>
    biffRecord(0x06, [
      ...u16(row, 0, 0),
      ...new Uint8Array(new Float64Array([value]).buffer),
      ...u16(0, 0, 0),
      ...u16(tokens.length),
      ...tokens,
    ]);
  const minus = [0x44, ...u16(0, 0xc001), 0x44, ...u16(0, 0xc002), 0x04];

  it('a result of 0 on a sheet that was not computed is none', () => {
    const cells = (mark: number[]): unknown[] =>
      grids(withRecords(mark, formula(0, 0, minus), formula(1, 5, minus)))[0]!.cells.map((c) => [
        c.value,
        c.formula,
        c.noCachedValue ?? false,
      ]);
    expect(cells(biffRecord(0x5e, [0, 0]))).toEqual([
      ['', 'B1-C1', true],
      [5, 'B1-C1', false],
    ]);
    expect(cells([])).toEqual([
      [0, 'B1-C1', false],
      [5, 'B1-C1', false],
    ]);
  });

  it('other files are named in formulas', () => {
    const name = [...'\u0001\u0001C\u0003x\u0003So lieu.xls'].flatMap((c) => u16(c.charCodeAt(0)));
    const book = biffRecord(0x1ae, [...u16(1, name.length / 2), 1, ...name, ...u16(3), 0, 80, 76, 50]);
    const sheet = [
      ...biffRecord(0x809, [...u16(0x600, 0x10, 0, 0), 0, 0, 0, 0, 0, 6, 0, 0]),
      ...formula(0, 5, [0x5a, ...u16(0, 4, 0xc002)]),
      ...biffRecord(0x0a, []),
    ];
    const [grid] = grids(
      makeOle({ Workbook: xlsStream(BOOK, [...book, ...biffRecord(0x17, u16(1, 0, 0, 0))], [sheet]) }),
    );
    expect([grid!.externalLinks, grid!.cells[0]!.formula]).toEqual([true, "'[So lieu.xls]PL2'!C5"]);
  });
});

describe('records as programs write them', () => {
  it('packed numbers', () => {
    const rk = (value: number, flags: number): number[] => [...u16((value & 0xffff) | flags), ...u16(value >>> 16)];
    const grid = grids(
      withRecords(
        biffRecord(0x27e, [...u16(0, 0, 0), ...rk((-5 << 2) >>> 0, 2)]),
        biffRecord(0x27e, [...u16(0, 1, 0), ...rk((1234 << 2) >>> 0, 3)]),
        biffRecord(0x27e, [...u16(0, 2, 0), ...rk(0x3ff80000, 0)]),
        biffRecord(0xbd, [
          ...u16(1, 3),
          ...u16(0),
          ...rk((7 << 2) >>> 0, 2),
          ...u16(0),
          ...rk((8 << 2) >>> 0, 2),
          ...u16(4),
        ]),
      ),
    )[0]!;
    expect(grid.cells.map((c) => [c.row, c.col, c.value])).toEqual([
      [0, 0, -5],
      [0, 1, 12.34],
      [0, 2, 1.5],
      [1, 3, 7],
      [1, 4, 8],
    ]);
  });

  it('shared formulas, whose members name the first cell', () => {
    const member = (row: number): number[] =>
      biffRecord(0x06, [
        ...u16(row, 2, 0),
        ...new Uint8Array(new Float64Array([row]).buffer),
        ...u16(8),
        0,
        0,
        0,
        0,
        ...u16(5),
        1,
        ...u16(0, 2),
      ]);
    const shared = biffRecord(0x4bc, [
      ...u16(0, 1),
      2,
      2,
      0,
      2,
      ...u16(11),
      0x4c,
      ...u16(0, 0xc0fe),
      0x4c,
      ...u16(0, 0xc0ff),
      0x03,
    ]);
    expect(grids(withRecords(member(0), shared, member(1)))[0]!.cells.map((c) => c.formula)).toEqual([
      'A1+B1',
      'A2+B2',
    ]);
  });

  it('a shared formula that stands behind another cell than the first of its area', () => {
    const member = (row: number): number[] =>
      biffRecord(0x06, [
        ...u16(row, 2, 0),
        ...new Uint8Array(new Float64Array([row]).buffer),
        ...u16(8),
        0,
        0,
        0,
        0,
        ...u16(5),
        1,
        ...u16(1, 2),
      ]);
    const shared = biffRecord(0x4bc, [
      ...u16(0, 2),
      2,
      2,
      0,
      2,
      ...u16(11),
      0x4c,
      ...u16(0, 0xc0fe),
      0x4c,
      ...u16(0, 0xc0ff),
      0x03,
    ]);
    expect(grids(withRecords(member(1), shared, member(2)))[0]!.cells.map((c) => c.formula)).toEqual([
      'A2+B2',
      'A3+B3',
    ]);
  });

  it('a formula under the record number of Excel 4 loses neither value nor text', () => {
    const formula = (type: number, row: number): number[] =>
      biffRecord(type, [
        ...u16(row, 0, 0),
        ...new Uint8Array(new Float64Array([7]).buffer),
        ...u16(0),
        0,
        0,
        0,
        0,
        ...u16(3),
        0x1e,
        ...u16(7),
      ]);
    expect(grids(withRecords(formula(0x406, 0), formula(0x206, 1)))[0]!.cells.map((c) => [c.value, c.formula])).toEqual(
      [
        [7, '7'],
        [7, '7'],
      ],
    );
  });

  it('a number that is none is an error in its own cell', () => {
    const number = (col: number, bytes: number[]): number[] => biffRecord(0x203, [...u16(0, col, 0), ...bytes]);
    const cells = grids(
      withRecords(
        number(0, [0, 0, 0, 0, 0, 0, 0xf8, 0x7f]),
        number(1, [...new Uint8Array(new Float64Array([12]).buffer)]),
        biffRecord(0x27e, [...u16(0, 2, 0), 0, 0, 0xf0, 0x7f]),
      ),
    )[0]!.cells;
    expect(cells.map((c) => [c.kind, c.value])).toEqual([
      ['error', '#NUM!'],
      ['number', 12],
      ['error', '#NUM!'],
    ]);
  });

  it('a standard number format written wrong is the standard one; one of the file itself that is cut refuses the file', () => {
    const withFormat = (id: number): ReturnType<typeof readXls> =>
      readXls(
        makeOle({
          Workbook: xlsStream(BOOK, biffRecord(0x41e, [...u16(id, 0), 0x3a, 0x5f]), [
            [
              ...biffRecord(0x809, [...u16(0x600, 0x10, 0, 0), 0, 0, 0, 0, 0, 6, 0, 0]),
              ...biffRecord(0x203, [...u16(0, 0, 0), ...new Uint8Array(new Float64Array([12]).buffer)]),
              ...biffRecord(0x0a, []),
            ],
          ]),
        }),
      );
    expect(withFormat(44)).toMatchObject({ ok: true, grids: [{ cells: [{ value: 12 }] }] });
    expect(withFormat(164)).toMatchObject({ ok: false, rule: 'file-unreadable' });
  });

  it('the stream may be called WORKBOOK', async () => {
    const bytes = makeOle({ WORKBOOK: xlsStream({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 3 }] }] }) });
    expect(await createReader().read({ file: 'a.xls', bytes })).toMatchObject({
      ok: true,
      format: 'xls',
      grids: [{ cells: [{ value: 3 }] }],
    });
  });

  it('texts that go on in the next record with letters of another width', () => {
    const sst = [
      ...biffRecord(0xfc, [1, 0, 0, 0, 1, 0, 0, 0, ...u16(4), 0, 97, 98]),
      ...biffRecord(0x3c, [1, ...u16(0x1ed1, 0x1ea1)]),
    ];
    const stream = xlsStream(BOOK, sst, [
      [
        ...biffRecord(0x809, [...u16(0x600, 0x10, 0, 0), 0, 0, 0, 0, 0, 6, 0, 0]),
        ...biffRecord(0xfd, [...u16(0, 0, 0), 0, 0, 0, 0]),
        ...biffRecord(0x0a, []),
      ],
    ]);
    // The maker's own empty list comes behind; a reader takes the first that has texts.
    const result = readXls(makeOle({ Workbook: stream }));
    expect(result.ok ? result.grids[0]!.cells[0]!.text : result.message).toBe('abốạ');
  });

  it('Excel 5 letters by code page, but by the byte where an old font draws them', () => {
    const bof5 = (type: number): number[] => biffRecord(0x809, u16(0x500, type, 0, 0));
    const font = (name: string): number[] =>
      biffRecord(0x31, [
        ...u16(220, 0, 0x7fff, 400, 0),
        0,
        0,
        0,
        0,
        name.length,
        ...[...name].map((c) => c.charCodeAt(0)),
      ]);
    const xf = (n: number): number[] => biffRecord(0xe0, [...u16(n, 0), ...new Array<number>(12).fill(0)]);
    const label = (col: number, style: number, ...bytes: number[]): number[] =>
      biffRecord(0x204, [...u16(0, col, style, bytes.length), ...bytes]);
    const head = [...bof5(5), ...biffRecord(0x42, u16(1258)), ...font('Arial'), ...font('.VnTime'), ...xf(0), ...xf(1)];
    const bound = (at: number): number[] => biffRecord(0x85, [...u16(at, 0), 0, 0, 2, 80, 76]);
    const start = head.length + bound(0).length + 4;
    const body = [...bof5(0x10), ...label(0, 0, 83, 0xf4, 0xec), ...label(1, 1, 0xcc, 0xec), ...biffRecord(0x0a, [])];
    const grid = grids(
      makeOle({ Book: Uint8Array.from([...head, ...bound(start), ...biffRecord(0x0a, []), ...body]) }),
    )[0]!;
    expect(grid.cells.map((c) => [String(c.value).normalize('NFC'), c.font])).toEqual([
      ['Số', 'Arial'],
      ['Ìì', '.VnTime'],
    ]);
  });
});

describe('hostile .xls files', () => {
  const sample = makeXls({
    sheets: [
      {
        name: 'PL',
        merges: ['A1:B1'],
        cells: [
          { at: 'A1', value: 'x' },
          { at: 'A2', value: 12, format: '#,##0', comment: 'y' },
          { at: 'B2', formula: 'SUM(A1:A2)', value: 3 },
        ],
      },
    ],
  });

  it('with a password', async () => {
    expect(await outcome(makeOle({ Workbook: xlsStream(BOOK, biffRecord(0x2f, u16(1, 1, 1))) }))).toBe(
      'file-encrypted',
    );
  });

  it('chains of sectors that never end', async () => {
    for (const next of [1, 2, 3]) {
      const bytes = sample.slice();
      for (let n = 1; n < 128; n++) bytes.set([next, 0, 0, 0], 512 + 4 * n);
      expect(await outcome(bytes)).toMatch(/^file-/);
    }
  });

  it('a cell written twice, a sheet that is not there, a text that is not there', async () => {
    const number = biffRecord(0x203, [...u16(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    expect(await outcome(withRecords(number, number))).toBe('file-unreadable');
    expect(await outcome(withRecords(biffRecord(0xfd, [...u16(0, 0, 0), 9, 9, 0, 0])))).toBe('file-unreadable');
    expect(await outcome(withRecords(biffRecord(0xe5, u16(9_999))))).toBe('file-unreadable');
    expect(await outcome(withRecords(biffRecord(0xe5, u16(1, 4, 5, 6, 65_286))))).toBe('file-unreadable');
  });

  it('columns hidden without end', async () => {
    expect(
      await outcome(
        withRecords(...Array.from({ length: 20_000 }, () => biffRecord(0x7d, [...u16(0, 0xffff, 0, 0, 1), 0, 0]))),
      ),
    ).toBe('read');
  });

  it('any bytes changed or cut: a result', () => survivesDamage(sample, 3_000));
  it('any bytes of a received file changed or cut: a result', () => survivesDamage(received('SDL.xls'), 600));
});
