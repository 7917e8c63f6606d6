import { recogniseSheet, type RecognisedSheet } from '../../../src/core/recognise/recognise-sheet';
import { templates } from '../../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

type Rows = (string | number)[][];
const read = (rows: Rows, merges: string[] = [], year: number | null = null): RecognisedSheet =>
  recogniseSheet(makeGrid(rows, { merges }), 'a.xlsx', templates(), year);
const TITLE: Rows = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];

/** II.06a: one-stop dossiers in 13 columns. */
const II06A: Rows = [
  ['TỔNG HỢP TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'],
  [
    'TT',
    'Lĩnh vực',
    'Số hồ sơ tiếp nhận',
    '',
    '',
    '',
    'Số hồ sơ đã giải quyết',
    '',
    '',
    '',
    'Số hồ sơ đang giải quyết',
    '',
    '',
  ],
  [
    '',
    '',
    'Tổng số',
    'Trực tuyến',
    'Trực tiếp',
    'Kỳ trước chuyển qua',
    'Tổng số',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Tổng số',
    'Trong hạn',
    'Quá hạn',
  ],
  [1, 'Đất đai', 40, 20, 15, 5, 36, 30, 6, 0, 4, 4, 0],
  [2, 'Hộ tịch', 30, 10, 20, 0, 30, 10, 20, 0, 0, 0, 0],
  ['', 'Tổng cộng', 70, 30, 35, 5, 66, 40, 26, 0, 4, 4, 0],
];

test('a table most of whose columns the form does not know is another form, with its own line', () => {
  const sheet = read(II06A, ['C2:F2', 'G2:J2', 'K2:M2']);
  expect(sheet.appendices).toEqual([]);
  expect(sheet.tables).toMatchObject([{ appendix: null, figures: 33 }]);
  expect(sheet.issues).toMatchObject([{ rule: 'no-appendix', params: { table: true, count: 33 } }]);
});

describe('two sets of columns whose heads say the year', () => {
  const HEAD: Rows = [
    ['Số TT', 'Tiêu chí thống kê', 'Năm 2025', '', '', '', 'Năm 2026', '', '', '', 'Ghi chú'],
    ['', '', ...['Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'], ...['Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'], ''],
  ];
  const body: Rows = pl2Rows(() => []).map((r) => [r[0]!, r[1]!, 9, 4, 3, 2, 6, 3, 2, 1, '']);
  const MERGES = ['C3:F3', 'G3:J3', 'A3:A4', 'B3:B4', 'K3:K4'];

  test.each([
    [2026, 'G'],
    [2025, 'C'],
  ])('the set of %d is taken without a question', (year, col) => {
    const sheet = read([...TITLE, ...HEAD, ...body], MERGES, year);
    const [appendix] = sheet.appendices;
    expect(appendix!.cells.find((c) => c.row === '1' && c.column === 'total')!.cell).toBe(`${col}5`);
    const told = appendix!.issues.filter((i) => i.severity !== 'info' && i.rule !== 'missing-row');
    expect(told).toEqual([]);
    expect(appendix!.issues.filter((i) => i.rule === 'unknown-column')).toHaveLength(4);
  });

  test('without a year that is asked for neither is taken in silence', () => {
    const [appendix] = read([...TITLE, ...HEAD, ...body], MERGES).appendices;
    const asked = appendix?.issues.some((i) => i.severity !== 'info' && /column|uncertain/.test(i.rule)) ?? true;
    expect(asked).toBe(true);
  });
});

test('“02 (UBND xã)” in a cell does not cut the table', () => {
  const rows = pl2Rows(() => [5, 3, 2, '', '']);
  rows[4] = [rows[4]![0]!, rows[4]![1]!, 2, '', '', '02 (UBND xã)', 'UBND xã'];
  const [appendix] = read([...TITLE, ...PL2_HEAD, ...rows]).appendices;
  expect(appendix!.rows).toHaveLength(30);
  expect(appendix!.refused.map((r) => r.text)).toEqual(['02 (UBND xã)']);
});

test('a label shortened to initials is the row of its number, where numbers are in order', () => {
  const rows = pl2Rows(() => [5, 3, 2, '', '']);
  rows[11]![1] = 'CQHC khoán BC, KPHC theo 130';
  rows[16]![1] = 'ĐVSN ban hành tiêu chí ĐGMĐHTNV';
  const [appendix] = read([...TITLE, ...PL2_HEAD, ...rows]).appendices;
  expect(appendix!.rows).toHaveLength(30);
  expect(appendix!.refused).toEqual([]);
});
