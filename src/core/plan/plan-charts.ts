import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { ChartPlan, SheetPlan, StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { completionByAgency, findingsByAgency, onTimeByField, type ChartTable } from './chart-tables';
import { draftSheet, officialPage, type SheetDraft } from './sheet-draft';
import { CHARTS_SHEET } from './sheet-names';

/** Name, up to three figures and a share at the left; the chart stands at the right of its table. */
const WIDTHS = [34, 12, 12, 12, 12, 3, 12, 12, 12, 12, 12, 12, 12];
const [CHART_LEFT, CHART_RIGHT, TABLE_RIGHT] = [6, 12, 4];
/** Bars drawn in one chart; more would be too thin to read on a page. The table always has all. */
const DRAWN = 40;
/** Rows that a chart takes at least, and beside its bars for title, legend and axis. */
const [LEAST_ROWS, AROUND] = [14, 6];

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
    page: officialPage({ area: { top: 0, left: 0, bottom: top - 3, right: CHART_RIGHT }, margins: { top: 20, bottom: 20, left: 15, right: 15 }, ...(breaks.length ? { breaks } : {}) }),
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
    draft.put(first + i, 0, row.name, 'tableText');
    row.values.forEach((value, c) => {
      const style: StyleName = table.columns[c]?.percent ? 'tablePercent' : 'tableCount';
      draft.put(first + i, c + 1, value, style);
    });
  });
  for (let c = table.columns.length + 1; c <= TABLE_RIGHT; c++) draft.put(header, c, null, 'sheetLead');
  const bottom = Math.max(last, header + Math.max(LEAST_ROWS, drawn + AROUND));
  const bars = { top: first, bottom: first + drawn - 1 };
  const series = table.columns.flatMap((column, c) => column.color === undefined ? [] : [{
    name: column.header, color: column.color, values: { ...bars, left: c + 1, right: c + 1 },
  }]);
  return {
    bottom,
    chart: {
      kind: 'bar', title: table.title, categories: { ...bars, left: 0, right: 0 }, series, stacked: table.stacked, unit: table.unit,
      over: { top: header, left: CHART_LEFT, bottom: header + Math.max(LEAST_ROWS, drawn + AROUND), right: CHART_RIGHT },
    },
  };
}
