import { stat } from 'node:fs/promises';
import path from 'node:path';
import { planCase } from '../../app/case/case-plan';
import { makeReport } from '../../app/results/make-report';
import type { WorkbookWriter } from '../../app/ports';
import type { ConsolidateArgs } from '../args';
import { summaryLines } from '../print-summary';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { writeWhole } from '../write-file';
import type { Console } from './read-options';

/**
 * Writes the province's result. Exit codes: 0 written, 2 wrong usage, 3 the proof does not close or there is nothing.
 */
export async function consolidateTo(
  args: ConsolidateArgs,
  deps: RunDeps & Console & { workbooks: WorkbookWriter },
): Promise<0 | 2 | 3> {
  const result = await run({ ...args, except: path.resolve(args.out) }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  summaryLines(result).forEach(deps.say);
  if (args.json) await writeWhole(args.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
  const { consolidation } = result;
  if (!consolidation.proof.closes) {
    deps.complain('Không ghi kết quả vì đối soát không khớp.');
    return 3;
  }
  if (consolidation.tables.length === 0) {
    deps.complain('Không có phụ lục nào để tổng hợp, nên không ghi kết quả.');
    return 3;
  }
  await writeWhole(
    args.out,
    await deps.workbooks.write(planCase(result, { filesBase: await linkBase(args), today: args.today })),
  );
  deps.say(`Kết quả: ${args.out}`);
  return 0;
}

/** Where the received files lie as seen from the result, for links; null where several folders make that unclear. */
async function linkBase(args: ConsolidateArgs): Promise<string | null> {
  const [only, ...more] = args.paths;
  if (only === undefined || more.length > 0) return null;
  const folder = (await stat(only)).isDirectory() ? only : path.dirname(only);
  return path.relative(path.dirname(path.resolve(args.out)), path.resolve(folder)).replace(/\\/g, '/');
}
