import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import type { ChartPlan } from '../../src/core/model/output-plan';
import { partsOf } from './read-parts';
import { planOf } from './small-plan';

const CHART: ChartPlan = {
  kind: 'bar',
  title: 'Lỗi & "cảnh báo" <theo đơn vị>',
  unit: 'Số <phát hiện>',
  stacked: true,
  categories: { top: 1, left: 0, bottom: 3, right: 0 },
  over: { top: 0, left: 4, bottom: 12, right: 9 },
  series: [
    { name: 'Lỗi', color: '8E1B10', values: { top: 1, left: 1, bottom: 3, right: 1 } },
    { name: 'Cảnh báo', color: 'F0B95B', values: { top: 1, left: 2, bottom: 3, right: 2 } },
  ],
};
const plan = (chart: Partial<ChartPlan> = {}) =>
  planOf(
    [
      { row: 1, col: 0, value: 'Sở Y tế', style: 'tableText' },
      { row: 1, col: 1, value: 2, style: 'tableCount' },
    ],
    { name: "Biểu 'đồ'", role: 'charts', charts: [{ ...CHART, ...chart }] },
  );
const chartXml = async (chart: Partial<ChartPlan> = {}): Promise<string> =>
  partsOf(await createXlsxWriter().write(plan(chart)))['xl/charts/chart1.xml']!;

test('a chart names its cells with the sheet in quotes, its texts are escaped, its colours are those given', async () => {
  const xml = await chartXml();
  const sheet = /<c:f>('.*?')!\$A\$2:\$A\$4<\/c:f>/.exec(xml)?.[1];
  expect(sheet?.replace(/&apos;/g, "'")).toMatch(/^'Biểu ''đồ'*'$/);
  for (const ref of ['$B$2:$B$4', '$C$2:$C$4']) expect(xml).toContain(`!${ref}</c:f>`);
  expect(xml).toMatch(/Lỗi &amp; (&quot;|")cảnh báo(&quot;|") &lt;theo đơn vị&gt;/);
  expect(xml).toContain('Số &lt;phát hiện&gt;');
  for (const color of ['8E1B10', 'F0B95B']) expect(xml).toContain(`<a:srgbClr val="${color}"/>`);
});

test('lying bars begin at the top with their figures below; stacked ones overlap; grey lines; counts with full stops', async () => {
  const xml = await chartXml();
  expect(xml).toContain('<c:barDir val="bar"/><c:grouping val="stacked"/>');
  expect(xml).toContain('<c:overlap val="100"/>');
  expect(xml).toMatch(/<c:catAx>.*<c:orientation val="maxMin"\/>.*<\/c:catAx>/);
  expect(xml).toMatch(/<c:valAx>.*<c:crosses val="max"\/>/);
  expect(xml).toContain('<a:srgbClr val="D9D9D9"/>');
  expect(xml).toContain('[&lt;1000]0;[&lt;1000000]#\\.##0;#\\.###\\.##0');
  expect(xml).not.toContain('en-US');
  expect(await chartXml({ kind: 'column', stacked: false })).toContain(
    '<c:barDir val="col"/><c:grouping val="clustered"/>',
  );
  expect(await chartXml({ kind: 'pie', series: CHART.series.slice(0, 1) })).toContain('<c:pieChart>');
  expect(await chartXml({ percent: true })).toMatch(/<c:max val="1"\/>.*formatCode="0%"/);
});

test('equal plans with charts give equal bytes', async () => {
  const [a, b] = [await createXlsxWriter().write(plan()), await createXlsxWriter().write(plan())];
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
});
