import type { Template, TemplateRow } from '../../src/core/templates/schema';
import type { MessColumn, MessRow, MessTable } from './mess';
import type { Rng } from './rng';

/** Fields of a one-stop table (document 000 names such). */
const FIELDS = [
  'Tài nguyên nước',
  'Đất đai',
  'Lao động, Tiền lương',
  'Giáo dục Nghề nghiệp',
  'Thi đua khen thưởng',
  'Di sản văn hóa',
  'Môi trường',
  'Quản lý công sản',
  'Hộ tịch',
  'Chứng thực',
  'Xây dựng',
  'Giao thông vận tải',
  'Lâm nghiệp',
  'Thủy sản',
  'Bảo trợ xã hội',
  'Người có công',
];

/** A clean, filled form with figures that break no rule, in the form's own layout. */
export function baseTable(template: Template, rng: Rng, options: { large?: boolean } = {}): MessTable {
  const columns: MessColumn[] = template.columns
    .filter((c) => template.rowMode === 'fixed' || c.role !== 'index' || rng.chance(0.5))
    .map((c) => ({ id: c.key, key: c.key, path: [...c.header] }));
  const rows =
    template.rowMode === 'open' ? openRows(template, columns, rng) : fixedRows(template, rng, options.large ?? false);
  const above = [
    ...(template.appendixNumber === null ? [] : [{ col: 0, text: `Phụ lục ${template.appendixNumber}` }]),
    { col: 0, text: template.title },
    { col: 0, text: `(Đính kèm Báo cáo số ${rng.int(10, 400)}/BC-SNV ngày ${rng.int(10, 28)}/11/2020)` },
  ];
  return {
    template,
    above,
    columns,
    lostHeaderRows: [],
    merged: rng.chance(0.7),
    rows,
    below: [],
    figureMerges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

const emptyRow = (key: string, number: string | number, label: string): MessRow => ({
  kind: 'data',
  key,
  number,
  label: [label],
  figuresAt: 0,
  cells: {},
  meant: {},
});

function put(row: MessRow, column: string, value: number): void {
  row.cells[column] = { value };
  row.meant[column] = value;
}

function fixedRows(template: Template, rng: Rng, large: boolean): MessRow[] {
  if (template.id === 'phu-luc-1') return template.rows.map((r) => planRow(r, rng));
  const levels = template.columns.filter((c) => c.role === 'level').map((c) => c.key);
  // Rows that are bounded by others are smaller the later they come, which no rule of the form objects to.
  const size = rng.pick([30, 300, large ? 3000 : 900]);
  const given = levels.filter((_, i) => i === 0 || rng.chance(0.75));
  const ceiling = Object.fromEntries(given.map((l) => [l, size + rng.int(0, size)]));
  const noLevels = rng.chance(0.15);
  return template.rows
    .map((r, i) => {
      const row = emptyRow(r.key, r.number, r.label);
      const own = given.filter((l) => !r.columns || r.columns.includes(l));
      if (own.length === 0 || (i > 0 && rng.chance(0.1))) {
        row.cells['total'] = { value: rng.pick(['-', '', 'Không']) };
        return row;
      }
      let total = 0;
      for (const l of own) {
        const value = Math.max(0, ceiling[l]! - (i === 0 ? 0 : rng.int(0, Math.max(1, Math.floor(size / 20)))));
        ceiling[l] = value;
        total += value;
        if (!noLevels) put(row, l, value);
      }
      put(row, 'total', total);
      return row;
    })
    .map((row, _, all) => withPercent(template, row, all));
}

function withPercent(template: Template, row: MessRow, all: MessRow[]): MessRow {
  if (!template.columns.some((c) => c.key === 'percent')) return row;
  const whole = all[0]!.meant['total'];
  const part = row.meant['total'];
  if (typeof whole !== 'number' || typeof part !== 'number' || whole === 0) return row;
  const share = Math.round((part / whole) * 1000) / 1000;
  row.cells['percent'] = { value: share, format: '0.0%' };
  row.meant['percent'] = share;
  return row;
}

function planRow(r: TemplateRow, rng: Rng): MessRow {
  const row = emptyRow(r.key, r.number, r.label);
  const assigned = rng.int(3, 120);
  row.cells['issued'] = { value: `${String(rng.int(1, 28)).padStart(2, '0')}/0${rng.int(1, 9)}/2020` };
  put(row, 'assigned', assigned);
  put(row, 'completed', Math.max(0, assigned - rng.int(0, 2)));
  return row;
}

function openRows(template: Template, columns: readonly MessColumn[], rng: Rng): MessRow[] {
  const keys = ['early', 'onTime', 'overdue', 'pending'];
  const fields = rng.some(FIELDS, rng.int(5, FIELDS.length));
  const sums: Record<string, number> = {};
  const rows = fields.map((field, i) => {
    const row = emptyRow(`open:${field}`, columns.some((c) => c.key === 'stt') ? i + 1 : '', field);
    let received = 0;
    for (const k of keys) {
      if (rng.chance(0.3)) continue;
      const value = rng.int(0, 90);
      received += value;
      put(row, k, value);
    }
    put(row, 'received', received);
    for (const [k, v] of Object.entries(row.meant)) sums[k] = (sums[k] ?? 0) + Number(v);
    return row;
  });
  const total = emptyRow(template.totalRow!.key, '', template.totalRow!.label);
  for (const k of ['received', ...keys]) put(total, k, sums[k] ?? 0);
  return [...rows, total];
}
