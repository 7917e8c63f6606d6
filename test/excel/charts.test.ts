import { buildPlan } from '../../src/core/plan/build-plan';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { fixture } from '../core/plan/fixture';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import type { OutputPlan } from '../../src/core/model/output-plan';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([{ name: 'Của tôi', cells: { A1: 'giữ nguyên' } }]);
});
afterEach(() => expect(host.bugs).toEqual([]));

/** The chart sheet of a small province, alone. */
function chartPlan(): OutputPlan {
  const plan = buildPlan(fixture());
  return { ...plan, sheets: plan.sheets.filter((s) => s.role === 'charts') };
}
const pageOf = () =>
  host.snapshot().sheets.find((s) => s.name === 'Biểu đồ')!.page as { Charts?: Record<string, unknown>[] };

test('each chart is drawn in Excel from names, figures and their header, where the plan has it, in its colours', async () => {
  const plan = chartPlan();
  expect(await createOpenWorkbook().write(plan, 'Tổng hợp')).toMatchObject({ ok: true });
  const [chart] = plan.sheets[0]!.charts!;
  const drawn = pageOf().Charts!;
  expect(drawn).toHaveLength(3);
  const at = (col: string, row: number): string => `${col}${row + 1}`;
  expect(drawn[0]).toMatchObject({
    Type: 'BarClustered',
    By: 'Columns',
    Source: `${at('A', chart!.categories.top - 1)}:${at('C', chart!.categories.bottom)}`,
    Position: `${at('G', chart!.over.top)}:${at('K', chart!.over.bottom)}`,
    Title: { Text: 'Mức độ hoàn thành kế hoạch theo đơn vị' },
    Legend: { Visible: true, Position: 'Bottom' },
    Axes: {
      CategoryAxis: { ReversePlotOrder: true, Position: 'Maximum', TickLabelSpacing: 1 },
      ValueAxis: { Minimum: 0, Title: { Text: 'Số nhiệm vụ' } },
    },
    Series: {
      0: { Format: { Fill: { Color: `#${chart!.series[0]!.color}` }, Line: { Color: '#404040' } } },
      1: { Format: { Fill: { Color: `#${chart!.series[1]!.color}` } } },
    },
  });
  expect(drawn.map((c) => c['Type'])).toEqual(['BarClustered', 'BarStacked', 'BarStacked']);
});

test('the axis of several charts of one name ends alike', async () => {
  const plan = chartPlan();
  plan.sheets[0]!.charts![0]!.max = 1500;
  await createOpenWorkbook().write(plan, 'Tổng hợp');
  expect(pageOf().Charts![0]).toMatchObject({ Axes: { ValueAxis: { Maximum: 1500 } } });
  expect((pageOf().Charts![1] as { Axes: { ValueAxis: object } }).Axes.ValueAxis).not.toHaveProperty('Maximum');
});

test('undo takes the charts along with their sheet', async () => {
  const before = host.snapshot().sheets.map((s) => s.name);
  const workbook = createOpenWorkbook();
  await workbook.write(chartPlan(), 'Tổng hợp');
  await workbook.undo();
  expect(host.snapshot().sheets.map((s) => s.name)).toEqual(before);
});

test('where Excel refuses a chart, the figures are written without charts, and that is told', async () => {
  const book = createOpenWorkbook();
  await book.write(chartPlan(), 'Thử');
  const trip = host.roundTrips.findIndex((t) => t.body.Actions.some((a) => a.Name === 'ReversePlotOrder'));
  const action = host.roundTrips[trip]!.body.Actions.findIndex((a) => a.Name === 'ReversePlotOrder');
  await book.undo();
  host.failures.failNth(trip + 1, { error: { code: 'GeneralException' }, done: action });
  expect(await createOpenWorkbook().write(chartPlan(), 'Tổng hợp')).toMatchObject({
    ok: true,
    value: { notes: [expect.stringContaining('biểu đồ')] },
  });
  expect(pageOf().Charts).toBeUndefined();
  expect(pageOf()).toMatchObject({ PaperSize: 'A4' });
  expect(Object.keys(host.snapshot().sheets.find((s) => s.name === 'Biểu đồ')!.cells).length).toBeGreaterThan(20);
});

test('figures that do not stand beside their names are a bug of the plan', async () => {
  const plan = chartPlan();
  plan.sheets[0]!.charts![0]!.series[0]!.values.left += 2;
  await expect(createOpenWorkbook().write(plan, 'Tổng hợp')).rejects.toThrow('do not stand beside their names');
});
