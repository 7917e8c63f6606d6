import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { ChartPlan, SheetPlan, StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { chartsOfForms, findingsByAgency, type ChartTable } from './chart-tables';
import { draftSheet, evidencePage, type SheetDraft } from './sheet-draft';
import { CHARTS_SHEET } from './sheet-names';

/**
 * Name and up to four figures at the left; the chart stands at the right of its table. Together they fill an upright A4
 * page.
 */
const WIDTHS = [31, 8.5, 8.5, 8.5, 10, 1.5, 11, 11, 11, 11, 11];
const [CHART_LEFT, CHART_RIGHT] = [6, 10];
/**
 * Rows of a page, each with its bar; a longer table goes on over the next pages with its header and a chart of its own.
 */
const PER_PAGE = 44;
/** Points of height for each bar, for title, legend and axis around them, and for a chart at least. */
const [PER_BAR, AROUND, LEAST] = [16, 110, 230];
/** Height of a row that has none, in points. */
const DEFAULT_HEIGHT = 15.75;
/** A longer name leaves no room for the bars. */
const LONGEST_NAME = 38;

/** The sheet "Biểu đồ": each chart beside the figures it shows; null where there is nothing to show. */
export function planCharts(
  consolidation: Consolidation,
  templates: readonly Template[],
  findings: readonly Finding[],
  files: readonly ReceivedFile[],
): SheetPlan | null {
  const tables = [...chartsOfForms(consolidation, templates), findingsByAgency(findings, files)].filter(
    (t): t is ChartTable => t !== null && t.rows.length > 0,
  );
  if (tables.length === 0) return null;
  const draft = draftSheet(WIDTHS);
  draft.put(0, 0, 'BIỂU ĐỒ', 'sheetTitle');
  const charts: ChartPlan[] = [];
  const breaks: number[] = [];
  let top = 2;
  for (const table of tables) {
    for (const page of pagesOf(table)) {
      if (top > 2) breaks.push(top);
      const { chart, bottom } = putPage(draft, table, page, top);
      charts.push(chart);
      top = bottom + 3;
    }
  }
  return {
    name: CHARTS_SHEET,
    role: 'charts',
    widths: WIDTHS,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    charts,
    page: evidencePage({
      orientation: 'portrait',
      area: { top: 0, left: 0, bottom: top - 3, right: CHART_RIGHT },
      ...(breaks.length ? { breaks } : {}),
    }),
    tab: '2E7D6B',
  };
}

/** Rows of one page: `part` of `parts`, and the end of the axis, the same on all of them. */
interface ChartPage {
  rows: ChartTable['rows'];
  part: number;
  parts: number;
  max: number | undefined;
}

/** The rows of a table on as few pages as hold them, about as many on each: 190 on five pages of 38. */
function pagesOf(table: ChartTable): ChartPage[] {
  const parts = Math.ceil(table.rows.length / PER_PAGE);
  const each = Math.ceil(table.rows.length / parts);
  const max = parts > 1 ? axisEnd(table) : undefined;
  return Array.from({ length: parts }, (_, i) => ({
    rows: table.rows.slice(i * each, (i + 1) * each),
    part: i + 1,
    parts,
    max,
  }));
}

/** A round number that no bar goes beyond: 263 gives 300. */
function axisEnd({ rows, columns, stacked }: ChartTable): number {
  const drawn = (values: readonly (number | null)[]): number[] =>
    values.flatMap((v, c) => (v !== null && columns[c]?.color !== undefined ? [v] : []));
  const longest = rows.reduce(
    (n, r) => Math.max(n, stacked ? drawn(r.values).reduce((a, b) => a + b, 0) : Math.max(0, ...drawn(r.values))),
    1,
  );
  const step = 10 ** Math.max(0, Math.floor(Math.log10(longest)));
  const half = longest / step <= 5 && step > 1 ? step / 2 : step;
  return Math.ceil(longest / half) * half;
}

/** One page of a table at `top` and the chart of its rows beside it; `bottom` is the last row that either takes. */
function putPage(
  draft: SheetDraft,
  table: ChartTable,
  { rows, part, parts, max }: ChartPage,
  top: number,
): { chart: ChartPlan; bottom: number } {
  const header = top + 2;
  const first = header + 1;
  const last = header + rows.length;
  const title = parts > 1 ? `${table.title} (${part}/${parts})` : table.title;
  draft.span({ top, left: 0, bottom: top, right: CHART_RIGHT }, title, 'sheetTitle');
  draft.span(
    { top: top + 1, left: 0, bottom: top + 1, right: CHART_RIGHT },
    part === 1 ? table.lead : 'Tiếp theo trang trước; các biểu đồ cùng tên có chung thang đo.',
    'sheetLead',
  );
  [table.nameHeader, ...table.columns.map((c) => c.header)].forEach((text, c) =>
    draft.put(header, c, text, 'tableHeader'),
  );
  rows.forEach((row, i) => {
    draft.put(first + i, 0, shortName(row.name), 'tableText');
    row.values.forEach((value, c) => {
      const style: StyleName = table.columns[c]?.percent ? 'tablePercent' : 'tableCount';
      draft.put(first + i, c + 1, value, style);
    });
  });
  // Beside many rows the chart ends where they do; a few are drawn larger than their rows.
  const bottomOfChart = rowBelow(draft.heights(), header, Math.max(LEAST, rows.length * PER_BAR + AROUND));
  const bars = { top: first, bottom: last };
  const series = table.columns.flatMap((column, c) =>
    column.color === undefined
      ? []
      : [
          {
            name: column.header,
            color: column.color,
            values: { ...bars, left: c + 1, right: c + 1 },
          },
        ],
  );
  return {
    bottom: Math.max(last, bottomOfChart),
    chart: {
      kind: 'bar',
      title,
      categories: { ...bars, left: 0, right: 0 },
      series,
      stacked: table.stacked,
      unit: table.unit,
      ...(max === undefined ? {} : { max }),
      over: { top: header, left: CHART_LEFT, bottom: bottomOfChart, right: CHART_RIGHT },
    },
  };
}

/** The row that ends at least so many points below the top of `from`. */
function rowBelow(heights: Readonly<Record<number, number>>, from: number, points: number): number {
  let row = from;
  for (let left = points - (heights[row] ?? DEFAULT_HEIGHT); left > 0; left -= heights[row] ?? DEFAULT_HEIGHT) row += 1;
  return row;
}

/** The first words of a long name; the appendix has it in full. */
function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const cut = name.slice(0, LONGEST_NAME);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_NAME / 2)).replace(/[\s,;.(–-]+$/u, '')}…`;
}
