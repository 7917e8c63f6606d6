import type { CellPlan, OutputPlan, SheetPlan } from '../../src/core/model/output-plan';
import { officialPage } from '../../src/core/plan/sheet-draft';
import { STYLES } from '../../src/core/plan/styles';

/** One sheet of these cells. */
export function planOf(cells: CellPlan[], more: Partial<SheetPlan> = {}): OutputPlan {
  return { title: 'Thử', styles: STYLES, sheets: [sheetOf(cells, more)] };
}

export function sheetOf(cells: CellPlan[], more: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name: 'Phụ lục 2',
    role: 'appendix',
    widths: [6, 40, 12, 12],
    cells,
    merges: [],
    page: officialPage(),
    ...more,
  };
}

/** A small fixed plan that uses everything a plan can say. */
export function smallPlan(): OutputPlan {
  return {
    title: 'Tổng hợp phụ lục <CCHC> & "năm 2020"',
    styles: STYLES,
    sheets: [
      sheetOf(
        [
          { row: 0, col: 0, value: 'Phụ lục 2', style: 'heading' },
          { row: 2, col: 0, value: 'STT', style: 'header' },
          { row: 2, col: 1, value: 'Tiêu chí', style: 'header' },
          { row: 2, col: 2, value: 'Cấp tỉnh', style: 'header' },
          { row: 2, col: 3, value: 'Tổng số', style: 'header' },
          { row: 3, col: 0, value: 1, style: 'index' },
          { row: 3, col: 1, value: '=1+1', style: 'label' },
          { row: 3, col: 2, value: 1234, style: 'count' },
          {
            row: 3,
            col: 3,
            value: 1238,
            formula: 'SUM(C4:C4)+4',
            style: 'countTotal',
            note: 'Trong đó 4 không chia cấp:\nThanh tra tỉnh (4)',
          },
          { row: 4, col: 1, value: '#REF!', style: 'note' },
          { row: 4, col: 2, value: 0.958, style: 'percent' },
          { row: 4, col: 3, value: null, style: 'empty' },
        ],
        {
          merges: [
            { top: 0, left: 0, bottom: 0, right: 3 },
            { top: 4, left: 0, bottom: 5, right: 0 },
          ],
          heights: { 0: 22, 2: 40 },
          freeze: { rows: 3, cols: 2 },
          page: officialPage({
            repeatRows: { from: 2, to: 2 },
            area: { top: 0, left: 0, bottom: 5, right: 3 },
            breaks: [4],
          }),
        },
      ),
      sheetOf(
        [
          { row: 0, col: 0, value: 'Tệp', style: 'tableHeader' },
          {
            row: 1,
            col: 0,
            value: 'nhận/02 Sở Tư pháp #2.xlsx',
            style: 'tableLink',
            link: { file: 'nhận/02 Sở Tư pháp #2.xlsx', sheet: "PL'2 & <3>", cell: 'C13' },
          },
          { row: 2, col: 0, value: 'Phụ lục 2!C4', style: 'tableLink', link: { sheet: 'Phụ lục 2', cell: 'C4' } },
          { row: 3, col: 0, value: 'lỗi', style: 'error', link: { file: '03.docx' } },
        ],
        { name: 'Nguồn', role: 'sources', autofilter: { top: 0, left: 0, bottom: 3, right: 0 }, tab: '7F8C8D' },
      ),
    ],
  };
}
