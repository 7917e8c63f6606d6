import type { CaseFigures, FigureValues } from '../../core/model/case';
import type { Level } from '../../core/model/agency';
import type { Period } from '../../core/model/period';
import type { Template } from '../../core/templates/schema';
import { templateById } from '../../core/templates/registry';
import { addDays } from '../../core/text/working-days';
import { caseFigures } from '../case/take-down';
import type { RunResult } from '../consolidate/run-options';
import { linkAgencies, type AgencyLink } from './agency-links';
import type { EarlierResult } from './earlier';
import { peerSuspicion, suspicionOf, type ChangeKind, type Suspicion } from './suspicion';

type Agency = CaseFigures['agencies'][number];

/** One figure of one sender (or of senders that took over from others, together) that a person should look at. */
export interface Change {
  kind: ChangeKind;
  agencies: string[];
  agencyName: string;
  template: string;
  row: string;
  column: string;
  label: string;
  before: number | null;
  after: number | null;
  factor: number | null;
  why: string;
  /** The province's figure then and now. */
  province: { before: number | null; after: number | null };
  /** Of the province's figure, 0 to 1. */
  effect: number;
  suspicion: number;
  /** suspicion × effect. */
  score: number;
  /** Where the figure stands, where one file holds it. */
  at: { file: string; sheet: string; cell: string } | null;
}

export interface Comparison {
  before: Period | null;
  after: Period | null;
  /** The most suspicious with the largest effect first. */
  changes: Change[];
  /** Every figure of the province that changed. */
  figures: {
    template: string;
    row: string;
    column: string;
    label: string;
    before: number | null;
    after: number | null;
  }[];
  /** Names of senders without a partner in the other period. */
  gone: string[];
  added: string[];
  /** Senders that stand for others since. */
  linked: { before: string[]; after: string[] }[];
}

/** From this change on, a figure's absolute size no longer raises its rank. */
const FULL_SIZE = 99;

/** The run beside an earlier result and each sender beside its peers; without an earlier result, the peers alone. */
export function compareWithEarlier(run: RunResult, earlier: EarlierResult | null): Comparison {
  // Senders of whom nothing counts (left out, returned, unreadable) are beside nobody.
  const spoke = (a: Agency): boolean => Object.keys(a.values).length > 0;
  const { province, agencies } = caseFigures(run);
  const now = { province, agencies: agencies.filter(spoke) };
  const old = earlier?.agencies?.filter(spoke) ?? [];
  const links = linkAgencies(
    old.map((a) => a.key),
    now.agencies.map((a) => a.key),
    run.register,
  );
  const context: Context = {
    run,
    now,
    earlier,
    byOld: new Map(old.map((a) => [a.key, a])),
    byNew: new Map(now.agencies.map((a) => [a.key, a])),
    ...timing(earlier?.period ?? null, run.period),
  };
  const changes = [
    ...links.filter((l) => l.before.length > 0 && l.after.length > 0).flatMap((l) => changesOf(context, l)),
    ...links.flatMap((l) => (l.after.length === 1 ? besidePeers(context, l) : [])),
  ];
  const nameOld = (key: string): string => context.byOld.get(key)?.name ?? key;
  const nameNew = (key: string): string => context.byNew.get(key)?.name ?? key;
  return {
    before: earlier?.period ?? null,
    after: run.period,
    changes: strongest(changes).sort((a, b) => b.score - a.score || (a.agencyName < b.agencyName ? -1 : 1)),
    figures: earlier ? provinceChanges(run, earlier.province, now.province) : [],
    gone: links.filter((l) => l.after.length === 0).flatMap((l) => l.before.map(nameOld)),
    added: earlier?.agencies ? links.filter((l) => l.before.length === 0).flatMap((l) => l.after.map(nameNew)) : [],
    linked: links
      .filter(
        (l) =>
          l.before.length > 0 &&
          l.after.length > 0 &&
          (l.before.length > 1 || l.after.length > 1 || l.before[0] !== l.after[0]),
      )
      .map((l) => ({ before: l.before.map(nameOld), after: l.after.map(nameNew) })),
  };
}

interface Context {
  run: RunResult;
  now: CaseFigures;
  earlier: EarlierResult | null;
  byOld: ReadonlyMap<string, Agency>;
  byNew: ReadonlyMap<string, Agency>;
  cumulative: boolean;
  adjacent: boolean;
  longer: number;
}

