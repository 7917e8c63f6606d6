import { cellName } from '../../../src/core/model/address';
import type { Consolidation } from '../../../src/core/model/consolidation';
import { buildPlan, buildSignedSet } from '../../../src/core/plan/build-plan';
import { chartsOfForms, findingsByAgency, type ChartTable } from '../../../src/core/plan/chart-tables';
import { planCharts } from '../../../src/core/plan/plan-charts';
import { fixture } from './fixture';

const input = fixture();

/** The chart of a form, from tables that may differ from the fixture's. */
function chartOf(template: string, tables = input.consolidation.tables): ChartTable {
  const forms = input.templates.filter((t) => t.id === template);
  return chartsOfForms({ ...input.consolidation, tables } as Consolidation, forms)[0]!;
}

const sheet = planCharts(input.consolidation, input.templates, input.findings, input.files)!;
const at = (row: number, col: number) => sheet.cells.find((c) => c.row === row && c.col === col)?.value;

test('plans by agency: sums of rows with both figures, the least complete first', () => {
  const table = chartOf('phu-luc-1');
  expect(table.rows).toEqual([
    { name: 'UBND huyện Diên Khánh', values: [5, 4, 0.8] },
    { name: 'Sở Tư pháp', values: [1250, 1249, 1249 / 1250] },
    { name: 'Thanh tra tỉnh', values: [75, 75, 1] },
  ]);
});

test('an agency with one of the two figures is counted as left out, not as nought', () => {
  const [table] = input.consolidation.tables.filter((t) => t.template === 'phu-luc-1');
  const rows = structuredClone(table!.rows);
  rows.find((r) => r.row === '3')!.figures.completed!.contributions = rows
    .find((r) => r.row === '3')!
    .figures.completed!.contributions.filter((c) => c.agency !== 'DK');
  const made = chartOf('phu-luc-1', [{ ...table!, rows }]);
  expect(made.rows.map((r) => r.name)).not.toContain('UBND huyện Diên Khánh');
  expect(made.lead).toContain('1 dòng chỉ có một trong hai số');
});

test('one-stop results by field: shares of what was resolved; findings: errors first, notes left out', () => {
  const fields = chartOf('mot-cua');
  expect(fields.rows.map((r) => r.name)).toEqual([
    'Đất đai',
    'Tài nguyên nước',
    expect.stringContaining('Cấp Quyết định'),
  ]);
  expect(fields.rows[0]!.values).toEqual([12_060, 433, 0, 1]);
  const own = findingsByAgency(input.findings, input.files)!;
  const count = input.findings.filter((f) => f.file !== null && f.severity !== 'info').length;
  expect(own.rows.reduce((n, r) => n + r.values.reduce<number>((a, b) => a + (b ?? 0), 0), 0)).toBe(count);
  expect(findingsByAgency([], input.files)).toBeNull();
});

test('each chart shows cells of its own table, beside it, and no chart is torn by a page', () => {
  expect(sheet.charts).toHaveLength(3);
  for (const chart of sheet.charts!) {
    const rows = chart.categories.bottom - chart.categories.top + 1;
    for (let r = chart.categories.top; r <= chart.categories.bottom; r++)
      expect([cellName(r, 0), typeof at(r, chart.categories.left)]).toEqual([cellName(r, 0), 'string']);
    for (const s of chart.series) {
      expect(s.values.bottom - s.values.top + 1).toBe(rows);
      expect(at(s.values.top - 1, s.values.left)).toBe(s.name);
      expect(typeof at(s.values.top, s.values.left)).toBe('number');
      expect(chart.over.left).toBeGreaterThan(s.values.right);
    }
    expect(sheet.page.breaks!.filter((b) => b > chart.over.top && b <= chart.over.bottom)).toEqual([]);
    const height = Array.from(
      { length: chart.over.bottom - chart.over.top + 1 },
      (_, i) => sheet.heights?.[chart.over.top + i] ?? 15.75,
    ).reduce((a, b) => a + b, 0);
    expect(height).toBeLessThan(1_000);
  }
});

