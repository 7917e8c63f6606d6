import type { Level } from '../model/agency';
import type { ConsolidatedFigure, Contribution, Method } from '../model/consolidation';
import type { Issue } from '../model/issue';
import { amountOf } from '../templates/amount';
import type { Template, TemplateColumn, TemplateRow } from '../templates/schema';
import { formatCount } from '../text/format-number';
import { foldText } from '../text/fold';
import { isDashText, noneWord } from '../text/none-word';
import { spanWords } from '../text/typed-date';
import { contribution, given, type Source } from './contributions';

/** One row of a form with the senders' cells that go into it; what is noticed while adding is put into `issues`. */
export interface RowContext {
  template: Template;
  row: Pick<TemplateRow, 'key' | 'consolidate'>;
  sources: readonly Source[];
  issues: Issue[];
}

/** The method of a row's column: the row's own where it names one. */
export function methodOf(row: Pick<TemplateRow, 'consolidate'>, column: TemplateColumn): Method {
  return row.consolidate?.[column.key] ?? column.consolidate;
}

/** Sum of the figures given; null where nobody gave one. */
export function addSum(context: RowContext, column: TemplateColumn): ConsolidatedFigure {
  const contributions = given(context.sources, context.row.key, column, 'added').map((g) => g.item);
  // Where the form says that a blank is zero, senders that left it blank said zero.
  const zero =
    column.empty?.blank === 'zero' &&
    context.sources.some((s) => s.index.get(context.row.key, column.key) !== undefined);
  return {
    row: context.row.key,
    column: column.key,
    method: 'sum',
    value: total(contributions) ?? (zero ? 0 : null),
    contributions,
  };
}

/** Whose figure counts as that of a level: communes reported through their district until 30/6/2025. */
const SPEAKS_FOR: Record<Level, readonly Level[]> = {
  province: ['province'],
  district: ['district'],
  commune: ['district', 'commune'],
};

/**
 * The value that every unit of the level has. A zero from a sender that is not of that level says nothing (a sở that
 * fills all blanks with 0). Where units differ the figure stays empty, and an issue lists who says what.
 */
export function takeCommon(context: RowContext, column: TemplateColumn): ConsolidatedFigure {
  const { row, issues, template } = context;
  const all = given(context.sources, row.key, column, 'common');
  const speaking = all.filter(
    ({ source, item }) =>
      item.value !== 0 ||
      !column.level ||
      !source.submission.level ||
      SPEAKS_FOR[column.level].includes(source.submission.level),
  );
  const contributions = speaking.map((g) => g.item);
  const values = new Map<number, string[]>();
  for (const c of contributions) values.set(c.value, [...(values.get(c.value) ?? []), c.agencyName]);
  const figure: ConsolidatedFigure = { row: row.key, column: column.key, method: 'common', value: null, contributions };
  if (values.size === 1) figure.value = contributions[0]!.value;
  if (values.size > 1) {
    const said = [...values]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([v, who]) => `${formatCount(v)} (${whoSays(who)})`);
    figure.remark = `Các đơn vị ghi khác nhau: ${said.join('; ')}`;
    issues.push({
      rule: 'differs-between-units',
      at: { template: template.id, row: row.key, column: column.key },
      params: { values: said.join('; ') },
    });
  }
  return figure;
}

