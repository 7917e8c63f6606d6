import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { ChartPlan, SheetPlan, StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { completionByAgency, findingsByAgency, onTimeByField, type ChartTable } from './chart-tables';
import { draftSheet, evidencePage, type SheetDraft } from './sheet-draft';
import { CHARTS_SHEET } from './sheet-names';

/** Name and up to four figures at the left; the chart stands at the right of its table. Together they fill an upright A4 page. */
const WIDTHS = [32, 8.5, 8.5, 8.5, 10, 1.5, 11, 11, 11, 11, 11];
const [CHART_LEFT, CHART_RIGHT] = [6, 10];
/** Bars drawn in one chart, so that it stays on one page; the table always has all rows. */
const DRAWN = 40;
/** Points of height for each bar, for title, legend and axis around them, and for a chart at least. */
const [PER_BAR, AROUND, LEAST] = [18, 110, 230];
/** Height of a row that has none, in points. */
const DEFAULT_HEIGHT = 15.75;
/** A longer name leaves no room for the bars. */
const LONGEST_NAME = 46;

/** The sheet "Biểu đồ": each chart beside the figures it shows; null where there is nothing to show. */
export function planCharts(
  consolidation: Consolidation, templates: readonly Template[], findings: readonly Finding[], files: readonly ReceivedFile[],
): SheetPlan | null {
  const tables = [completionByAgency(consolidation), onTimeByField(consolidation, templates), findingsByAgency(findings, files)]
    .filter((t): t is ChartTable => t !== null && t.rows.length > 0);
  if (tables.length === 0) return null;
  const draft = draftSheet(WIDTHS);
  draft.put(0, 0, 'BIỂU ĐỒ', 'sheetTitle');
  const charts: ChartPlan[] = [];
  const breaks: number[] = [];
  let top = 2;
  for (const table of tables) {
    if (top > 2) breaks.push(top);
    const { chart, bottom } = putTable(draft, table, top);
    charts.push(chart);
    top = bottom + 3;
  }
  const heights = draft.heights();
  return {
    name: CHARTS_SHEET, role: 'charts', widths: WIDTHS, heights, cells: draft.cells, merges: draft.merges, charts,
    page: evidencePage({ orientation: 'portrait', area: { top: 0, left: 0, bottom: top - 3, right: CHART_RIGHT }, ...(breaks.length ? { breaks } : {}) }),
    tab: '2E7D6B',
  };
}

/** The table at `top` and the chart beside it; `bottom` is the last row that either takes. */
function putTable(draft: SheetDraft, table: ChartTable, top: number): { chart: ChartPlan; bottom: number } {
  const header = top + 2;
  const first = header + 1;
  const last = header + table.rows.length;
  const drawn = Math.min(table.rows.length, DRAWN);
  const cut = table.rows.length > DRAWN ? ` Biểu đồ vẽ ${DRAWN} dòng đầu trong ${table.rows.length} dòng của bảng.` : '';
  draft.span({ top, left: 0, bottom: top, right: CHART_RIGHT }, table.title, 'sheetTitle');
  draft.span({ top: top + 1, left: 0, bottom: top + 1, right: CHART_RIGHT }, table.lead + cut, 'sheetLead');
  [table.nameHeader, ...table.columns.map((c) => c.header)].forEach((text, c) => draft.put(header, c, text, 'tableHeader'));
  table.rows.forEach((row, i) => {
    draft.put(first + i, 0, shortName(row.name), 'tableText');
    row.values.forEach((value, c) => {
      const style: StyleName = table.columns[c]?.percent ? 'tablePercent' : 'tableCount';
      draft.put(first + i, c + 1, value, style);
    });
  });
  const bottomOfChart = rowBelow(draft.heights(), header, Math.max(LEAST, drawn * PER_BAR + AROUND));
  const bars = { top: first, bottom: first + drawn - 1 };
  const series = table.columns.flatMap((column, c) => column.color === undefined ? [] : [{
    name: column.header, color: column.color, values: { ...bars, left: c + 1, right: c + 1 },
  }]);
  return {
    bottom: Math.max(last, bottomOfChart),
    chart: {
      kind: 'bar', title: table.title, categories: { ...bars, left: 0, right: 0 }, series, stacked: table.stacked, unit: table.unit,
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
