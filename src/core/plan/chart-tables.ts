import { senderNameAt } from '../model/sender-of';
import type { Consolidation, ConsolidatedRow } from '../model/consolidation';
import type { Finding } from '../model/finding';
import { isOpen } from '../model/open-finding';
import type { ReceivedFile } from '../model/submission';
import type { Template, TemplateChart } from '../templates/schema';

/** The figures behind one chart, in the order in which they are drawn. */
export interface ChartTable {
  title: string;
  lead: string;
  nameHeader: string;
  /** A column with a colour is drawn; `percent` columns hold shares of 1. */
  columns: { header: string; color?: string; percent?: boolean }[];
  rows: { name: string; values: (number | null)[] }[];
  stacked: boolean;
  unit: string;
}

/** Dark, middle, light: told apart in grey print too (luminance about 20, 50 and 80 %). */
const [DARK, MIDDLE, LIGHT] = ['1F3A5F', '6F9BC8', 'D5DCE4'];
const [RED, AMBER] = ['8E1B10', 'F0B95B'];
const TONES = { middle: MIDDLE, light: LIGHT, bad: RED };

/** The charts that the forms declare, in their order, for the forms that have a table; without bars none. */
export function chartsOfForms(consolidation: Consolidation, templates: readonly Template[]): ChartTable[] {
  return templates.flatMap((template) => {
    const table = consolidation.tables.find((t) => t.template === template.id);
    if (!table || !template.chart) return [];
    return template.chart.kind === 'completion'
      ? [completionByAgency(table.rows, template.chart)]
      : [
          partsByRow(
            table.rows.filter((r) => r.row !== template.totalRow?.key),
            template.chart,
          ),
        ];
  });
}

/** What each agency has done of what it was to do, the least complete first. */
function completionByAgency(
  tableRows: readonly ConsolidatedRow[],
  chart: Extract<TemplateChart, { kind: 'completion' }>,
): ChartTable {
  const names = new Map<string, string>();
  const sums = new Map<string, { whole: number; part: number }>();
  let leftOut = 0;
  for (const row of tableRows) {
    const wholes = byAgency(row, chart.whole.column, names);
    const parts = byAgency(row, chart.part.column, names);
    for (const agency of new Set([...wholes.keys(), ...parts.keys()])) {
      const [whole, part] = [wholes.get(agency), parts.get(agency)];
      if (whole === undefined || part === undefined) {
        leftOut += 1;
        continue;
      }
      const sum = sums.get(agency) ?? { whole: 0, part: 0 };
      sums.set(agency, { whole: sum.whole + whole, part: sum.part + part });
    }
  }
  const rows = [...sums].map(([agency, { whole, part }]) => ({
    name: names.get(agency) ?? agency,
    share: whole > 0 ? part / whole : null,
    values: [whole, part, whole > 0 ? part / whole : null],
  }));
  rows.sort((x, y) => (x.share ?? 2) - (y.share ?? 2) || compare(x.name, y.name));
  return {
    title: chart.title,
    lead: `${chart.lead}${leftOut > 0 ? ` ${leftOut} dòng chỉ có một trong hai số, không tính.` : ''}`,
    nameHeader: 'Đơn vị',
    unit: chart.unit,
    columns: [
      { header: chart.whole.header, color: MIDDLE },
      { header: chart.part.header, color: DARK },
      { header: 'Tỷ lệ', percent: true },
    ],
    rows: rows.map(({ name, values }) => ({ name, values })),
    stacked: false,
  };
}

function byAgency(row: ConsolidatedRow, column: string, names: Map<string, string>): Map<string, number> {
  const out = new Map<string, number>();
  for (const part of row.figures[column]?.contributions ?? []) {
    names.set(part.agency, part.agencyName);
    out.set(part.agency, (out.get(part.agency) ?? 0) + part.value);
  }
  return out;
}

/** Rows made of parts, those with the smallest share of good parts first. */
function partsByRow(
  tableRows: readonly ConsolidatedRow[],
  chart: Extract<TemplateChart, { kind: 'parts' }>,
): ChartTable {
  const rows = tableRows
    .map((r) => {
      const values = chart.parts.map(({ column }) => {
        const v = r.figures[column]?.value;
        return typeof v === 'number' ? v : 0;
      });
      const all = values.reduce((a, b) => a + b, 0);
      const good = values.reduce((a, b, i) => (chart.parts[i]?.good ? a + b : a), 0);
      const share = all > 0 ? good / all : null;
      return { name: r.label, all, share, values: [...values, share] };
    })
    .filter((r) => r.all > 0);
  rows.sort((x, y) => (x.share ?? 2) - (y.share ?? 2) || y.all - x.all || compare(x.name, y.name));
  return {
    title: chart.title,
    lead: chart.lead,
    nameHeader: chart.nameHeader,
    unit: chart.unit,
    columns: [
      ...chart.parts.map(({ header, tone }) => ({ header, color: TONES[tone] })),
      { header: chart.shareHeader, percent: true },
    ],
    rows: rows.map(({ name, values }) => ({ name, values })),
    stacked: true,
  };
}

/** Errors and warnings of each agency that still ask something, most errors first; null where there are none. */
export function findingsByAgency(findings: readonly Finding[], files: readonly ReceivedFile[]): ChartTable | null {
  const byName = new Map(files.map((f) => [f.file, f]));
  const counts = new Map<string, { error: number; warning: number }>();
  for (const f of findings) {
    const file = f.file === null ? undefined : byName.get(f.file);
    const name = file && (senderNameAt(file, f) ?? file.file);
    if (name === undefined || f.severity === 'info' || !isOpen(f)) continue;
    const count = counts.get(name) ?? { error: 0, warning: 0 };
    count[f.severity] += 1;
    counts.set(name, count);
  }
  const rows = [...counts].map(([name, { error, warning }]) => ({
    name,
    values: [error, warning] as [number, number],
  }));
  rows.sort((x, y) => y.values[0] - x.values[0] || y.values[1] - x.values[1] || compare(x.name, y.name));
  if (rows.length === 0) return null;
  return {
    title: 'Lỗi và cảnh báo theo đơn vị',
    lead:
      'Lỗi là số liệu không thể đúng, cần chỉnh sửa; cảnh báo là nội dung cần đơn vị giải trình. Đơn vị nhiều lỗi ' +
      'xếp trước.',
    nameHeader: 'Đơn vị',
    unit: 'Số phát hiện',
    columns: [
      { header: 'Lỗi', color: RED },
      { header: 'Cảnh báo', color: AMBER },
    ],
    rows,
    stacked: true,
  };
}

/** By code units: the same order on every PC. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
