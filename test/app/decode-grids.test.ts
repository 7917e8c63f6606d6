import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeGrids } from '../../src/app/receive/decode-grids';
import { describe as describeFile } from '../../src/app/receive/receive-file';
import type { Cell, Grid } from '../../src/core/model/grid';
import { templates } from '../../src/core/templates/registry';
import { createReader } from '../../src/files/readers/read-workbook';
import { makeGrid } from '../support/make-grid';

/** One sheet of one column of cells. */
function column(cells: Partial<Cell>[], more: Partial<Grid> = {}): Grid {
  return {
    ...makeGrid([]),
    ...more,
    cells: cells.map(
      (c, row) =>
        ({
          row,
          col: 0,
          kind: typeof c.value === 'number' ? 'number' : 'text',
          value: '',
          text: String(c.value),
          ...c,
        }) as Cell,
    ),
  };
}
const values = (grids: Grid[]): unknown[] => grids.flatMap((g) => g.cells.map((c) => c.value));
const notes = (grids: Grid[]): unknown[] =>
  decodeGrids(grids).issues.map((i) => [i.severity, i.at.cell, i.params!.kind, i.params!.before, i.params!.after]);

test('decodes by font and lists each cell', () => {
  const grid = column([
    { value: 'Kh«ng', font: '.VnTime' },
    { value: 'Khoâng', font: 'VNI-Times' },
    { value: 'uû ban', font: '.VnTimeH' },
    { value: 'th\u00ad viÖn', font: '.VnArial' },
  ]);
  const { grids, issues } = decodeGrids([grid]);
  expect(values(grids)).toEqual(['Không', 'Không', 'UỶ BAN', 'thư viện']);
  expect(grids[0]!.cells.map((c) => [c.text === c.value, c.font])).toEqual(Array(4).fill([true, undefined]));
  expect(issues[3]).toEqual({
    rule: 'text-repaired',
    severity: 'info',
    at: { sheet: 'PL', cell: 'A4' },
    actual: 'th\u00ad viÖn',
    params: { before: 'th\u00ad viÖn', after: 'thư viện', kind: 'font-decoded' },
  });
  expect(values([grid])).toEqual(['Kh«ng', 'Khoâng', 'uû ban', 'th\u00ad viÖn']);
});

test('figures, digits and plain words in an old font are not touched, and grids without change are the same objects', () => {
  const grid = column([
    { value: 12, font: '.VnTime' },
    { value: '04', font: '.VnTimeH' },
    { value: 'KPS', font: 'VNI-Times' },
    { value: '12 m²', font: '.VnTime' },
    { value: 'Tổng số', font: '.VnTime' },
    { value: 'C¸c', font: 'Arial' },
  ]);
  const other = column([
    { value: 'C¸c', font: '.VnTime' },
    { value: 3, font: '.VnTime' },
  ]);
  const { grids, issues } = decodeGrids([grid, other]);
  expect(grids[0]).toBe(grid);
  expect(values([grids[1]!])).toEqual(['Các', 3]);
  expect(grids[1]!.cells[1]).toBe(other.cells[1]);
  expect(issues).toHaveLength(1);
});

test('runs are decoded each by its font; one without a font has that of the cell', () => {
  const runs = [
    { text: 'KÕ ho¹ch ' },
    { text: 'của tỉnh ', font: 'Arial' },
    { text: 'ca', font: 'VNI-Times' },
    { text: 'ûi caùch', font: 'VNI-Helve' },
  ];
  const cell = { value: runs.map((r) => r.text).join(''), font: '.VnTime', runs };
  const { grids } = decodeGrids([column([cell])]);
  expect(values(grids)).toEqual(['Kế hoạch của tỉnh cải cách']);
  expect(grids[0]!.cells[0]!.runs).toBeUndefined();
});

test('runs that are not the whole text are not trusted when they mix encodings', () => {
  const runs = [
    { text: 'C¸c', font: '.VnTime' },
    { text: 'một', font: 'Arial' },
  ];
  expect(values(decodeGrids([column([{ value: 'C¸c  một', runs }])]).grids)).toEqual(['C¸c  một']);
  expect(notes([column([{ value: 'C¸c  một', runs }])])).toEqual([['warning', 'A1', 'font-mixed', 'C¸c  một', null]]);
});

