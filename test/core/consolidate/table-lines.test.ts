import { describe as receive } from '../../../src/app/receive/receive-file';
import { makeReport } from '../../../src/app/results/make-report';
import { tableCells } from '../../../src/app/results/table-cells';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import { reportSchema } from '../../../src/app/results/report-schema';
import { tableStatements } from '../../../src/core/text/table-statements';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

const OPTIONS = { templates: templates(), register: null, period: null };
const TITLE = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];
const OTHER = [
  ['STT', 'Chỉ tiêu', 'Kết quả'],
  [1, 'Số văn bản', 12],
  [2, 'Số hội nghị', 4],
];

function file(name: string, figure: () => (string | number)[], extra: (string | number)[][] = []): ReceivedFile {
  const rows = [...TITLE, ...PL2_HEAD, ...pl2Rows(figure), ...extra];
  const read = { grids: [makeGrid(rows)], issues: [], narrative: { paragraphs: 9, withFigures: 2 } };
  const received = receive(name, 'a'.repeat(64), read, OPTIONS);
  return { ...received, agency: { ...received.agency, agency: { code: 'A', name: 'Sở A', level: 'province' } } };
}

const first = file('1.xlsx', () => [5, 5, '', '', '']);
const again = file('2.xlsx', () => [6, 6, '', '', ''], [[], [], ...OTHER]);
const blank = file('3.xlsx', () => ['', '', '', '', '']);
const run = runConsolidation([first, again, blank], OPTIONS);

test('each table says what became of it, and the lines add up to what was read', () => {
  const lines = run.consolidation.tableLines!;
  expect(lines.map((l) => [l.file, l.state, l.template, l.figures])).toEqual([
    ['1.xlsx', 'older', 'phu-luc-2', 60],
    ['2.xlsx', 'taken', 'phu-luc-2', 60],
    ['2.xlsx', 'unknown', null, 2],
    ['3.xlsx', 'blank', 'phu-luc-2', 0],
  ]);
  const { tables } = run.consolidation.proof;
  expect(tables).toMatchObject({ lines: 4, figures: 122, outsideFigures: 0 });
  expect(tables!.rawCells).toBe(tables!.cells + tables!.outsideCells);
  expect(tables!.rawNumbers).toBe(tables!.figures + tables!.numbering + tables!.outsideFigures);
  expect(tableStatements(run.consolidation, run.files)).toEqual([
    expect.stringMatching(
      /^Bảng trong các tệp đọc được: 4 = đã tổng hợp 1 \+ đã tính bản khác 1 \+ biểu để trống 1 \+/,
    ),
    expect.stringMatching(/Khớp\.$/),
    expect.stringContaining('6 đoạn văn có số liệu'),
  ]);
});

test('they are in the report, and what no form took can be looked at', () => {
  const report = reportSchema.parse(JSON.parse(JSON.stringify({ ...makeReport(run) })));
  expect(report.tableLines).toHaveLength(4);
  expect(report.files[0]!.narrative).toEqual({ paragraphs: 9, withFigures: 2 });
  const { id } = run.consolidation.tableLines![2]!;
  expect(tableCells(run.files, '2.xlsx', id)).toMatchObject({
    rows: [
      ['STT', 'Chỉ tiêu', 'Kết quả'],
      ['1', 'Số văn bản', '12'],
      ['2', 'Số hội nghị', '4'],
    ],
    more: 0,
  });
  expect(tableCells(run.files, '2.xlsx', run.consolidation.tableLines![1]!.id)).toBeNull();
});

test('a count that differs from the second count is a break of its file', () => {
  const bad = structuredClone(again);
  bad.tables!.tables[1]!.figures = 1;
  const { consolidation } = runConsolidation([first, bad], OPTIONS);
  expect(consolidation.faulty).toMatchObject([{ file: '2.xlsx' }]);
  expect(consolidation.proof.closes).toBe(true);
  expect(consolidation.tableLines!.map((l) => l.state)).toEqual(['taken', 'set-aside', 'unknown']);
});
