import type { Area } from '../../core/model/grid';
import type { ChartPlan, SheetPlan } from '../../core/model/output-plan';
import { CALL_BYTES, RANGE_BYTES, type Packer } from './packer';

/** The product's only font, and its sizes in charts as in the exported file. */
const [FONT, TITLE, TEXT] = ['Times New Roman', 13, 10];
/**
 * Room between bars in percent of their height, and the edge that tells parts apart without their colours, as in the
 * exported file.
 */
const [GAP, EDGE] = [45, '#404040'];
/** Full stops between thousands whatever the settings of the PC, as in the exported file. */
const COUNTS = '[<1000]0;[<1000000]#\\.##0;#\\.###\\.##0';

const TYPES = {
  bar: { side: 'BarClustered', stacked: 'BarStacked' },
  column: { side: 'ColumnClustered', stacked: 'ColumnStacked' },
  pie: { side: 'Pie', stacked: 'Pie' },
} as const;

/** Native charts over the cells of a sheet; each takes names, figures and the header above them as one range. */
export async function drawCharts(packer: Packer, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  for (const chart of plan.charts ?? []) {
    const source = sourceOf(chart);
    await packer.add(RANGE_BYTES * 3 + (40 + chart.series.length * 8) * CALL_BYTES, () =>
      drawChart(sheet, chart, source),
    );
  }
}

function drawChart(sheet: Excel.Worksheet, plan: ChartPlan, source: Area): void {
  const chart = sheet.charts.add(TYPES[plan.kind][plan.stacked ? 'stacked' : 'side'], areaOf(sheet, source), 'Columns');
  const { top, left, bottom, right } = plan.over;
  chart.setPosition(sheet.getCell(top, left), sheet.getCell(bottom, right));
  chart.format.font.name = FONT;
  chart.format.font.size = TEXT;
  chart.title.text = plan.title;
  chart.title.format.font.size = TITLE;
  chart.title.format.font.bold = true;
  chart.legend.visible = plan.series.length > 1 || plan.kind === 'pie';
  if (plan.series.length > 1 || plan.kind === 'pie') chart.legend.position = 'Bottom';
  if (plan.kind !== 'pie') drawAxes(chart, plan);
  plan.series.forEach((series, i) => {
    const drawn = chart.series.getItemAt(i);
    drawn.format.fill.setSolidColor(`#${series.color}`);
    drawn.format.line.color = EDGE;
    if (plan.kind !== 'pie') drawn.gapWidth = GAP;
  });
}

/** The first category at the top of lying bars, and the figures still below them. */
function drawAxes(chart: Excel.Chart, plan: ChartPlan): void {
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.tickLabelSpacing = 1;
  if (plan.kind === 'bar') {
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = 'Maximum';
  }
  valueAxis.minimum = 0;
  const max = plan.percent ? 1 : plan.max;
  if (max !== undefined) valueAxis.maximum = max;
  valueAxis.numberFormat = plan.percent ? '0%' : COUNTS;
  if (plan.unit) valueAxis.title.text = plan.unit;
}

const areaOf = (sheet: Excel.Worksheet, a: Area): Excel.Range =>
  sheet.getRangeByIndexes(a.top, a.left, a.bottom - a.top + 1, a.right - a.left + 1);

/**
 * Names, figures beside them and the header above, of which Excel makes the series. A plan that is drawn otherwise is a
 * bug.
 */
function sourceOf({ title, categories, series }: ChartPlan): Area {
  series.forEach(({ values }, i) => {
    const beside =
      values.left === categories.left + 1 + i &&
      values.right === values.left &&
      values.top === categories.top &&
      values.bottom === categories.bottom;
    if (!beside || categories.top === 0)
      throw new Error(`Chart "${title}": figures do not stand beside their names, below a header`);
  });
  return {
    top: categories.top - 1,
    left: categories.left,
    bottom: categories.bottom,
    right: categories.left + series.length,
  };
}