test('text that could be either goes by the font, unless the other cells say Unicode; doubt is told', () => {
  const se = { value: 'Sè', font: '.VnTime' };
  const unicode = { value: 'Báo cáo công tác', font: '.VnTime' };
  expect(notes([column([se])])).toEqual([['info', 'A1', 'font-decoded', 'Sè', 'Số']]);
  expect(notes([column([se, { value: 'C¸c', font: '.VnTime' }])])[0]).toEqual([
    'info',
    'A1',
    'font-decoded',
    'Sè',
    'Số',
  ]);
  expect(notes([column([{ value: 'Không', font: '.VnTime' }, unicode])])).toEqual([]);
  expect(notes([column([se]), column([unicode, { value: 'C¸c', font: '.VnTime' }])])).toEqual([
    ['warning', 'A1', 'font-doubtful', 'Sè', 'Số'],
    ['info', 'A2', 'font-decoded', 'C¸c', 'Các'],
  ]);
});

test('Unicode and old codes in one text: left, and a warning', () => {
  const grid = column([{ value: 'Bộ c¸c', font: '.VnTime' }]);
  expect(values(decodeGrids([grid]).grids)).toEqual(['Bộ c¸c']);
  expect(notes([grid])).toEqual([['warning', 'A1', 'font-mixed', 'Bộ c¸c', null]]);
});

test('lines above a Word table follow the table', () => {
  const { grids, issues } = decodeGrids([
    column([{ value: 'C¸c kÕ ho¹ch', font: '.VnTime' }], { before: ['B¸o c¸o n¨m 2020', 'Sở Nội vụ', '2020'] }),
  ]);
  expect(grids[0]!.before).toEqual(['Báo cáo năm 2020', 'Sở Nội vụ', '2020']);
  expect(issues.map((i) => i.at)).toEqual([{ sheet: 'PL', cell: 'A1' }, { sheet: 'PL' }]);
});

test('look-alike letters are told and left', () => {
  const grid = column([{ value: 'C\u00f4ng ch\u1ee9\u0441' }, { value: '\u0420\u0424' }]);
  expect(decodeGrids([grid]).grids[0]).toBe(grid);
  expect(notes([grid])).toEqual([['info', 'A1', 'look-alike', 'Công chứ\u0441', 'Công chức']]);
});

test('no text without an old font is ever changed, and decoding again changes nothing', () => {
  const fonts = fc.constantFrom('.VnTime', '.VnTimeH', 'VNI-Times', 'Arial', undefined);
  const cell = fc.record({
    value: fc.string({ unit: fc.constantFrom(...'cahoiKNTu ¸¹µ¶·«©\u00ad®áàôùûñöïộữ1,') }),
    font: fonts,
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      const grid = column(cells.map(({ value, font }) => (font ? { value, font } : { value })));
      const once = decodeGrids([grid]);
      once.grids[0]!.cells.forEach((c, i) => {
        if (!cells[i]!.font || cells[i]!.font === 'Arial') expect(c).toBe(grid.cells[i]);
      });
      const changes = once.grids[0]!.cells.filter((c, i) => c !== grid.cells[i]).length;
      expect(once.issues.filter((i) => i.params!.after !== null && i.params!.kind !== 'look-alike')).toHaveLength(
        changes,
      );
    }),
    { numRuns: 500 },
  );
});

describe('received files', () => {
  const folder = path.join(__dirname, '../../samples/khanh-hoa-2020/received');
  const options = { templates: templates(), register: null, period: null };

  test('none of the samples is taken for old text, whatever font it claims', async () => {
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.xlsx'))) {
      const read = await createReader().read({ file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) });
      if (!read.ok) throw new Error(read.message);
      const claimed = read.grids.map((g) => ({ ...g, cells: g.cells.map((c) => ({ ...c, font: '.VnTime' })) }));
      for (const grids of [read.grids, claimed]) {
        const received = describeFile(file, '', { grids, issues: [] }, options);
        expect(received.issues.filter((i) => String(i.params?.kind).startsWith('font'))).toEqual([]);
      }
    }
  });

  test('a figure read from decoded text carries the repair home', async () => {
    const file = 'UBND TP Nha Trang.xlsx';
    const read = await createReader().read({ file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) });
    if (!read.ok) throw new Error(read.message);
    const at = describeFile(file, '', read, options).appendices[1]!.cells.find(
      (c) => c.column === 'province' && c.figure.kind === 'blank',
    )!;
    const sheet = read.grids.find((g) => g.sheet === 'PL2')!;
    const place = { row: at.at.row, col: at.at.col };
    sheet.cells = [
      ...sheet.cells.filter((c) => c.row !== place.row || c.col !== place.col),
      { ...place, kind: 'text' as const, value: 'Kh«ng', text: 'Kh«ng', font: '.VnTime' },
    ].sort((a, b) => a.row - b.row || a.col - b.col);
    const cell = describeFile(file, '', read, options).appendices[1]!.cells.find((c) => c.cell === at.cell)!;
    expect(cell.figure).toMatchObject({ kind: 'word' });
    expect(cell.repairs).toEqual([{ kind: 'font-decoded', before: 'Kh«ng', after: 'Không' }]);
  });
});
