import { templates } from '../core/templates/registry';
import { readBoardArgs, showBoard } from './commands/board';
import { readCaseArgs, workOnCase } from './commands/case';
import { check } from './commands/check';
import { readCompareArgs, showComparison } from './commands/compare';
import { confirmSender, readConfirmArgs } from './commands/confirm';
import { consolidateTo } from './commands/consolidate';
import { readDiffArgs, showDiff } from './commands/diff';
import { readHolidaysArgs, showHolidays } from './commands/holidays';
import { makeRegister, readRegisterArgs } from './commands/register';
import type { Console } from './commands/read-options';
import { readReturnArgs, returnFiles, type ReturnDeps } from './commands/return';
import { readSignArgs, writeSignedSet, type SignDeps } from './commands/sign';
import { readTraceArgs, showTrace } from './commands/trace';
import { HELP, readArgs, type WrongUsage } from './args';
import { fileTrouble } from './file-trouble';
import type { RunDeps } from './run-request';

const OK = 0;
const WRONG_USAGE = 2;

/** Everything a command works with. */
export type PhulucDeps = RunDeps &
  Console &
  ReturnDeps &
  SignDeps & {
    rules(): readonly { id: string; severity: string; summary: string }[];
    /** ISO time. */
    now(): string;
  };

/**
 * Carries out one command line ("board nhan --remind" as a list of words) and returns the exit code; what stands in the
 * way of reading or writing is told calmly.
 */
export async function phuluc(argv: readonly string[], deps: PhulucDeps): Promise<number> {
  try {
    return await carryOut(argv, deps);
  } catch (error) {
    const words = fileTrouble(error);
    if (words === null) throw error;
    deps.complain(words);
    return WRONG_USAGE;
  }
}

async function carryOut(argv: readonly string[], deps: PhulucDeps): Promise<number> {
  const [command, ...rest] = argv;
  const { say } = deps;
  const withArgs = async <T extends object>(
    args: T | WrongUsage,
    work: (args: T) => Promise<number>,
  ): Promise<number> => {
    if (!('wrong' in args)) return work(args as T);
    deps.complain(String(args.wrong));
    deps.complain('Cách dùng đầy đủ: phuluc --help');
    return WRONG_USAGE;
  };
  switch (command) {
    case 'return':
      return withArgs(readReturnArgs(rest), (args) => returnFiles(args, deps));
    case 'sign':
      return withArgs(readSignArgs(rest), (args) => writeSignedSet(args, deps));
    case 'board':
      return withArgs(readBoardArgs(rest), (args) => showBoard(args, deps));
    case 'trace':
      return withArgs(readTraceArgs(rest), (args) => showTrace(args, deps));
    case 'diff':
      return withArgs(readDiffArgs(rest), (args) => showDiff(args, deps));
    case 'compare':
      return withArgs(readCompareArgs(rest), (args) => showComparison(args, deps));
    case 'register':
      return withArgs(readRegisterArgs(rest), (args) => makeRegister(args, deps));
    case 'holidays':
      return withArgs(readHolidaysArgs(rest), (args) => showHolidays(args, deps));
    case 'confirm':
      return withArgs(readConfirmArgs(rest), (args) =>
        confirmSender(args, { ...deps, now: () => new Date(deps.now()) }),
      );
    case 'case':
      return withArgs(readCaseArgs(rest), (args) => workOnCase(args, deps));
  }
  return withArgs(readArgs(argv), async (args) => {
    switch (args.command) {
      case 'help':
        say(HELP);
        return OK;
      case 'templates':
        return listTemplates(say);
      case 'rules':
        return listRules(deps);
      case 'check':
        return check(args, deps);
      case 'consolidate':
        return consolidateTo(args, deps);
    }
  });
}

function listTemplates(say: Console['say']): number {
  for (const t of templates())
    say(
      `${t.id.padEnd(12)} ${t.version.padEnd(8)} ` +
        `${t.rowMode === 'fixed' ? `${t.rows.length} dòng` : 'dòng tự do'.padEnd(7)}  ${t.name}`,
    );
  return OK;
}

function listRules({ rules, say }: PhulucDeps): number {
  for (const r of rules()) say(`${r.id.padEnd(24)} ${r.severity.padEnd(8)} ${r.summary}`);
  return OK;
}