function timing(before: Period | null, after: Period | null): Pick<Context, 'cumulative' | 'adjacent' | 'longer'> {
  if (!before || !after) return { cumulative: false, adjacent: false, longer: 1 };
  const days = (p: Period): number => (Date.parse(p.to) - Date.parse(p.from)) / 86_400_000 + 1;
  return {
    cumulative: before.from === after.from && before.to < after.to,
    adjacent: addDays(before.to, 1) === after.from,
    longer: days(after) / days(before),
  };
}

function changesOf(context: Context, link: AgencyLink): Change[] {
  const before = link.before.map((k) => context.byOld.get(k)!);
  const after = link.after.map((k) => context.byNew.get(k)!);
  const whole = link.before.length > 1 || link.after.length > 1 || before[0]!.level !== after[0]!.level;
  const changes: Change[] = [];
  for (const id of new Set([...before, ...after].flatMap((a) => Object.keys(a.values)))) {
    const template = templateById(id);
    if (!template || !before.some((a) => a.values[id]) || !after.some((a) => a.values[id])) continue;
    const rows = new Set([...before, ...after].flatMap((a) => Object.keys(a.values[id] ?? {})));
    for (const row of rows) {
      if (row === template.totalRow?.key) continue;
      for (const column of comparedColumns(template, row, whole, [...before, ...after])) {
        const pair = { before: total(before, id, row, column), after: total(after, id, row, column) };
        const odd = suspicionOf({
          ...pair,
          cumulative: context.cumulative && (template.columns.find((c) => c.key === column)?.grows ?? false),
          longer: context.longer,
        });
        if (odd) changes.push(changeOf(context, link, { template: id, row, column }, pair, odd));
      }
      const carried = context.adjacent ? carriedOver(context, link, template, before, after, row) : null;
      if (carried) changes.push(carried);
    }
  }
  return changes;
}

/**
 * Levels where senders give them, else the total: a slip in a level would show twice. Senders that were split, merged
 * or changed level are compared by their totals, and not at all in figures that every unit of a level shares.
 */
function comparedColumns(template: Template, rowKey: string, whole: boolean, agencies: readonly Agency[]): string[] {
  const row = template.rows.find((r) => r.key === rowKey);
  const shared = template.columns.some(
    (c) => c.role === 'level' && (row?.consolidate?.[c.key] ?? c.consolidate) === 'common',
  );
  const levels = template.columns.filter((c) => c.role === 'level').map((c) => c.key);
  const totals = template.columns.filter((c) => c.role === 'total').map((c) => c.key);
  const figures = template.columns.filter((c) => c.role === 'figure').map((c) => c.key);
  if (levels.length === 0) return [...totals, ...figures];
  if (whole) return shared ? [] : [...totals, ...figures];
  const split = agencies.every((a) => {
    const r = a.values[template.id]?.[rowKey];
    return !r || levels.some((l) => r[l] !== undefined);
  });
  return [...(split ? levels : totals), ...figures];
}

function total(agencies: readonly Agency[], template: string, row: string, column: string): number | null {
  const given = agencies.map((a) => a.values[template]?.[row]?.[column]).filter((v): v is number => v !== undefined);
  return given.length === 0 ? null : given.reduce((a, b) => a + b, 0);
}

/** What was still open at the end of the last period has been received; the new period cannot have received less. */
function carriedOver(
  context: Context,
  link: AgencyLink,
  { id, carriesOver }: Template,
  before: readonly Agency[],
  after: readonly Agency[],
  row: string,
): Change | null {
  if (!carriesOver) return null;
  const open = total(before, id, row, carriesOver.open);
  const received = total(after, id, row, carriesOver.received);
  if (open === null || received === null || open <= received) return null;
  return changeOf(
    context,
    link,
    { template: id, row, column: carriesOver.received },
    { before: open, after: received },
    {
      kind: 'carried',
      level: 0.8,
      why: `kỳ trước chuyển sang ${open} ${carriesOver.unit} nhưng kỳ này chỉ tiếp nhận ${received}`,
    },
  );
}

