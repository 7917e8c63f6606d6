import type { FigureValues } from '../../core/model/case';
import { formatCount } from '../../core/text/format-number';
import {
  compareTables,
  compareVersions,
  type CellDifference,
  type FigureDifference,
} from '../../app/case/version-diff';
import { figureWords } from '../../app/case/journal-sentences';
import { runConsolidation } from '../../app/consolidate/run-consolidation';
import type { WrongUsage } from '../args';
import { receiveAll, type ReceivedAll } from '../receive-all';
import type { RunDeps } from '../run-request';
import { loadEarlier } from './compare';
import { readOptions, type Console } from './read-options';

export interface DiffArgs {
  before: string;
  after: string;
  others: string | null;
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
}

/** Reads what follows "diff" on the command line. */
export function readDiffArgs(rest: readonly string[]): DiffArgs | WrongUsage {
  const read = readOptions(rest, ['with', 'agencies', 'confirmations', 'period']);
  if ('wrong' in read) return read;
  const [before, after, ...more] = read.positionals;
  if (before === undefined || after === undefined || more.length > 0)
    return { wrong: 'Lệnh diff cần đúng hai tệp: bản cũ và bản mới của một đơn vị, hoặc hai báo cáo.' };
  return {
    before,
    after,
    others: read.values['with'] ?? null,
    agencies: read.values['agencies'] ?? null,
    confirmations: read.values['confirmations'] ?? null,
    period: read.values['period'] ?? null,
  };
}

/**
 * Prints cell by cell what differs, and with --with the effect on the province. Exit codes: 0 no difference, 1 some, 2
 * wrong usage.
 */
export async function showDiff(args: DiffArgs, deps: RunDeps & Console): Promise<0 | 1 | 2> {
  if (/\.json$/i.test(args.before) && /\.json$/i.test(args.after)) return diffResults(args, deps);
  const read = (paths: string[]): Promise<ReceivedAll | { wrong: string }> =>
    receiveAll(
      { paths, agencies: args.agencies, confirmations: args.confirmations, period: args.period, except: null },
      deps,
    );
  const [before, after, others] = [
    await read([args.before]),
    await read([args.after]),
    args.others === null ? null : await read([args.others]),
  ];
  for (const part of [before, after, others])
    if (part && 'wrong' in part) {
      deps.complain(part.wrong);
      return 2;
    }
  const [old, now] = [(before as ReceivedAll).received[0], (after as ReceivedAll).received[0]];
  if (!old || !now) {
    deps.complain('Không có tệp nào để so sánh.');
    return 2;
  }
  for (const f of [old, now])
    if (f.status !== 'read') {
      deps.complain(`${f.file}: ${f.reason ?? 'không đọc được'}`);
      return 2;
    }
  const [a, b] = [old.agency.agency, now.agency.agency];
  if (a && b && a.code !== b.code) deps.complain(`Lưu ý: hai tệp của hai đơn vị khác nhau: ${a.name} và ${b.name}.`);
  const cells = compareVersions(old, now);
  deps.say(cells.length === 0 ? 'Hai tệp có cùng số liệu.' : `${cells.length} ô khác nhau:`);
  for (const c of cells) deps.say(cellLine(c));
  if (others) effect(others as ReceivedAll, old, now).forEach(deps.say);
  return cells.length === 0 ? 0 : 1;
}

/** The province with the one and with the other file in the place of both. */
function effect(
  { received, options }: ReceivedAll,
  old: ReceivedAll['received'][number],
  now: ReceivedAll['received'][number],
): string[] {
  const rest = received.filter((f) => f.sha256 !== old.sha256 && f.sha256 !== now.sha256);
  const figures = compareTables(
    runConsolidation([...rest, old], options).consolidation.tables,
    runConsolidation([...rest, now], options).consolidation.tables,
  );
  return figures.length === 0
    ? ['Không số liệu toàn tỉnh nào thay đổi.']
    : ['Số liệu toàn tỉnh thay đổi:', ...figures.map(figureLine)];
}

async function diffResults(args: DiffArgs, deps: RunDeps & Console): Promise<0 | 1 | 2> {
  const [before, after] = [await loadEarlier(args.before, deps), await loadEarlier(args.after, deps)];
  for (const part of [before, after])
    if ('wrong' in part) {
      deps.complain(part.wrong);
      return 2;
    }
  const figures = changedValues(
    (before as { province: FigureValues }).province,
    (after as { province: FigureValues }).province,
  );
  deps.say(
    figures.length === 0 ? 'Hai kết quả có cùng số liệu toàn tỉnh.' : `${figures.length} số liệu toàn tỉnh khác nhau:`,
  );
  for (const f of figures) deps.say(figureLine(f));
  return figures.length === 0 ? 0 : 1;
}

function changedValues(before: FigureValues, after: FigureValues): FigureDifference[] {
  const found: FigureDifference[] = [];
  for (const template of new Set([...Object.keys(before), ...Object.keys(after)])) {
    for (const row of new Set([...Object.keys(before[template] ?? {}), ...Object.keys(after[template] ?? {})])) {
      const [a, b] = [before[template]?.[row] ?? {}, after[template]?.[row] ?? {}];
      for (const column of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (a[column] !== b[column])
          found.push({ template, row, column, label: '', before: a[column] ?? null, after: b[column] ?? null });
      }
    }
  }
  return found;
}

function cellLine(c: CellDifference): string {
  const say = (p: CellDifference['before']): string => (p === null ? 'không có' : `${p.sheet}!${p.cell} “${p.text}”`);
  return `  ${figureWords(c)}: ${say(c.before)} → ${say(c.after)}`;
}

function figureLine(f: FigureDifference): string {
  const say = (v: number | string | null): string =>
    v === null ? 'để trống' : typeof v === 'number' ? formatCount(v) : `“${v}”`;
  return `  ${figureWords(f)}: ${say(f.before)} → ${say(f.after)}`;
}