test('of very many agencies each page has its rows, their header and their chart, all charts with one axis', () => {
  const error = input.findings.find((f) => f.severity === 'error')!;
  // 190 senders, the first with 23 errors.
  const findings = Array.from({ length: 212 }, (_, i) => ({ ...error, file: `${Math.max(0, i - 22)}.xlsx` }));
  const files = [...new Set(findings.map((f) => f.file))].map((file) => ({
    ...input.files[0]!,
    file,
    agency: { ...input.files[0]!.agency, agency: null },
  }));
  const made = planCharts({ ...input.consolidation, tables: [] }, input.templates, findings, files)!;
  const cell = (row: number, col: number) => made.cells.find((c) => c.row === row && c.col === col)?.value;
  expect(made.cells.filter((c) => c.col === 0 && String(c.value).endsWith('.xlsx'))).toHaveLength(190);
  expect(made.charts!.map((c) => c.categories.bottom - c.categories.top + 1)).toEqual([38, 38, 38, 38, 38]);
  expect(made.charts!.map((c) => c.max)).toEqual([25, 25, 25, 25, 25]);
  expect(made.charts!.map((c) => cell(c.categories.top - 1, 0))).toEqual(Array(5).fill('Đơn vị'));
  expect(made.page.breaks).toEqual(made.charts!.slice(1).map((c) => c.categories.top - 3));
  expect(made.charts![4]!.title).toBe('Lỗi và cảnh báo theo đơn vị (5/5)');
});

test('nothing to show: no sheet', () => {
  expect(planCharts({ ...input.consolidation, tables: [] }, input.templates, [], [])).toBeNull();
});

test('the set to sign: appendices alone, numbered through, with the same figures as the result', () => {
  const set = buildSignedSet({ ...input, options: { numerals: 'roman', signers: ['GIÁM ĐỐC'] } });
  const result = buildPlan(input);
  expect(set.sheets.map((s) => [s.name, s.role])).toEqual(
    result.sheets.filter((s) => s.role === 'appendix').map((s) => [s.name, 'appendix']),
  );
  expect(set.sheets.map((s) => s.cells[0]!.value)).toEqual([
    'Phụ lục I',
    'Phụ lục II',
    'Phụ lục III',
    'Phụ lục IV',
    'Phụ lục V',
  ]);
  set.sheets.forEach((s, i) => {
    const twin = result.sheets[i]!;
    for (const f of s.figures!) {
      const [a, b] = [s, twin].map((x) => x.cells.find((c) => c.row === f.row && c.col === f.col)!);
      if (typeof b!.value === 'number') expect([a!.value, a!.formula]).toEqual([b!.value, b!.formula]);
    }
  });
});

test(
  'signature block: room, names and who drew it up stand in their own rows; an office other than a committee fills ' +
    'in its symbol',
  () => {
    const set = buildSignedSet({
      ...input,
      options: {
        issuer: 'Sở Nội vụ',
        place: 'Khánh Hòa',
        signers: ['GIÁM ĐỐC'],
        signerName: 'Nguyễn Văn A',
        preparer: 'Trần Thị B',
      },
    });
    const [first] = set.sheets;
    const row = (text: string): number => first!.cells.find((c) => c.value === text)!.row;
    expect(row('Nguyễn Văn A')).toBe(row('GIÁM ĐỐC') + 5);
    expect(row('Trần Thị B')).toBe(row('Nguyễn Văn A'));
    expect(row('NGƯỜI LẬP BIỂU')).toBe(row('GIÁM ĐỐC'));
    expect(first!.page.area!.bottom).toBe(row('Nguyễn Văn A'));
    expect(first!.cells.some((c) => String(c.value).includes('/BC-……… ngày'))).toBe(true);
  },
);
