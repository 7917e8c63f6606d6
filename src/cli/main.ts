import { stat } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { buildPlan } from '../core/plan/build-plan';
import { templates } from '../core/templates/registry';
import { ruleList } from '../core/validate/rule-list';
import { makeReport } from '../app/make-report';
import { createAnnotator } from '../files/annotate/create-annotator';
import { createDocumentWriter } from '../files/docx-writer/create-document-writer';
import { createReader } from '../files/readers/read-workbook';
import { webHasher } from '../files/web-hasher';
import { createXlsxWriter } from '../files/xlsx-writer/create-xlsx-writer';
import { readReturnArgs, returnFiles } from './commands/return';
import { readSignArgs, writeSignedSet } from './commands/sign';
import { HELP, readArgs, type CheckArgs, type ConsolidateArgs } from './args';
import { findingLines, countWords } from './print-findings';
import { summaryLines } from './print-summary';
import { run } from './run';
import { writeWhole } from './write-file';

const OK = 0;
const FOUND_ERRORS = 1;
const WRONG_USAGE = 2;
const NO_RESULT = 3;

const out = (line: string): void => { process.stdout.write(`${line}\n`); };
const complain = (line: string): void => { process.stderr.write(`${line}\n`); };

function progress(done: number, total: number, file: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < total ? `\r\u001b[KĐang đọc ${done + 1}/${total}: ${file}` : '\r\u001b[K');
}

const deps = {
  // Node's own inflate is twice as fast as the one for browsers; the size limit is the same.
  reader: createReader({ inflate: (deflated: Uint8Array, size: number) => inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) }) }),
  hasher: webHasher,
  progress,
};

async function check(args: CheckArgs): Promise<number> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) { complain(result.wrong); return WRONG_USAGE; }
  findingLines(result, args.all).forEach(out);
  out('');
  out(`${result.files.length} tệp: ${countWords(result.findings)}`);
  if (args.json) await writeWhole(args.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
  return result.findings.some((f) => f.severity === 'error') ? FOUND_ERRORS : OK;
}

async function consolidateTo(args: ConsolidateArgs): Promise<number> {
  const result = await run({ ...args, except: path.resolve(args.out) }, deps);
  if ('wrong' in result) { complain(result.wrong); return WRONG_USAGE; }
  summaryLines(result).forEach(out);
  if (args.json) await writeWhole(args.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
  const { consolidation, findings, files } = result;
  if (!consolidation.proof.closes) { complain('Không ghi kết quả vì đối soát không khớp.'); return NO_RESULT; }
  if (consolidation.tables.length === 0) { complain('Không có phụ lục nào để tổng hợp, nên không ghi kết quả.'); return NO_RESULT; }
  const plan = buildPlan({ consolidation, templates: templates(), findings, files, options: { filesBase: await linkBase(args) } });
  await writeWhole(args.out, await createXlsxWriter().write(plan));
  out(`Kết quả: ${args.out}`);
  return OK;
}

/** Where the received files lie as seen from the result, for links; null where several folders make that unclear. */
async function linkBase(args: ConsolidateArgs): Promise<string | null> {
  const [only, ...more] = args.paths;
  if (only === undefined || more.length > 0) return null;
  const folder = (await stat(only)).isDirectory() ? only : path.dirname(only);
  return path.relative(path.dirname(path.resolve(args.out)), path.resolve(folder)).replace(/\\/g, '/');
}

function listTemplates(): number {
  for (const t of templates()) out(`${t.id.padEnd(12)} ${t.version.padEnd(8)} ${t.rowMode === 'fixed' ? `${t.rows.length} dòng` : 'dòng tự do'.padEnd(7)}  ${t.name}`);
  return OK;
}

function listRules(): number {
  for (const r of ruleList()) out(`${r.id.padEnd(24)} ${r.severity.padEnd(8)} ${r.summary}`);
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
  const more = { ...deps, documents: createDocumentWriter(), say: out, complain };
  if (command === 'return') return withArgs(readReturnArgs(rest), (args) => returnFiles(args, { ...more, annotator: createAnnotator() }));
  if (command === 'sign') return withArgs(readSignArgs(rest), (args) => writeSignedSet(args, { ...more, workbooks: createXlsxWriter() }));
  const args = readArgs(process.argv.slice(2));
  if ('wrong' in args) { complain(args.wrong); complain(''); complain(HELP); return WRONG_USAGE; }
  switch (args.command) {
    case 'help': out(HELP); return OK;
    case 'templates': return listTemplates();
    case 'rules': return listRules();
    case 'check': return check(args);
    case 'consolidate': return consolidateTo(args);
  }
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  complain(`Lỗi của chương trình: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  process.exitCode = 70;
});
