import { board } from './commands/board';
import { DECISIONS } from './commands/case/decisions';
import { caseFindings, casePreview, caseShow } from './commands/case/look';
import { caseNew, caseSave } from './commands/case/save';
import { check } from './commands/check';
import { compare } from './commands/compare';
import { confirm } from './commands/confirm';
import { consolidate } from './commands/consolidate';
import { diff } from './commands/diff';
import { holidays } from './commands/holidays';
import { listRules, listTemplates } from './commands/lists';
import { register } from './commands/register';
import { returnFiles } from './commands/return';
import { sign } from './commands/sign';
import { trace } from './commands/trace';
import type { Command } from './table/command';

/** Every command, in the order of the help. To add one: write its file in commands/ and name it here. */
export const COMMANDS: readonly Command[] = [
  check,
  consolidate,
  returnFiles,
  sign,
  board,
  trace,
  diff,
  compare,
  caseNew,
  caseSave,
  caseShow,
  caseFindings,
  casePreview,
  ...DECISIONS,
  register,
  holidays,
  confirm,
  listTemplates,
  listRules,
];
