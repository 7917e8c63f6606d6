import { makeReport } from '../../app/results/make-report';
import { isOpen } from '../../core/model/open-finding';
import type { CheckArgs } from '../args';
import { countWords, findingLines } from '../print-findings';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { writeWhole } from '../write-file';
import type { Console } from './read-options';

/**
 * Prints the findings by file, the worst first. Exit codes: 0, 1 there are errors that nobody accepted or returned, 2
 * wrong usage.
 */
export async function check(args: CheckArgs, deps: RunDeps & Console): Promise<0 | 1 | 2> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  findingLines(result, args.all).forEach(deps.say);
  deps.say('');
  deps.say(`${result.files.length} tệp: ${countWords(result.findings)}`);
  if (args.json) await writeWhole(args.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
  return result.findings.some((f) => f.severity === 'error' && isOpen(f)) ? 1 : 0;
}
