import type { Filled, Form, Level } from './forms';
import { rowsOf } from './forms';

/** What one sender says, form by form. */
export interface Said {
  code: string;
  name: string;
  level: Level;
  forms: Partial<Record<Form, Filled>>;
}
export type Reckoned = Record<string, Record<string, number | string | null>>;

/** A count as a person reads it: 4, "04", "1.234"; anything else is none. */
export function count(typed: number | string | undefined): number | null {
  if (typeof typed === 'number') return typed;
  const text = (typed ?? '').trim();
  return /^\d+$/.test(text) || /^\d{1,3}(\.\d{3})+$/.test(text) ? Number(text.replace(/\./g, '')) : null;
}

/** Rows of procedures: one set that all units of the level have (design §3, domain.md 7.2). */
const shared = (form: Form, row: string, level: string): boolean =>
  level !== 'province' && (form === 'phu-luc-4' || (form === 'phu-luc-2' && (row === '26' || row === '27')));
const speaksFor: Record<string, Level[]> = { district: ['district'], commune: ['district', 'commune'] };

/**
 * The province's figures by hand: levels added (or the one value that all units of the level say), Tổng số over the
 * levels and the totals that came without a split, plans counted and dated, fields of the one-stop table added by name.
 * Null stays empty.
 * `put` are figures a person put in place of the sum.
 */
export function reckon(form: Form, all: readonly Said[], put: Record<string, number> = {}): Reckoned {
  const said = all.filter((s) => s.forms[form]);
  if (form === 'phu-luc-1') return plans(said, put);
  if (form === 'mot-cua') return fields(said);
  const result: Reckoned = {};
  for (const { key: row } of rowsOf(form)) {
    const line: Reckoned[string] = {};
    let [sum, any, open] = [0, false, false];
    for (const level of ['province', 'district', 'commune']) {
      const values = said.flatMap((s) => {
        const value = count(s.forms[form]![row]?.[level]);
        return value === null ? [] : [{ value, level: s.level }];
      });
      let value: number | null = null;
      if (shared(form, row, level)) {
        const told = new Set(
          values.filter((v) => v.value !== 0 || speaksFor[level]!.includes(v.level)).map((v) => v.value),
        );
        if (told.size === 1) value = [...told][0]!;
        if (told.size > 1) open = true;
      } else if (values.length > 0) value = values.reduce((n, v) => n + v.value, 0);
      if (put[`${row}/${level}`] !== undefined) value = put[`${row}/${level}`]!;
      line[level] = value;
      if (value !== null) {
        sum += value;
        any = true;
      }
    }
    for (const s of said) {
      const cells = s.forms[form]![row] ?? {};
      const total = count(cells['total']);
      if (total === null || total === 0) continue;
      // A split that is there but cannot be read (a text) is no "total without a split".
      if (
        ['province', 'district', 'commune'].every((l) => cells[l] === undefined || cells[l] === '' || cells[l] === '-')
      ) {
        sum += total;
        any = true;
      }
    }
    line['total'] = put[`${row}/total`] ?? (open || !any ? null : sum);
    if (form === 'phu-luc-4') line['percent'] = null;
    result[row] = line;
  }
  return result;
}

function plans(said: readonly Said[], put: Record<string, number>): Reckoned {
  const result: Reckoned = {};
  for (const { key: row } of rowsOf('phu-luc-1')) {
    const cells = said.map((s) => s.forms['phu-luc-1']![row] ?? {});
    const sum = (column: string): number | null => {
      const values = cells.map((c) => count(c[column])).filter((v): v is number => v !== null);
      return put[`${row}/${column}`] ?? (values.length === 0 ? null : values.reduce((a, b) => a + b, 0));
    };
    const days = cells
      .map((c) => String(c['issued'] ?? ''))
      .filter((d) => /^\d+\/\d+\/\d{4}$/.test(d))
      .sort((a, b) => order(a) - order(b));
    const two = (n: number): string => String(n).padStart(2, '0');
    const issued =
      days.length === 0
        ? null
        : days.length === 1
          ? `01 đơn vị: ${days[0]!}`
          : `${two(days.length)} đơn vị: ${days[0]!} – ${days.at(-1)!}`;
    result[row] = { issued, assigned: sum('assigned'), completed: sum('completed') };
  }
  return result;
}

function order(day: string): number {
  const [d, m, y] = day.split('/').map(Number);
  return y! * 10_000 + m! * 100 + d!;
}

function fields(said: readonly Said[]): Reckoned {
  const columns = ['received', 'early', 'onTime', 'overdue', 'returned', 'pending'];
  const result: Reckoned = {};
  const total: Reckoned[string] = Object.fromEntries(columns.map((c) => [c, 0]));
  for (const s of said) {
    for (const [field, cells] of Object.entries(s.forms['mot-cua']!)) {
      const line = (result[field] ??= Object.fromEntries(columns.map((c) => [c, 0])));
      for (const c of columns) {
        line[c] = (line[c] as number) + (count(cells[c]) ?? 0);
        total[c] = (total[c] as number) + (count(cells[c]) ?? 0);
      }
    }
  }
  result['Tổng cộng'] = total;
  return result;
}
