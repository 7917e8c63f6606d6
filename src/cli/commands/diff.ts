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
import type { CliDeps } from '../deps';
import { loadEarlier } from '../load-earlier';
import { receiveAll, type ReceivedAll } from '../receive-all';
import { command } from '../table/command';
import { wrong, type Failure, type Outcome } from '../table/outcome';
import { RUN_OPTIONS, runRequest } from '../table/shared-options';

/** Prints cell by cell what differs, and with --with the effect on the province. */
export const diff = command({
  name: 'diff',
  summary:
    'Hai bản của một đơn vị khác nhau ở ô nào, ảnh hưởng đến số toàn tỉnh (--with); hoặc hai báo cáo .json. ' +
    'Mã thoát 1 nếu khác.',
  words: [
    { name: 'CŨ', help: 'bản cũ của một đơn vị, hoặc báo cáo .json', file: 'read' },
    { name: 'MỚI', help: 'bản mới của đơn vị đó, hoặc báo cáo .json', file: 'read' },
  ],
  options: {
    with: { kind: 'text', value: 'PATH', help: 'tệp của các đơn vị, để tính số toàn tỉnh', file: 'read' },
    ...RUN_OPTIONS,
  },
  async run({ words: [before = '', after = ''], options }, deps) {
    if (/\.json$/i.test(before) && /\.json$/i.test(after)) return diffResults(before, after, deps);
    const read = (place: string): Promise<ReceivedAll | Failure> => receiveAll(runRequest([place], options), deps);
    const old = onlyFile(await read(before));
    if (!old.ok) return old;
    const now = onlyFile(await read(after));
    if (!now.ok) return now;
    const others = options.with === null ? null : await read(options.with);
    if (others && !others.ok) return others;
    const [a, b] = [old.file.agency.agency, now.file.agency.agency];
    if (a && b && a.code !== b.code) deps.complain(`Lưu ý: hai tệp của hai đơn vị khác nhau: ${a.name} và ${b.name}.`);
    const cells = compareVersions(old.file, now.file);
    deps.say(cells.length === 0 ? 'Hai tệp có cùng số liệu.' : `${cells.length} ô khác nhau:`);
    for (const c of cells) deps.say(cellLine(c));
    if (others) effect(others, old.file, now.file).forEach(deps.say);
    return { ok: true, code: cells.length === 0 ? 0 : 1 };
  },
});

type File = ReceivedAll['received'][number];

function onlyFile(read: ReceivedAll | Failure): { ok: true; file: File } | Failure {
  if (!read.ok) return read;
  const [file] = read.received;
  if (!file) return wrong('Không có tệp nào để so sánh.');
  return file.status === 'read' ? { ok: true, file } : wrong(`${file.file}: ${file.reason ?? 'không đọc được'}`);
}

/** The province with the one and with the other file in the place of both. */
function effect({ received, options }: ReceivedAll, old: File, now: File): string[] {
  const rest = received.filter((f) => f.sha256 !== old.sha256 && f.sha256 !== now.sha256);
  const figures = compareTables(
    runConsolidation([...rest, old], options).consolidation.tables,
    runConsolidation([...rest, now], options).consolidation.tables,
  );
  return figures.length === 0
    ? ['Không số liệu toàn tỉnh nào thay đổi.']
    : ['Số liệu toàn tỉnh thay đổi:', ...figures.map(figureLine)];
}

async function diffResults(before: string, after: string, deps: CliDeps): Promise<Outcome> {
  const old = await loadEarlier(before, deps);
  if (!old.ok) return old;
  const now = await loadEarlier(after, deps);
  if (!now.ok) return now;
  const figures = changedValues(old.earlier.province, now.earlier.province);
  deps.say(
    figures.length === 0 ? 'Hai kết quả có cùng số liệu toàn tỉnh.' : `${figures.length} số liệu toàn tỉnh khác nhau:`,
  );
  for (const f of figures) deps.say(figureLine(f));
  return { ok: true, code: figures.length === 0 ? 0 : 1 };
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
