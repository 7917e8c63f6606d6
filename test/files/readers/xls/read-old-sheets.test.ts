import { utils, write, type BookType } from '@e965/xlsx';
import type { Grid } from '../../../../src/core/model/grid';
import { detectFormat } from '../../../../src/files/readers/format';
import { readXls } from '../../../../src/files/readers/xls/read-xls';
import { survivesDamage } from '../../hostile';
import { makeOle } from '../../make-ole';
import { biffRecord as record } from '../../make-xls';

const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const text = (s: string): number[] => [...Buffer.from(s, 'latin1')];
const short = (s: string): number[] => [s.length, ...text(s)];
const END = record(0x0a, []);
const bof = (generation: 2 | 3 | 4, kind = 0x10): number[] =>
  record({ 2: 0x09, 3: 0x209, 4: 0x409 }[generation], u16(generation, kind));
const special = (kind: number, value = 0): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
const bytes = (...records: number[][]): Uint8Array => Uint8Array.from(records.flat());

function grids(file: Uint8Array): Grid[] {
  expect(detectFormat(file)).toBe('xls');
  const result = readXls(file);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const shown = (grid: Grid): unknown[] => grid.cells.map((c) => [c.row, c.col, c.kind, c.value, c.text]);

describe('sheets of Excel 2 to 4', () => {
  it.each(['biff2', 'biff3', 'biff4'])('as another library writes them: %s', (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['Phu luc 2', 'Tong so'],
      [1, 2.5, -3],
      [true, 43_860, 100_000],
    ]);
    Object.assign(sheet['B3'], { z: 'm/d/yy' });
    sheet['A4'] = { t: 'n', v: 0.958, z: '0.0%' };
    sheet['B4'] = { t: 'e', v: 7 };
    sheet['!ref'] = 'A1:C4';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'x');
    const [grid] = grids(new Uint8Array(write(book, { type: 'buffer', bookType: bookType as BookType }) as Buffer));
    expect(shown(grid!)).toEqual([
      [0, 0, 'text', 'Phu luc 2', 'Phu luc 2'],
      [0, 1, 'text', 'Tong so', 'Tong so'],
      [1, 0, 'number', 1, '1'],
      [1, 1, 'number', 2.5, '2,5'],
      [1, 2, 'number', -3, '-3'],
      [2, 0, 'boolean', true, 'TRUE'],
      [2, 1, 'date', '2020-01-30', '30/01/2020'],
      [2, 2, 'number', 100_000, '100000'],
      [3, 0, 'number', 0.958, '95,8%'],
      [3, 1, 'error', '#DIV/0!', '#DIV/0!'],
    ]);
  });

  it('Excel 4: fonts, formats, packed numbers, results of formulas, notes, what is hidden', () => {
    const xf = (font: number, format: number, fill = 0): number[] =>
      record(0x443, [font, format, ...u16(0, 0, fill), 0, 0, 0, 0]);
    const font = (name: string, colour = 0x7fff): number[] => record(0x231, [...u16(200, 0, colour), ...short(name)]);
    const formula = (row: number, col: number, xfIndex: number, result: number[]): number[] =>
      record(0x406, [...u16(row, col, xfIndex), ...result, ...u16(0, 0)]);
    const [grid] = grids(
      bytes(
        bof(4),
        record(0x42, u16(1258)),
        font('Arial'),
        font('.VnTime'),
        font('Arial', 9),
        record(0x41e, [0, 0, ...short('General')]),
        record(0x41e, [0, 0, ...short('0.0%')]),
        xf(0, 0),
        xf(1, 0),
        xf(2, 0),
        xf(0, 1),
        record(0x208, [...u16(4, 0, 2, 255, 0, 0, 0x20, 0)]),
        record(0x7d, [...u16(2, 3, 0, 0, 0), 0, 0]),
        record(0x204, [...u16(0, 0, 1, 4), ...text('C\u00e9ng')]),
        record(0x204, [...u16(0, 1, 0, 2), 0x53, 0xf4]),
        record(0x203, [...u16(1, 0, 2), ...f64(5)]),
        record(0x27e, [...u16(1, 1, 0), ...u16((21 << 2) | 2, 0)]),
        formula(2, 0, 3, f64(0.5)),
        formula(2, 1, 0, special(0)),
        record(0x207, [...u16(5), ...text('Tong ')]),
        formula(3, 0, 0, special(2, 0x17)),
        formula(3, 1, 0, special(1, 1)),
        formula(3, 2, 0, special(3)),
        record(0x203, [...u16(4, 0, 0), ...f64(7)]),
        record(0x1c, [...u16(4, 0, 6), ...text('ghi ch')]),
        record(0x1c, [...u16(0xffff, 0, 1), ...text('u')]),
        record(0x9b, []),
        END,
      ),
    );
    expect(shown(grid!)).toEqual([
      [0, 0, 'text', 'Céng', 'Céng'],
      [0, 1, 'text', 'Sô', 'Sô'],
      [1, 0, 'number', 5, '5'],
      [1, 1, 'number', 21, '21'],
      [2, 0, 'number', 0.5, '50,0%'],
      [2, 1, 'text', 'Tong ', 'Tong '],
      [3, 0, 'error', '#REF!', '#REF!'],
      [3, 1, 'boolean', true, 'TRUE'],
      [4, 0, 'number', 7, '7'],
    ]);
    expect(grid).toMatchObject({
      hiddenRows: [{ from: 4, to: 4 }],
      hiddenCols: [{ from: 2, to: 3 }],
      filtered: true,
      visibility: 'visible',
    });
    expect(
      grid!.cells.map((c) => [c.font, c.invisible ?? false, c.comment]).filter((_, i) => [0, 2, 8].includes(i)),
    ).toEqual([
      ['.VnTime', false, undefined],
      ['Arial', true, undefined],
      ['Arial', false, 'ghi chu'],
    ]);
  });

  it('Excel 2: formats in the cell, wide format numbers, whole numbers, hidden rows', () => {
    const [spelled] = grids(
      bytes(
        bof(2),
        record(0x1e, short('General')),
        record(0x1e, short('0.0%')),
        record(0x03, [...u16(0, 0), 0, 1, 0, ...f64(0.5)]),
        record(0x08, [...u16(0, 0, 1, 0), 0, 0]),
        END,
      ),
    );
    expect([shown(spelled!), spelled!.hiddenRows]).toEqual([[[0, 0, 'number', 0.5, '50,0%']], [{ from: 0, to: 0 }]]);
    const [wide] = grids(
      bytes(
        bof(2),
        record(0x1e, short('General')),
        record(0x1e, short('0%')),
        record(0x43, [0, 0, 0, 0]),
        record(0x43, [0, 0, 1, 0]),
        record(0x44, u16(1)),
        record(0x02, [...u16(0, 0), 0x3f, 0, 0, ...u16(1)]),
        record(0x04, [...u16(1, 0), 0, 0, 0, ...short('a')]),
        record(0x06, [...u16(2, 0), 0, 0, 0, ...special(0), 0, 0]),
        record(0x07, short('b')),
        END,
      ),
    );
    expect(shown(wide!)).toEqual([
      [0, 0, 'number', 1, '100%'],
      [1, 0, 'text', 'a', 'a'],
      [2, 0, 'text', 'b', 'b'],
    ]);
  });

  it('a workspace of Excel 4 has several sheets with their names; charts are passed over', () => {
    const sheet = (name: string, value: number): number[] => [
      ...record(0x8f, [0, 0, 0, 0, ...short(name)]),
      ...bof(4),
      ...bof(4, 0x20),
      ...record(0x203, [...u16(9, 9, 0), ...f64(9)]),
      ...END,
      ...record(0x203, [...u16(0, 0, 0), ...f64(value)]),
      ...END,
    ];
    expect(
      grids(bytes(bof(4, 0x100), record(0x85, short('PL1')), sheet('PL1', 1), sheet('PL2', 2), END)).map((g) => [
        g.sheet,
        g.index,
        g.cells.length,
        g.cells[0]!.value,
      ]),
    ).toEqual([
      ['PL1', 0, 1, 1],
      ['PL2', 1, 1, 2],
    ]);
  });

  it('the stream may lie in a container, and Excel 5 may write none', () => {
    const stream = bytes(bof(4), record(0x203, [...u16(0, 0, 0), ...f64(1)]), END);
    expect(grids(makeOle({ Book: stream }))[0]!.cells).toHaveLength(1);
  });

  it('what has a password, no sheet, two values in a cell or no end is refused', () => {
    const rule = (...records: number[][]): string => {
      const r = readXls(bytes(...records));
      return r.ok ? 'read' : r.rule;
    };
    const one = record(0x203, [...u16(0, 0, 0), ...f64(1)]);
    expect(rule(bof(4), record(0x2f, u16(1, 2)), END)).toBe('file-encrypted');
    expect(rule(bof(4, 0x20), one, END)).toBe('file-unreadable');
    expect(rule(bof(3), one, one, END)).toBe('file-unreadable');
    expect(rule(bof(3), one)).toBe('file-unreadable');
    expect(rule(bof(3), record(0x203, u16(0, 0)), END)).toBe('file-unreadable');
  });

  it('any bytes changed or cut: a result', () =>
    survivesDamage(
      bytes(
        bof(4),
        record(0x204, [...u16(0, 0, 0, 3), ...text('abc')]),
        record(0x203, [...u16(1, 0, 0), ...f64(1)]),
        END,
      ),
      300,
    ));
});
