import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Grid } from '../../src/core/model/grid';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { isDateFormat, isoOf } from '../../src/excel/read/to-cell';
import { readXlsx } from '../../src/files/readers/xlsx/read-xlsx';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { sheetOfGrid } from '../host/load';
import { samplePlan } from './sample-plan';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
});
afterEach(() => expect(host.bugs).toEqual([]));

async function read(scope: 'active-sheet' | 'workbook' = 'workbook'): Promise<Grid[]> {
  const result = await createOpenWorkbook().read(scope);
  if (!result.ok) throw new Error(result.message);
  return result.value.grids;
}

const FOLDER = path.join(__dirname, '../../samples/khanh-hoa-2020/received');
const FILES = readdirSync(FOLDER)
  .filter((f) => f.endsWith('.xlsx'))
  .sort();

/**
 * What both ways of reading must agree on. Fonts of parts of a cell, and which font an unnamed one is, only a file
 * tells.
 */
const comparable = (grids: Grid[]): unknown =>
  grids.map((g) => ({
    sheet: g.sheet,
    index: g.index,
    visibility: g.visibility,
    hiddenRows: g.hiddenRows,
    hiddenCols: g.hiddenCols,
    merges: g.merges
      .filter((m) => g.cells.some((c) => c.row >= m.top && c.row <= m.bottom && c.col >= m.left && c.col <= m.right))
      .map((m) => JSON.stringify(m))
      .sort(),
    cells: g.cells.map(({ row, col, kind, value, text, formula, comment, format }) => ({
      row,
      col,
      kind,
      value,
      text,
      formula,
      comment,
      format,
    })),
  }));

test.each(FILES.filter((_, i) => i % 4 === 0))('%s: the open workbook reads as the file does', async (file) => {
  const fromFile = readXlsx(new Uint8Array(readFileSync(path.join(FOLDER, file))));
  if (!fromFile.ok) throw new Error(fromFile.message);
  host.load(fromFile.grids.map(sheetOfGrid));
  const fromExcel = await read();
  const formulas = fromFile.grids.some((g) => g.cells.some((c) => c.formula));
  if (!formulas) expect(comparable(fromExcel)).toEqual(comparable(fromFile.grids));
  else
    expect(fromExcel.map((g) => g.cells.map((c) => [c.row, c.col, c.formula]))).toEqual(
      fromFile.grids.map((g) => g.cells.map((c) => [c.row, c.col, c.formula])),
    );
});

test('a comment on a blank cell is a note of the sheet', async () => {
  host.load([{ name: 'PL', cells: { A1: 'x', C3: { value: '', comment: 'chưa có báo cáo' }, D4: 1 } }]);
  const [pl] = await read();
  expect([pl?.cells.length, pl?.notes]).toEqual([2, [{ row: 2, col: 2, text: 'chưa có báo cáo' }]]);
});

