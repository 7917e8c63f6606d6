import { inflateRawSync } from 'node:zlib';
import { templates } from '../core/templates/registry';
import { ruleList } from '../core/validate/rule-list';
import { createAnnotator } from '../files/annotate/create-annotator';
import { createExpander } from '../files/archives/expand-archive';
import { createDocumentWriter } from '../files/docx-writer/create-document-writer';
import { readAttachment } from '../files/readers/read-attachment';
import { createReader } from '../files/readers/read-workbook';
import { openRefusal, sizeRefusal } from '../files/unopened';
import { webHasher } from '../files/web-hasher';
import { createXlsxWriter } from '../files/xlsx-writer/create-xlsx-writer';
import { zipFiles } from '../files/zip/zip-files';
import { readBoardArgs, showBoard } from './commands/board';
import { readCaseArgs, workOnCase } from './commands/case';
import { check } from './commands/check';
import { readCompareArgs, showComparison } from './commands/compare';
import { confirmSender, readConfirmArgs } from './commands/confirm';
import { consolidateTo } from './commands/consolidate';
import { readDiffArgs, showDiff } from './commands/diff';
import { readHolidaysArgs, showHolidays } from './commands/holidays';
import { makeRegister, readRegisterArgs } from './commands/register';
import { readReturnArgs, returnFiles } from './commands/return';
import { readSignArgs, writeSignedSet } from './commands/sign';
import { readTraceArgs, showTrace } from './commands/trace';
import { HELP, readArgs } from './args';

const OK = 0;
const WRONG_USAGE = 2;

// A reader that has seen enough (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); throw error; });

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const complain = (line: string): void => { process.stderr.write(`${line}\n`); };

function progress(done: number, total: number, file: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < total ? `\r\u001b[KĐang đọc ${done + 1}/${total}: ${file}` : '\r\u001b[K');
}

// Node's own inflate is twice as fast as the one for browsers; the size limit is the same.
const inflate = (deflated: Uint8Array, size: number): Uint8Array => inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) });
const deps = {
  reader: createReader({ inflate }), archives: createExpander({ inflate }), unopened: (size: number | null) => (size === null ? openRefusal() : sizeRefusal(size)),
  hasher: webHasher, attachment: readAttachment, workbooks: createXlsxWriter(), documents: createDocumentWriter(), progress, say, complain,
};

function listTemplates(): number {
  for (const t of templates()) say(`${t.id.padEnd(12)} ${t.version.padEnd(8)} ${t.rowMode === 'fixed' ? `${t.rows.length} dòng` : 'dòng tự do'.padEnd(7)}  ${t.name}`);
  return OK;
}

function listRules(): number {
  for (const r of ruleList()) say(`${r.id.padEnd(24)} ${r.severity.padEnd(8)} ${r.summary}`);
  return OK;
}

/** A command that reads its own arguments. */
async function withArgs<T extends object>(args: T | { wrong: string }, carryOut: (args: T) => Promise<number>): Promise<number> {
  if (!('wrong' in args)) return carryOut(args as T);
  complain(String(args.wrong)); complain(''); complain(HELP);
  return WRONG_USAGE;
}

async function main(): Promise<number> {
  const [command, ...rest] = process.argv.slice(2);
  switch (command) {
    case 'return': return withArgs(readReturnArgs(rest), (args) => returnFiles(args, { ...deps, annotator: createAnnotator(), zip: zipFiles }));
    case 'sign': return withArgs(readSignArgs(rest), (args) => writeSignedSet(args, deps));
    case 'board': return withArgs(readBoardArgs(rest), (args) => showBoard(args, deps));
    case 'trace': return withArgs(readTraceArgs(rest), (args) => showTrace(args, deps));
    case 'diff': return withArgs(readDiffArgs(rest), (args) => showDiff(args, deps));
    case 'compare': return withArgs(readCompareArgs(rest), (args) => showComparison(args, deps));
    case 'register': return withArgs(readRegisterArgs(rest), (args) => makeRegister(args, deps));
    case 'holidays': return withArgs(readHolidaysArgs(rest), (args) => showHolidays(args, deps));
    case 'confirm': return withArgs(readConfirmArgs(rest), (args) => confirmSender(args, { ...deps, now: () => new Date() }));
    case 'case': return withArgs(readCaseArgs(rest), (args) => workOnCase(args, { ...deps, now: () => new Date().toISOString() }));
  }
  return withArgs(readArgs(process.argv.slice(2)), async (args) => {
    switch (args.command) {
      case 'help': say(HELP); return OK;
      case 'templates': return listTemplates();
      case 'rules': return listRules();
      case 'check': return check(args, deps);
      case 'consolidate': return consolidateTo(args, deps);
    }
  });
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  complain(`Lỗi của chương trình: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  process.exitCode = 70;
});
