import { templateById } from '../../core/templates/registry';
import { vietnamTime } from '../../core/text/vietnam-time';
import { traceView } from '../../app/results/trace-view';
import type { WrongUsage } from '../args';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { readFigure, readOptions, type Console } from './read-options';

export interface TraceArgs {
  paths: string[];
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
  casePath: string | null;
  figure: { template: string; row: string; column: string };
}

/** Reads what follows "trace" on the command line. */
export function readTraceArgs(rest: readonly string[]): TraceArgs | WrongUsage {
  const read = readOptions(rest, ['agencies', 'confirmations', 'period', 'case', 'figure']);
  if ('wrong' in read) return read;
  const figure = readFigure(read.values['figure']);
  if (!figure) return { wrong: 'Lệnh trace cần --figure BIEU/DONG/COT, ví dụ phu-luc-2/26/district.' };
  if (read.positionals.length === 0) return { wrong: 'Lệnh trace cần ít nhất một tệp hoặc thư mục.' };
  const v = read.values;
  return {
    paths: read.positionals,
    agencies: v['agencies'] ?? null,
    confirmations: v['confirmations'] ?? null,
    period: v['period'] ?? null,
    casePath: v['case'] ?? null,
    figure,
  };
}

/**
 * Prints where a figure of the province is from, the largest part first. Exit codes: 0, 2 wrong usage, 3 no such
 * figure.
 */
export async function showTrace(args: TraceArgs, deps: RunDeps & Console): Promise<0 | 2 | 3> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  const template = templateById(args.figure.template);
  const trace = template ? traceView(result.consolidation, template, args.figure) : null;
  if (!trace) {
    deps.complain('Không có số liệu này trong kết quả.');
    return 3;
  }
  deps.say(
    `${trace.short}, dòng ${trace.number || trace.label}, cột ${trace.columnLabel}: ` +
      `${trace.value === '' ? 'để trống' : trace.value}`,
  );
  deps.say(`  ${trace.label}`);
  if (trace.adjustment)
    deps.say(
      `  Đã điều chỉnh; từ các đơn vị: ${trace.adjustment.sum || 'để trống'}. ${trace.adjustment.reason} ` +
        `(${trace.adjustment.by}, ${vietnamTime(trace.adjustment.at)})`,
    );
  if (trace.withLeftOut !== undefined) deps.say(`  Nếu không loại trừ bài nộp trùng: ${trace.withLeftOut}`);
  if (trace.remark) deps.say(`  ${trace.remark}`);
  for (const c of trace.contributions) {
    const repairs = c.repairs.length > 0 ? ` (đọc từ “${c.repairs[0]!.before}”)` : '';
    deps.say(`  ${c.value.padStart(9)}  ${c.agencyName} – ${c.file}, ${c.sheet}!${c.cell}${repairs}`);
  }
  for (const l of trace.leftOut)
    deps.say(`  để lại     ${l.agency} – ${l.file}, ${l.sheet}!${l.cell} “${l.text}”: ${l.reason}`);
  return 0;
}