function besidePeers(context: Context, link: AgencyLink): Change[] {
  const agency = context.byNew.get(link.after[0]!)!;
  const changes: Change[] = [];
  for (const [id, rows] of Object.entries(agency.values)) {
    const template = templateById(id);
    if (!template) continue;
    for (const [row, values] of Object.entries(rows)) {
      if (row === template.totalRow?.key) continue;
      for (const column of comparedColumns(template, row, false, [agency])) {
        const value = values[column];
        if (value === undefined || known(context, link, id, row, column, value)) continue;
        const odd = peerSuspicion(value, peersOf(context, agency, id, row, column));
        if (odd)
          changes.push(changeOf(context, link, { template: id, row, column }, { before: null, after: value }, odd));
      }
    }
  }
  return changes;
}

/** The sender said about the same in the earlier period: it is simply larger than others. */
function known(context: Context, link: AgencyLink, id: string, row: string, column: string, value: number): boolean {
  const before = total(
    link.before.flatMap((k) => context.byOld.get(k) ?? []),
    id,
    row,
    column,
  );
  return before !== null && before > 0 && value <= before * 3;
}

function peersOf(context: Context, agency: Agency, id: string, row: string, column: string): number[] {
  const sameLevel = (level: Level | null): boolean => level === agency.level;
  return context.now.agencies
    .filter((a) => a.key !== agency.key && sameLevel(a.level))
    .flatMap((a) => a.values[id]?.[row]?.[column] ?? [])
    .filter((v) => v > 0);
}

function changeOf(
  context: Context,
  link: AgencyLink,
  key: { template: string; row: string; column: string },
  pair: { before: number | null; after: number | null },
  odd: Suspicion,
): Change {
  const at = (values: FigureValues | undefined): number | null =>
    values?.[key.template]?.[key.row]?.[key.column] ?? null;
  const province = { before: at(context.earlier?.province), after: at(context.now.province) };
  const delta = Math.abs((pair.after ?? 0) - (pair.before ?? 0));
  const share = Math.min(1, delta / Math.max(1, Math.abs(province.after ?? 0), Math.abs(province.before ?? 0)));
  const effect = share * Math.min(1, Math.log10(1 + delta) / Math.log10(1 + FULL_SIZE));
  const names = link.after.map((k) => context.byNew.get(k)?.name ?? k);
  const table = context.run.consolidation.tables.find((t) => t.template === key.template);
  return {
    kind: odd.kind,
    agencies: link.after,
    agencyName:
      names.length > 3 ? `${names.slice(0, 2).join(', ')} và ${names.length - 2} đơn vị khác` : names.join(', '),
    ...key,
    label: table?.rows.find((r) => r.row === key.row)?.label ?? key.row,
    ...pair,
    factor: odd.factor ?? null,
    why: odd.why,
    province,
    effect,
    suspicion: odd.level,
    score: odd.level * effect,
    at: link.after.length === 1 ? cellOf(context.run, link.after[0]!, key) : null,
  };
}

function cellOf(run: RunResult, agency: string, key: { template: string; row: string; column: string }): Change['at'] {
  const appendix = run.consolidation.submissions
    .find((s) => s.key === agency)
    ?.appendices.find((a) => a.template === key.template);
  const cell = appendix?.cells.find((c) => c.row === key.row && c.column === key.column);
  return appendix && cell ? { file: appendix.file, sheet: appendix.sheet, cell: cell.cell } : null;
}

/** One line per figure: the strongest, with what else is odd about it. */
function strongest(changes: readonly Change[]): Change[] {
  const best = new Map<string, Change>();
  for (const c of changes) {
    const key = [c.agencies.join(','), c.template, c.row, c.column].join('\n');
    const other = best.get(key);
    if (!other) {
      best.set(key, c);
      continue;
    }
    const [first, second] = c.score > other.score ? [c, other] : [other, c];
    best.set(key, { ...first, why: `${first.why}; ${second.why}` });
  }
  return [...best.values()];
}

function provinceChanges(run: RunResult, before: FigureValues, after: FigureValues): Comparison['figures'] {
  return run.consolidation.tables.flatMap((t) =>
    t.rows.flatMap((r) =>
      Object.values(r.figures).flatMap((f) => {
        const pair = {
          before: before[t.template]?.[r.row]?.[f.column] ?? null,
          after: after[t.template]?.[r.row]?.[f.column] ?? null,
        };
        return pair.before === pair.after
          ? []
          : [{ template: t.template, row: r.row, column: f.column, label: r.label, ...pair }];
      }),
    ),
  );
}
