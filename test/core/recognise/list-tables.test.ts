import { tallyGrid } from '../../../src/core/consolidate/tally';
import type { Grid } from '../../../src/core/model/grid';
import { recogniseSheet, type RecognisedSheet } from '../../../src/core/recognise/recognise-sheet';
import { templates } from '../../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

type Rows = (string | number)[][];
const TITLE: Rows = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];
const PL2: Rows = [...TITLE, ...PL2_HEAD, ...pl2Rows(() => [5, 3, 2, '', ''])];
const ONE_COLUMN: Rows = [
  ['BIỂU THỐNG KÊ'],
  ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả', 'Ghi chú'],
  [1, 'Số văn bản ban hành', 'văn bản', 12, ''],
  [2, 'Tỷ lệ hài lòng', '%', '95,8%', ''],
  [3, 'Số hội nghị', 'cuộc', 4, ''],
];

function read(grid: Grid): RecognisedSheet {
  const sheet = recogniseSheet(grid, 'a.xlsx', templates());
  // Every cell is in one table or beside the tables, as the other count says.
  const raw = tallyGrid(grid);
  const sum = (pick: (t: RecognisedSheet['tables'][number]) => number): number =>
    sheet.tables.reduce((n, t) => n + pick(t), 0);
  expect(sum((t) => t.cells) + sheet.outside.cells).toBe(raw.cells);
  expect(sum((t) => t.figures + t.numbering) + sheet.outside.figures).toBe(raw.numbers);
  return sheet;
}

test('a table with one column of figures below a known form has its line, and is told', () => {
  const { tables, issues } = read(makeGrid([...PL2, [], [], ...ONE_COLUMN]));
  expect(tables.map((t) => [t.appendix !== null, t.figures, t.numbering])).toEqual([
    [true, 90, 30],
    [false, 3, 3],
  ]);
  expect(tables[1]).toMatchObject({ title: 'BIỂU THỐNG KÊ' });
  expect(tables[1]!.shown).toContainEqual({ row: expect.any(Number), col: 3, text: '95,8%' });
  expect(issues.filter((i) => i.rule === 'no-appendix')).toMatchObject([
    { at: { cell: expect.stringMatching(/^A\d+$/) }, params: { table: true, count: 3 } },
  ]);
});

test('a table of words has its line and is no issue; a letterhead and a signature are none', () => {
  const papi: Rows = [
    ['UBND TỈNH', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['SỞ NỘI VỤ', '', '', 'Độc lập - Tự do - Hạnh phúc'],
    [],
    ['PHỤ LỤC PAPI'],
    ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Kết quả'],
    [1, 'Công khai', 'Sở Tài chính', 'Đã thực hiện'],
    [2, 'Trách nhiệm giải trình', 'Thanh tra tỉnh', 'Đang thực hiện'],
    [],
    [],
    [],
    [],
    ['NGƯỜI LẬP', '', '', 'GIÁM ĐỐC'],
    ['Nguyễn A', '', '', 'Trần B'],
  ];
  const { tables, issues, outside } = read(makeGrid(papi));
  expect(tables).toMatchObject([{ area: { top: 4, bottom: 6 }, figures: 0, numbering: 2, title: 'PHỤ LỤC PAPI' }]);
  expect(issues).toEqual([]);
  expect(outside).toMatchObject({ cells: 9, figures: 0 });
});

test('two tables below and beside one another are two lines; a lone number beside them is counted', () => {
  const beside = ONE_COLUMN.map((row) => [...row, '', '', ...row]);
  expect(read(makeGrid(beside)).tables).toHaveLength(2);
  const below = read(makeGrid([...ONE_COLUMN, [], ...ONE_COLUMN, [], [], [], [], ['', 2026]]));
  expect(below.tables).toHaveLength(2);
  expect(below.outside).toMatchObject({ figures: 1, at: [expect.stringMatching(/^B/)] });
});

test('a Word table is one line whatever stands in it', () => {
  const grid: Grid = { ...makeGrid([['Nơi nhận:', 'GIÁM ĐỐC']]), document: true, plainText: true };
  expect(read(grid).tables).toMatchObject([{ cells: 2, figures: 0 }]);
});

test('formulas without a result count as figures in both counts', () => {
  const grid = makeGrid(ONE_COLUMN);
  Object.assign(
    grid.cells.find((c) => c.value === 12)!,
    { kind: 'text', value: '', text: '', formula: '6+6', noCachedValue: true },
  );
  expect(read(grid).tables[0]).toMatchObject({ figures: 3 });
});