function whoSays(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.length} đơn vị: ${names.slice(0, 3).join(', ')}, …`;
}

/**
 * Tổng số = sum of the consolidated levels + totals that came without a split (and says so).
 * Empty where a level is empty because units differ: a total without it would be too small in silence.
 */
export function addLevels(
  context: RowContext,
  column: TemplateColumn,
  levels: readonly ConsolidatedFigure[],
): ConsolidatedFigure {
  const { template, row } = context;
  const levelColumns = template.columns.filter((c) => c.role === 'level');
  const unsplit: Contribution[] = [];
  for (const source of context.sources) {
    const cell = source.index.get(row.key, column.key);
    const amount = amountOf(cell, column);
    if (!cell || amount.state !== 'given' || amount.value === 0) continue;
    const split = levelColumns.some((l) => {
      const level = amountOf(source.index.get(row.key, l.key), l);
      return level.state === 'given' || level.state === 'refused';
    });
    if (!split) unsplit.push(contribution(source, cell, amount.value, 'unsplit'));
  }
  const undecided = levels.filter((l) => l.value === null && l.contributions.length > 0);
  const numbers = levels.map((l) => l.value).filter((v): v is number => typeof v === 'number');
  const extra = total(unsplit) ?? 0;
  const figure: ConsolidatedFigure = {
    row: row.key,
    column: column.key,
    method: 'sum-of-levels',
    value:
      undecided.length > 0 || (numbers.length === 0 && unsplit.length === 0)
        ? null
        : numbers.reduce((a, b) => a + b, 0) + extra,
    contributions: [...levels.flatMap((l) => l.contributions), ...unsplit],
  };
  if (unsplit.length > 0) {
    figure.unsplit = extra;
    figure.remark = `Gồm ${formatCount(extra)} không phân theo cấp của ${unsplit.map((u) => u.agencyName).join(', ')}`;
  }
  if (undecided.length > 0) {
    const names = undecided.map((l) => template.columns.find((c) => c.key === l.column)!.header.at(-1)!);
    figure.remark = `Chưa tính được vì ${names.join(', ')} để trống do các đơn vị ghi khác nhau`;
  }
  return figure;
}

/** How many senders gave a date, the first and the last. */
export function spanDates(context: RowContext, column: TemplateColumn): ConsolidatedFigure {
  const dates: { item: Contribution; from: string; to: string }[] = [];
  for (const source of context.sources) {
    const cell = source.index.get(context.row.key, column.key);
    if (cell?.figure.kind === 'date')
      dates.push({ item: contribution(source, cell, 1, 'added'), from: cell.figure.from, to: cell.figure.to });
  }
  const figure: ConsolidatedFigure = {
    row: context.row.key,
    column: column.key,
    method: 'dates',
    value: null,
    contributions: dates.map((d) => d.item),
  };
  if (dates.length === 0) return figure;
  // A month without its day stays a month: its first and last day are nobody's date.
  const first = spanWords(dates.reduce((x, d) => (d.from < x.from ? d : x)));
  const last = spanWords(dates.reduce((x, d) => (d.to > x.to ? d : x)));
  figure.value =
    dates.length === 1 ? `01 đơn vị: ${first}` : `${String(dates.length).padStart(2, '0')} đơn vị: ${first} – ${last}`;
  figure.remark = `${dates.length} đơn vị ban hành; sớm nhất ${first}, muộn nhất ${last}`;
  return figure;
}

/** Senders that say the same are named up to this many; beyond it they are counted (the sheet "Nguồn" names each). */
const NAMED_SENDERS = 4;

/**
 * Notes with their senders' names, equal ones together. A note that only says "none" ("-", "Không", "0") is no note.
 */
export function joinNotes(context: RowContext, column: TemplateColumn): ConsolidatedFigure {
  const byText = new Map<string, { text: string; items: Contribution[] }>();
  for (const source of context.sources) {
    const cell = source.index.get(context.row.key, column.key);
    const text = cell?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (!cell || text === '' || /^0+$/.test(text) || isDashText(text) || noneWord(text) !== null) continue;
    const key = foldText(text);
    const entry = byText.get(key) ?? { text, items: [] };
    entry.items.push(contribution(source, cell, 0, 'added'));
    byText.set(key, entry);
  }
  const entries = [...byText.values()].sort((a, b) => b.items.length - a.items.length);
  return {
    row: context.row.key,
    column: column.key,
    method: 'join',
    value:
      entries.length === 0
        ? null
        : entries
            .map(({ items, text }) => {
              const names = items.map((i) => i.agencyName).join(', ');
              return `${items.length > NAMED_SENDERS ? `${items.length} đơn vị` : names}: ${text}`;
            })
            .join('\n'),
    contributions: entries.flatMap((e) => e.items),
  };
}

/** Sum of contributions, null of none. */
export function total(items: readonly Contribution[]): number | null {
  return items.length === 0 ? null : items.reduce((n, c) => n + c.value, 0);
}
