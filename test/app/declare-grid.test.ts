import { declareFile, declareGrid, looksElsewhere } from '../../src/app/receive/declare-grid';
import type { Appendix } from '../../src/core/model/appendix';
import type { Grid } from '../../src/core/model/grid';

const grid = (more: Partial<Grid> = {}): Grid => ({
  sheet: 'PL2',
  index: 0,
  visibility: 'visible',
  cells: [],
  merges: [],
  hiddenRows: [],
  hiddenCols: [],
  ...more,
});
const cell = (row: string, gridRow: number, formula?: string): Appendix['cells'][number] => ({
  row,
  column: 'total',
  at: { row: gridRow, col: 2 },
  cell: `C${gridRow + 1}`,
  text: '',
  stored: null,
  figure: { kind: 'blank' },
  repairs: [],
  ...(formula ? { formula } : {}),
});
const appendix = (...cells: Appendix['cells']): Appendix => ({
  id: 'a',
  file: 'a.xlsx',
  sheet: 'PL2',
  template: 'phu-luc-2',
  version: '1',
  area: { top: 0, left: 0, bottom: 20, right: 6 },
  header: { top: 4, left: 0, bottom: 5, right: 6 },
  confidence: 1,
  because: [],
  title: '',
  reference: '',
  columns: [],
  rows: [],
  cells,
  refused: [],
  issues: [],
  scope: 'own',
  empty: false,
});

test.each([
  ['[1]PL2!C5', true],
  ["'[So lieu 2019.xlsx]PL 2'!C5+1", true],
  ["SUM('C:\\x\\[a.xls]PL'!C5:C9)", true],
  ["'file:///C:/a.ods'#$PL2!C5", true],
  ['SUM(C5:C9)', false],
  ["'PL 2'!C5", false],
  ['IF(A1="[x]y!",1,0)', false],
  ['SUM(Bang1[Cột])', false],
])('%s: from another file: %s', (formula, expected) => expect(looksElsewhere(formula)).toBe(expected));

test('figures from other files are told once per table, at the first of their cells', () => {
  const found = declareGrid(
    grid(),
    appendix(cell('1', 6, '[1]PL2!C7'), cell('2', 7, 'SUM(D8:F8)'), cell('3', 8, '[1]PL2!C9')),
  );
  expect(found).toMatchObject([
    {
      rule: 'external-link',
      at: { file: 'a.xlsx', sheet: 'PL2', cell: 'C7', row: '1', column: 'total' },
      params: { list: ['C7', 'C9'] },
    },
  ]);
  expect(declareFile('a.xlsx', [grid({ externalLinks: true })], found)).toEqual([]);
  expect(declareFile('a.xlsx', [grid({ externalLinks: true })], [])).toMatchObject([
    { rule: 'external-link', severity: 'info', at: { file: 'a.xlsx' } },
  ]);
  expect(declareFile('a.xlsx', [grid()], [])).toEqual([]);
});

test('a comment on a blank cell of the table is told and goes with the cell; one beside the table is not', () => {
  const own = appendix(cell('1', 6), cell('2', 7));
  const found = declareGrid(
    grid({
      notes: [
        { row: 7, col: 2, text: 'Chưa có báo cáo\ncủa huyện' },
        { row: 30, col: 2, text: 'x' },
      ],
    }),
    own,
  );
  expect(found).toMatchObject([
    {
      rule: 'cell-comment',
      at: { cell: 'C8', row: '2', column: 'total' },
      params: { text: 'Chưa có báo cáo của huyện' },
    },
  ]);
  expect(own.cells.map((c) => c.comment)).toEqual([undefined, 'Chưa có báo cáo\ncủa huyện']);
});
