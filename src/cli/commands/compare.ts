import { readFile } from 'node:fs/promises';
import { CASE_ATTACHMENT } from '../../core/model/case';
import { formatCount } from '../../core/text/format-number';
import { compareWithEarlier, type Change } from '../../app/compare/compare-earlier';
import { readEarlier, type EarlierResult } from '../../app/compare/earlier';
import { figureWords } from '../../app/case/journal-sentences';
import type { WrongUsage } from '../args';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { writeWhole } from '../write-file';
import { readOptions, type Console } from './read-options';
import { fileReason } from '../file-trouble';

export interface CompareArgs {
  earlier: string;
  paths: string[];
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
  casePath: string | null;
  top: number;
  json: string | null;
}

/** As many cells as a person looks at before signing. */
const TOP = 10;

/** Reads what follows "compare" on the command line. */
export function readCompareArgs(rest: readonly string[]): CompareArgs | WrongUsage {
  const read = readOptions(rest, ['agencies', 'confirmations', 'period', 'case', 'top', 'json']);
  if ('wrong' in read) return read;
  const [earlier, ...paths] = read.positionals;
  if (earlier === undefined || paths.length === 0)
    return { wrong: 'Lệnh compare cần kết quả kỳ trước và ít nhất một tệp hoặc thư mục của kỳ này.' };
  const v = read.values;
  const top = v['top'] === undefined ? TOP : Number(v['top']);
  if (!Number.isInteger(top) || top < 1) return { wrong: '--top là số dòng cần in, từ 1.' };
  return {
    earlier,
    paths,
    agencies: v['agencies'] ?? null,
    confirmations: v['confirmations'] ?? null,
    period: v['period'] ?? null,
    casePath: v['case'] ?? null,
    top,
    json: v['json'] ?? null,
  };
}

/** Prints what to look at first beside the last period and beside peers. Exit codes: 0, 2 wrong usage. */
export async function showComparison(args: CompareArgs, deps: RunDeps & Console): Promise<0 | 2> {
  const earlier = await loadEarlier(args.earlier, deps);
  if ('wrong' in earlier) {
    deps.complain(earlier.wrong);
    return 2;
  }
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  const c = compareWithEarlier(result, earlier);
  deps.say(
    `So với kỳ trước (${c.before?.label ?? 'chưa rõ kỳ'}): ${c.figures.length} số liệu toàn tỉnh thay đổi; ` +
      `${c.changes.length} ô đáng chú ý.`,
  );
  if (!earlier.agencies) deps.say('Kết quả kỳ trước không có số liệu từng đơn vị, nên chỉ so được số toàn tỉnh.');
  for (const [i, change] of c.changes.slice(0, args.top).entries()) changeLines(change, i + 1).forEach(deps.say);
  if (c.changes.length > args.top)
    deps.say(`… và ${c.changes.length - args.top} ô khác (--top ${c.changes.length} để in hết).`);
  for (const l of c.linked) deps.say(`Tiếp nhận: ${l.before.join(', ')} → ${l.after.join(', ')} (so theo tổng)`);
  if (c.gone.length > 0) deps.say(`Kỳ trước có, kỳ này không: ${c.gone.join(', ')}`);
  if (c.added.length > 0) deps.say(`Kỳ này mới có: ${c.added.join(', ')}`);
  if (args.json) await writeWhole(args.json, `${JSON.stringify(c, null, 2)}\n`);
  return 0;
}

/** A report, a saved case, or a result workbook that holds one. */
export async function loadEarlier(
  from: string,
  { attachment }: Pick<RunDeps, 'attachment'>,
): Promise<EarlierResult | { wrong: string }> {
  const opened = await readFile(from).then(
    (bytes) => ({ bytes }),
    (error: unknown) => ({ wrong: `Không đọc được kết quả kỳ trước ${from}: ${fileReason(error) ?? 'lỗi khi đọc'}.` }),
  );
  if ('wrong' in opened) return opened;
  const { bytes } = opened;
  const text = bytes[0] === 0x50 ? attachment(new Uint8Array(bytes), CASE_ATTACHMENT) : bytes.toString('utf8');
  if (text === null) return { wrong: `${from}: trong tệp không có hồ sơ tổng hợp.` };
  const read = readEarlier(text);
  return read.ok ? read.earlier : { wrong: `${from}: ${read.message}` };
}

function changeLines(c: Change, n: number): string[] {
  const say = (v: number | null): string => (v === null ? 'không có' : formatCount(v));
  const at = c.at ? ` – ${c.at.file}, ${c.at.sheet}!${c.at.cell}` : '';
  return [
    `${String(n).padStart(3)}. ${c.agencyName}: ${figureWords(c)}${at}`,
    `     ${c.label}`,
    `     ${c.why}; toàn tỉnh ${say(c.province.before)} → ${say(c.province.after)}`,
  ];
}
