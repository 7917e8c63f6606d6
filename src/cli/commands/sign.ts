import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentWriter, WorkbookWriter } from '../../app/ports';
import { signSet, type SignOptions } from '../../app/sign-set';
import type { WrongUsage } from '../args';
import { liesWithin } from '../lies-within';
import { run, type RunDeps } from '../run';
import { writeWhole } from '../write-file';

export interface SignArgs { paths: string[]; out: string; agencies: string | null; confirmations: string | null; casePath: string | null; period: string | null; options: SignOptions }

/** Reads what follows "sign" on the command line. */
export function readSignArgs(rest: readonly string[]): SignArgs | WrongUsage {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest], allowPositionals: true, strict: true,
      options: { out: text, numerals: text, place: text, issuer: text, name: text, preparer: text, agencies: text, confirmations: text, case: text, period: text, signer: { type: 'string', multiple: true } },
    });
  } catch (error) {
    return { wrong: `Tham số không đúng: ${(error as Error).message}` };
  }
  const { values: v, positionals } = parsed;
  if (positionals.length === 0) return { wrong: 'Lệnh sign cần ít nhất một tệp hoặc thư mục.' };
  if (v.out === undefined) return { wrong: 'Lệnh sign cần --out THUMUC.' };
  if (v.numerals !== undefined && v.numerals !== 'roman' && v.numerals !== 'arabic') return { wrong: '--numerals là roman (Phụ lục II) hoặc arabic (Phụ lục 2).' };
  if (liesWithin(v.out, positionals)) return { wrong: `--out phải nằm ngoài thư mục được đọc, để lần sau không đọc nhầm tệp đã ghi.` };
  return {
    paths: positionals, out: v.out, agencies: v.agencies ?? null, confirmations: v.confirmations ?? null, casePath: v.case ?? null, period: v.period ?? null,
    options: {
      // Roman numerals are what Nghị định 30/2020 asks for.
      numerals: v.numerals ?? 'roman', ...(v.place ? { place: v.place } : {}), ...(v.issuer ? { issuer: v.issuer } : {}),
      ...(v.signer ? { signers: v.signer } : {}), ...(v.name ? { signerName: v.name } : {}), ...(v.preparer !== undefined ? { preparer: v.preparer } : {}),
    },
  };
}

export interface SignDeps extends RunDeps { workbooks: WorkbookWriter; documents: DocumentWriter; say(line: string): void; complain(line: string): void }

/** Exit codes: 0 written, 2 wrong usage, 3 the proof does not close or there is nothing. */
export async function writeSignedSet(args: SignArgs, deps: SignDeps): Promise<0 | 2 | 3> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) { deps.complain(result.wrong); return 2; }
  const set = signSet(result, args.options);
  if (!set.ok) {
    deps.complain(set.reason === 'proof' ? 'Không lập bộ trình ký vì đối soát không khớp.' : 'Không có phụ lục nào để tổng hợp, nên không lập bộ trình ký.');
    return 3;
  }
  const year = result.period?.label.replace(/[\\/:*?"<>|]/g, '-') ?? '';
  const base = path.join(args.out, `Phụ lục báo cáo CCHC${year ? ` ${year}` : ''}`);
  await mkdir(args.out, { recursive: true });
  await writeWhole(`${base}.xlsx`, await deps.workbooks.write(set.plan));
  await writeWhole(`${base}.docx`, await deps.documents.writeAppendices(set.plan));
  const errors = result.findings.filter((f) => f.severity === 'error').length;
  if (errors > 0) deps.complain(`Lưu ý: còn ${errors} lỗi chưa được đơn vị chỉnh sửa; xem phuluc check.`);
  deps.say(`Bộ trình ký: ${base}.xlsx`);
  deps.say(`             ${base}.docx`);
  return 0;
}
