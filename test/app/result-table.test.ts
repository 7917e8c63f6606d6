import { resultTable } from '../../src/app/results/result-table';
import type { SheetPlan } from '../../src/core/model/output-plan';

const sheet: SheetPlan = {
  name: 'Phụ lục 2',
  role: 'appendix',
  template: 'phu-luc-2',
  widths: [5, 40, 10, 10],
  cells: [
    { row: 0, col: 0, value: 'PHỤ LỤC', style: 'heading' },
    { row: 2, col: 0, value: 'STT', style: 'header' },
    { row: 2, col: 1, value: 'Tiêu chí', style: 'header' },
    { row: 2, col: 2, value: 'Chia ra', style: 'header' },
    { row: 2, col: 3, value: null, style: 'header' },
    { row: 3, col: 0, value: null, style: 'header' },
    { row: 3, col: 1, value: null, style: 'header' },
    { row: 3, col: 2, value: 'Tỉnh', style: 'header' },
    { row: 3, col: 3, value: 'Huyện', style: 'header' },
    { row: 4, col: 0, value: 1, style: 'index' },
    { row: 4, col: 1, value: 'Số cơ quan', style: 'label' },
    { row: 4, col: 2, value: 1234, style: 'count', note: 'có một tổng không tách' },
    { row: 4, col: 3, value: 0.958, style: 'percent' },
    { row: 5, col: 0, value: 'Tổng', style: 'totalLabel' },
    { row: 5, col: 1, value: null, style: 'totalLabel' },
    { row: 5, col: 2, value: 1234, style: 'total' },
    { row: 5, col: 3, value: null, style: 'total' },
    { row: 7, col: 2, value: 'CHỦ TỊCH', style: 'signature' },
  ],
  merges: [
    { top: 2, left: 0, bottom: 3, right: 0 },
    { top: 2, left: 1, bottom: 3, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 3 },
    { top: 5, left: 0, bottom: 5, right: 1 },
  ],
  figures: [{ row: 4, col: 2, rowKey: '1', column: 'province' }],
  page: {
    orientation: 'landscape',
    fitWidth: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    pageNumbers: true,
  },
};

test('the table stands between title and signature, with joined headers and Vietnamese figures', () => {
  const table = resultTable(sheet, 'Phụ lục 2', 'SỐ LƯỢNG');
  expect(table.head).toEqual([
    [
      { text: 'STT', colSpan: 1, rowSpan: 2 },
      { text: 'Tiêu chí', colSpan: 1, rowSpan: 2 },
      { text: 'Chia ra', colSpan: 2, rowSpan: 1 },
    ],
    [
      { text: 'Tỉnh', colSpan: 1, rowSpan: 1 },
      { text: 'Huyện', colSpan: 1, rowSpan: 1 },
    ],
  ]);
  expect(table.body).toEqual([
    [
      { text: '1', kind: 'index' },
      { text: 'Số cơ quan', kind: 'label' },
      { text: '1.234', kind: 'number', figure: { row: '1', column: 'province' }, note: 'có một tổng không tách' },
      { text: '95,8%', kind: 'number' },
    ],
    [
      { text: 'Tổng', kind: 'total', colSpan: 2 },
      { text: '1.234', kind: 'total' },
      { text: '', kind: 'total' },
    ],
  ]);
});
