import { parseArgs } from 'node:util';
import { letterDefaults } from '../../app/returns/letter-defaults';
import { makeReturns } from '../../app/returns/make-returns';
import type { NoticeOptions } from '../../app/returns/notice-words';
import type { DocumentWriter, FileAnnotator, SourceFile } from '../../app/ports';
import { returnNotices } from '../../app/returns/return-notice';
import type { WrongUsage } from '../args';
import { collectFiles } from '../collect-files';
import { loadRegister } from '../load-register';
import { liesWithin } from '../lies-within';
import { readSources } from '../read-sources';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { writeTree, type ZipFiles } from '../write-tree';
import { optionTrouble } from '../option-trouble';

export interface ReturnArgs {
  paths: string[];
  out: string;
  agency: string | null;
  questions: boolean;
  agencies: string | null;
  confirmations: string | null;
  casePath: string | null;
  period: string | null;
  letter: NoticeOptions;
}

/** Reads what follows "return" on the command line. */
export function readReturnArgs(rest: readonly string[]): ReturnArgs | WrongUsage {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: {
        out: text,
        agency: text,
        agencies: text,
        confirmations: text,
        case: text,
        period: text,
        deadline: text,
        issuer: text,
        superior: text,
        place: text,
        symbol: text,
        name: text,
        signer: { type: 'string', multiple: true },
        all: { type: 'boolean' },
      },
    });
  } catch (error) {
    return { wrong: optionTrouble(error) };
  }
  const { values: v, positionals } = parsed;
  if (positionals.length === 0) return { wrong: 'Lệnh return cần ít nhất một tệp hoặc thư mục.' };
  if (v.out === undefined) return { wrong: 'Lệnh return cần --out THUMUC (hoặc TEP.zip).' };
  if (liesWithin(v.out, positionals))
    return { wrong: `--out phải nằm ngoài thư mục được đọc, để lần sau không đọc nhầm tệp đã ghi.` };
  return {
    paths: positionals,
    out: v.out,
    agency: v.agency ?? null,
    questions: v.all ?? false,
    agencies: v.agencies ?? null,
    confirmations: v.confirmations ?? null,
    casePath: v.case ?? null,
    period: v.period ?? null,
    letter: {
      ...(v.deadline ? { deadline: v.deadline } : {}),
      ...(v.issuer ? { issuer: v.issuer } : {}),
      ...(v.superior ? { superior: v.superior } : {}),
      ...(v.place ? { place: v.place } : {}),
      ...(v.symbol ? { symbol: v.symbol } : {}),
      ...(v.signer ? { signers: v.signer } : {}),
      ...(v.name ? { signerName: v.name } : {}),
    },
  };
}

export interface ReturnDeps extends RunDeps {
  annotator: FileAnnotator;
  documents: DocumentWriter;
  zip: ZipFiles;
  say(line: string): void;
  complain(line: string): void;
}

/** Exit codes: 0 something was written, 2 wrong usage, 3 nothing to return. */
export async function returnFiles(args: ReturnArgs, deps: ReturnDeps): Promise<0 | 2 | 3> {
  const result = await run({ ...args, except: args.out }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  const loaded = await loadRegister(args.agencies, args.paths);
  const choice = { questions: args.questions, ...(args.agency === null ? {} : { agency: args.agency }) };
  const notices = returnNotices(result, choice, {
    ...letterDefaults('wrong' in loaded ? null : (loaded.register ?? null)),
    ...args.letter,
  });
  if (notices.length === 0) {
    deps.complain(
      args.agency === null
        ? 'Không có đơn vị nào cần trả lại tệp.'
        : `Đơn vị ${args.agency} không có nội dung nào cần trả lại, hoặc không có trong các tệp đã đọc.`,
    );
    return 3;
  }
  const found = await collectFiles(args.paths);
  const files = 'missing' in found ? [] : found.files;
  const source = async (file: string): Promise<SourceFile> => {
    // A file in an archive is called by the archive's name and its own.
    const at = files.find((f) => f.file === file || file.startsWith(`${f.file}/`)) ?? { path: file, file };
    return (await readSources(at, deps)).find((s) => s.file === file) ?? { file, bytes: new Uint8Array() };
  };
  const made = await makeReturns(notices, { annotator: deps.annotator, documents: deps.documents, source });
  await writeTree(args.out, made, deps.zip);
  for (const n of notices)
    deps.say(`${n.name}: ${n.errors.length} nội dung cần chỉnh sửa, ${n.questions.length} nội dung cần giải trình`);
  deps.say(`Đã ghi ${made.length} tệp cho ${notices.length} đơn vị: ${args.out}`);
  return 0;
}
