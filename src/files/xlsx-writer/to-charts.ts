import type { WriteSheet } from 'hucre/xlsx';
import { columnName } from '../../core/model/address';
import type { Area } from '../../core/model/grid';
import type { ChartPlan } from '../../core/model/output-plan';
import { safeText } from './safe-text';
import { quoted } from './sheet-names';
import { FONT } from './to-style';

type SheetChart = NonNullable<WriteSheet['charts']>[number];

/** Full stops between thousands whatever the settings of the PC, as on the sheets. */
const COUNTS = '[<1000]0;[<1000000]#\\.##0;#\\.###\\.##0';
/** Text sizes in points: title, everything else. */
const [TITLE, TEXT] = [13, 10];

/** Charts of a sheet for hucre; `sheet` is its written name. */
export function toCharts(charts: readonly ChartPlan[], sheet: string): SheetChart[] {
  return charts.map((chart) => {
    const lying = chart.kind === 'bar';
    const font = { labelFontSize: TEXT, labelFontFamily: FONT, axisTitleFontSize: TEXT, axisTitleFontFamily: FONT };
    return {
      type: chart.kind,
      title: safeText(chart.title, 255).text,
      titleFontSize: TITLE,
      titleBold: true,
      titleFontFamily: FONT,
      altText: safeText(chart.title, 255).text,
      series: chart.series.map((s) => ({
        name: safeText(s.name, 255).text,
        values: reference(s.values, sheet),
        categories: reference(chart.categories, sheet),
        color: s.color,
      })),
      anchor: {
        from: { row: chart.over.top, col: chart.over.left },
        to: { row: chart.over.bottom + 1, col: chart.over.right + 1 },
      },
      ...(chart.kind === 'pie'
        ? {}
        : {
            barGrouping: chart.stacked ? ('stacked' as const) : ('clustered' as const),
            gapWidth: 45,
            overlap: chart.stacked ? 100 : 0,
            axes: {
              // The first category at the top, and the axis of figures still at the bottom.
              x: { ...font, reverse: lying, majorTickMark: 'none' as const, tickLblSkip: 1 },
              y: {
                ...font,
                gridlines: { major: true },
                minorTickMark: 'none' as const,
                majorTickMark: 'none' as const,
                scale: { min: 0, ...(chart.percent ? { max: 1 } : chart.max === undefined ? {} : { max: chart.max }) },
                crosses: lying ? ('max' as const) : ('autoZero' as const),
                numberFormat: { formatCode: chart.percent ? '0%' : COUNTS, sourceLinked: false },
                ...(chart.unit ? { title: chart.unit } : {}),
              },
            },
          }),
      legend: chart.series.length > 1 || chart.kind === 'pie' ? ('bottom' as const) : (false as const),
      legendFontSize: TEXT,
      legendFontFamily: FONT,
      roundedCorners: false,
    };
  });
}

/** Grey lines behind the bars, edges round them and Vietnamese texts, which hucre cannot say. */
export function finishChart(xml: string): string {
  const grey =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr ' +
    'val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return xml
    .replace('<c:majorGridlines/>', grey)
    .replace(/lang="en-US"/g, 'lang="vi-VN"')
    .replace(/<c:ser>.*?<\/c:ser>/gs, edged);
}

/**
 * A thin dark edge: a light bar is seen on white paper too, and parts of a stacked one are told apart without their
 * colours.
 */
function edged(series: string): string {
  const edge = '<a:ln w="6350"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln>';
  return series.replace(/(<c:spPr><a:solidFill>.*?<\/a:solidFill>)(?:<a:ln>.*?<\/a:ln>)?(<\/c:spPr>)/s, `$1${edge}$2`);
}

function reference(area: Area, sheet: string): string {
  return `${quoted(sheet)}!$${columnName(area.left)}$${area.top + 1}:$${columnName(area.right)}$${area.bottom + 1}`;
}