test('kinds, formats, fonts, comments, hidden parts, merges, filter and links out', async () => {
  host.load([
    {
      name: 'PL',
      cells: {
        B2: { value: 'Tiêu đề', comment: 'ghi chú', style: { 'Font.Name': '.VnTime' } },
        B3: { value: 44000, format: 'dd/mm/yyyy' },
        B4: { value: 0.958, format: '0.0%' },
        B5: { value: true },
        B6: { value: '#N/A', error: true },
        C3: { value: 'mờ', style: { 'Font.Color': '#FFFFFF' } },
        C5: { value: 12, style: { 'Font.Strikethrough': true } },
        C6: { value: '3 4', style: { 'Font.Strikethrough': null } },
        C4: { value: 7, formula: "'[Khác.xlsx]S'!A1" },
        D9: { value: '=không phải công thức' },
      },
      merges: ['B2:D2'],
      hiddenRows: [3, 4],
      hiddenCols: [2],
      filter: 'B2:D9',
    },
    { name: 'Trống' },
    { name: 'Ẩn', visibility: 'VeryHidden', cells: { A1: 1 } },
  ]);
  const [pl, empty, hidden] = await read();
  expect(pl).toMatchObject({
    sheet: 'PL',
    index: 0,
    visibility: 'visible',
    merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
    hiddenRows: [{ from: 3, to: 4 }],
    hiddenCols: [{ from: 2, to: 2 }],
    filtered: true,
    externalLinks: true,
  });
  const at = (row: number, col: number): unknown => pl?.cells.find((c) => c.row === row && c.col === col);
  expect(at(1, 1)).toEqual({
    row: 1,
    col: 1,
    kind: 'text',
    value: 'Tiêu đề',
    text: 'Tiêu đề',
    font: '.VnTime',
    comment: 'ghi chú',
  });
  expect(at(2, 1)).toMatchObject({ kind: 'date', value: '2020-06-18', text: '18/06/2020', format: 'dd/mm/yyyy' });
  expect(at(3, 1)).toMatchObject({ kind: 'number', value: 0.958, text: '95,8%', format: '0.0%' });
  expect(at(4, 1)).toMatchObject({ kind: 'boolean', value: true, text: 'TRUE' });
  expect(at(5, 1)).toMatchObject({ kind: 'error', value: '#N/A' });
  expect(at(2, 2)).toMatchObject({ invisible: true });
  expect(at(2, 2)).not.toHaveProperty('struck');
  expect([at(4, 2), at(5, 2)]).toMatchObject([{ value: 12, struck: 'all' }, { struck: 'part' }]);
  expect(at(3, 2)).toMatchObject({ formula: "'[Khác.xlsx]S'!A1" });
  expect(at(8, 3)).toMatchObject({ kind: 'text', value: '=không phải công thức' });
  expect((at(8, 3) as { formula?: string }).formula).toBeUndefined();
  expect(empty).toEqual({
    sheet: 'Trống',
    index: 1,
    visibility: 'visible',
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenCols: [],
  });
  expect(hidden).toMatchObject({ visibility: 'veryHidden', cells: [{ value: 1 }] });
});

test('one sheet only, and a few round trips; reading changes nothing', async () => {
  host.load([
    { name: 'A', cells: { A1: 1 } },
    { name: 'B', cells: { A1: 2 } },
  ]);
  host.user.activate('B');
  const before = host.snapshot();
  host.forget();
  expect(await createOpenWorkbook().read('active-sheet')).toMatchObject({
    ok: true,
    value: { active: 'B', grids: [{ sheet: 'B', index: 1 }] },
  });
  expect(host.roundTrips.length).toBeLessThanOrEqual(4);
  expect(host.snapshot()).toEqual(before);
});

test('put-aside sheets and our evidence are not read as forms', async () => {
  host.load([{ name: 'A', cells: { A1: 1 } }]);
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  await book.write(samplePlan(2), 'Lần 2');
  expect((await read()).map((g) => g.sheet)).toEqual(['A', 'Phụ lục 2', 'PL4']);
});

test('a large sheet comes in several requests, each below 5 MB', async () => {
  host.load([
    {
      name: 'Lớn',
      rows: Array.from({ length: 6_000 }, (_, r) =>
        Array.from({ length: 8 }, (_, c) =>
          c ? r * c : { value: `Dòng số ${r} của đơn vị`, style: { 'Font.Name': 'Times New Roman' } },
        ),
      ),
    },
  ]);
  const [grid] = await read();
  expect(grid?.cells).toHaveLength(48_000);
  expect(grid?.cells[8_000]).toMatchObject({
    row: 1_000,
    col: 0,
    text: 'Dòng số 1000 của đơn vị',
    font: 'Times New Roman',
  });
  for (const trip of host.roundTrips) expect(trip.responseBytes).toBeLessThan(5_000_000);
});

test.each([
  ['dd/mm/yyyy', true],
  ['[$-42A]d mmmm yyyy', true],
  ['[h]:mm', true],
  ['mm:ss.0', true],
  ['General', false],
  ['0.0%', false],
  ['#,##0', false],
  ['@', false],
  ['0.00E+00', false],
  ['[>=1000]#\\.##0;#,##0', false],
  ['0 "đồng/ngày"', false],
  ['[Red]0', false],
])('%s shows dates: %s', (code, is) => {
  expect(isDateFormat(code)).toBe(is);
});

test('serial numbers as ISO dates', () => {
  expect([1, 59, 61, 44_000, 44_000.604166666664].map(isoOf)).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2020-06-18',
    '2020-06-18T14:30:00',
  ]);
  expect([60, 0.5, -1, 3_000_000].map(isoOf)).toEqual([null, null, null, null]);
});
