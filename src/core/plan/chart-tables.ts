import type { Consolidation, ConsolidatedRow } from '../model/consolidation';
import type { Finding } from '../model/finding';
import { isOpen } from '../model/open-finding';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';

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

/** Plans of each agency (Phụ lục 1): tasks assigned and completed, the least complete first; null without that form. */
export function completionByAgency(consolidation: Consolidation): ChartTable | null {
  const table = consolidation.tables.find((t) => t.template === 'phu-luc-1');
  if (!table) return null;
  const names = new Map<string, string>();
  const sums = new Map<string, { assigned: number; completed: number }>();
  let leftOut = 0;
  for (const row of table.rows) {
    const assigned = byAgency(row, 'assigned', names);
    const completed = byAgency(row, 'completed', names);
    for (const agency of new Set([...assigned.keys(), ...completed.keys()])) {
      const [a, c] = [assigned.get(agency), completed.get(agency)];
      if (a === undefined || c === undefined) {
        leftOut += 1;
        continue;
      }
      const sum = sums.get(agency) ?? { assigned: 0, completed: 0 };
      sums.set(agency, { assigned: sum.assigned + a, completed: sum.completed + c });
    }
  }
  const rows = [...sums].map(([agency, { assigned, completed }]) => ({
    name: names.get(agency) ?? agency,
    share: assigned > 0 ? completed / assigned : null,
    values: [assigned, completed, assigned > 0 ? completed / assigned : null],
  }));
  rows.sort((x, y) => (x.share ?? 2) - (y.share ?? 2) || compare(x.name, y.name));
  return {
    title: 'Mức độ hoàn thành kế hoạch theo đơn vị',
    lead:
      'Cộng các kế hoạch tại Phụ lục 1 có đủ số nhiệm vụ được giao và số đã hoàn thành; tỷ lệ thấp xếp ' +
      `trước.${leftOut > 0 ? ` ${leftOut} dòng chỉ có một trong hai số, không tính.` : ''}`,
    nameHeader: 'Đơn vị',
    unit: 'Số nhiệm vụ',
    columns: [
      { header: 'Được giao', color: MIDDLE },
      { header: 'Hoàn thành', color: DARK },
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

/** One-stop results of each field: early, on time, overdue, the least on time first; null without that form. */
export function onTimeByField(consolidation: Consolidation, templates: readonly Template[]): ChartTable | null {
  const table = consolidation.tables.find((t) => t.template === 'mot-cua');
  if (!table) return null;
  const total = templates.find((t) => t.id === 'mot-cua')?.totalRow?.key;
  const rows = table.rows
    .filter((r) => r.row !== total)
    .map((r) => {
      const value = (column: string): number => {
        const v = r.figures[column]?.value;
        return typeof v === 'number' ? v : 0;
      };
      const [early, onTime, overdue] = [value('early'), value('onTime'), value('overdue')];
      const resolved = early + onTime + overdue;
      return {
        name: r.label,
        resolved,
        share: resolved > 0 ? (early + onTime) / resolved : null,
        values: [early, onTime, overdue, resolved > 0 ? (early + onTime) / resolved : null],
      };
    })
    .filter((r) => r.resolved > 0);
  rows.sort((x, y) => (x.share ?? 2) - (y.share ?? 2) || y.resolved - x.resolved || compare(x.name, y.name));
  return {
    title: 'Kết quả giải quyết hồ sơ một cửa theo lĩnh vực',
    lead:
      'Hồ sơ đã giải quyết trước hạn, đúng hạn và quá hạn; lĩnh vực có tỷ lệ trước hạn và đúng hạn thấp xếp trước, ' +
      'cùng tỷ lệ thì nhiều hồ sơ xếp trước.',
    nameHeader: 'Lĩnh vực',
    unit: 'Số hồ sơ',
    columns: [
      { header: 'Trước hạn', color: MIDDLE },
      { header: 'Đúng hạn', color: LIGHT },
      { header: 'Quá hạn', color: RED },
      { header: 'Tỷ lệ trước và đúng hạn', percent: true },
    ],
    rows: rows.map(({ name, values }) => ({ name, values })),
    stacked: true,
  };
}

/** Errors and warnings of each agency that still ask something, most errors first; null where there are none. */
export function findingsByAgency(findings: readonly Finding[], files: readonly ReceivedFile[]): ChartTable | null {
  const nameOf = new Map(files.map((f) => [f.file, f.agency.agency?.name ?? f.file]));
  const counts = new Map<string, { error: number; warning: number }>();
  for (const f of findings) {
    const name = f.file === null ? undefined : nameOf.get(f.file);
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
