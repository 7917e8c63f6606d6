import type { CellPlan, OutputPlan, SheetPlan, SheetRole } from '../../src/core/model/output-plan';
import { STYLES } from '../../src/core/plan/styles';

const PAGE: SheetPlan['page'] = {
  orientation: 'landscape',
  fitWidth: true,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumbers: true,
  repeatRows: { from: 2, to: 2 },
};

/** A small appendix as core draws one: title over merged cells, header, figures with a formula, a note, a signature. */
export function appendixSheet(name: string, template: string, scale = 1): SheetPlan {
  const cells: CellPlan[] = [
    { row: 0, col: 0, value: `PHỤ LỤC ${template}`, style: 'title' },
    { row: 2, col: 0, value: 'STT', style: 'header' },
    { row: 2, col: 1, value: 'Tiêu chí', style: 'header' },
    { row: 2, col: 2, value: 'Tổng số', style: 'header' },
    { row: 2, col: 3, value: 'Cấp tỉnh', style: 'header' },
  ];
  for (let i = 0; i < 5; i++) {
    cells.push(
      { row: 3 + i, col: 0, value: String(i + 1), style: 'index' },
      { row: 3 + i, col: 1, value: `Số cơ quan 1/${i + 2}`, style: 'label' },
      {
        row: 3 + i,
        col: 2,
        value: i * scale,
        formula: `SUM(D${4 + i}:D${4 + i})`,
        style: 'countTotal',
        ...(i === 1 ? { note: 'Cộng từ 12 đơn vị' } : {}),
      },
      { row: 3 + i, col: 3, value: i === 4 ? null : i * scale, style: i === 3 ? 'percent' : 'count' },
    );
  }
  return {
    name,
    role: 'appendix',
    template,
    widths: [6, 50, 12, 12],
    heights: { 0: 30, 2: 42 },
    cells,
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    freeze: { rows: 3, cols: 2 },
    page: { ...PAGE, area: { top: 0, left: 0, bottom: 7, right: 3 }, breaks: [6] },
    figures: [
      { row: 4, col: 2, rowKey: '2', column: 'total' },
      { row: 4, col: 3, rowKey: '2', column: 'province' },
    ],
  };
}

/** A list with a header, links into an appendix, and texts that Excel likes to misread. */
export function listSheet(
  name: string,
  role: SheetRole,
  rows: readonly (string | number | null)[][],
  link?: { sheet: string },
): SheetPlan {
  const cells: CellPlan[] = [{ row: 0, col: 0, value: name.toUpperCase(), style: 'sheetTitle' }];
  const cols = rows[0]?.length ?? 1;
  for (let c = 0; c < cols; c++) cells.push({ row: 1, col: c, value: `Cột ${c + 1}`, style: 'tableHeader' });
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      const style = c === 0 && link ? 'tableLink' : typeof value === 'number' ? 'tableCount' : 'tableText';
      cells.push({
        row: 2 + r,
        col: c,
        value,
        style,
        ...(c === 0 && link ? { link: { sheet: link.sheet, cell: `C${(r % 5) + 4}` } } : {}),
      });
    }),
  );
  return {
    name,
    role,
    widths: Array.from({ length: cols }, () => 18),
    cells,
    merges: [],
    freeze: { rows: 2, cols: 0 },
    tab: '7F8C8D',
    autofilter: { top: 1, left: 0, bottom: rows.length + 1, right: cols - 1 },
    page: PAGE,
  };
}

export const TRICKY = [
  '=1+1',
  '+84 123',
  '-',
  '-5',
  '@x',
  "'abc",
  "''",
  '1.234',
  '12,5',
  '30/1/2020',
  '1/2',
  '47%',
  'TRUE',
  'false',
  '#N/A',
  '04',
  ' 7',
  'Sở Tư pháp',
  '１２',
  '=\u0007chuông',
  'dòng 1\r\ndòng 2',
  '1E5',
  'Không',
];

/** A plan of three sheets. */
export function samplePlan(scale = 1): OutputPlan {
  return {
    title: 'Tổng hợp thử',
    styles: STYLES,
    sheets: [
      appendixSheet('Phụ lục 2', 'phu-luc-2', scale),
      appendixSheet('PL4', 'phu-luc-4', scale),
      listSheet(
        'Nguồn',
        'sources',
        TRICKY.map((t, i) => [`Phụ lục 2!C${i}`, t, i * scale]),
        { sheet: 'Phụ lục 2' },
      ),
    ],
  };
}
