import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentWriter, WorkbookWriter } from '../../app/ports';
import { signNoteWords } from '../../app/signing/sign-note-words';
import { signNotes } from '../../app/signing/sign-notes';
import { signedName } from '../../app/signing/signed-name';
import { signOptions, signSet, type SignOptions } from '../../app/signing/sign-set';
import { readDate } from '../../core/text/date';
import type { WrongUsage } from '../args';
import { liesWithin } from '../lies-within';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { writeWhole } from '../write-file';
import { optionTrouble } from '../option-trouble';

export interface SignArgs {
  paths: string[];
  out: string;
  agencies: string | null;
  confirmations: string | null;
  casePath: string | null;
  period: string | null;
  options: SignOptions;
}

/** Reads what follows "sign" on the command line. */
export function readSignArgs(rest: readonly string[]): SignArgs | WrongUsage {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: {
        out: text,
        numerals: text,
        place: text,
        issuer: text,
        name: text,
        preparer: text,
        'report-number': text,
        'report-date': text,
        agencies: text,
        confirmations: text,
        case: text,
        period: text,
        signer: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    return { wrong: optionTrouble(error) };
  }
  const { values: v, positionals } = parsed;
  if (positionals.length === 0) return { wrong: 'Lệnh sign cần ít nhất một tệp hoặc thư mục.' };
  if (v.out === undefined) return { wrong: 'Lệnh sign cần --out THUMUC.' };
  if (v.numerals !== undefined && v.numerals !== 'roman' && v.numerals !== 'arabic')
    return { wrong: '--numerals là roman (Phụ lục II) hoặc arabic (Phụ lục 2).' };
  const day = v['report-date'] === undefined ? null : readDate(v['report-date']);
  if (day && (day.kind !== 'date' || day.from !== day.to))
    return { wrong: '--report-date là một ngày, ví dụ 15/12/2020.' };
  if (liesWithin(v.out, positionals))
    return { wrong: `--out phải nằm ngoài thư mục được đọc, để lần sau không đọc nhầm tệp đã ghi.` };
  return {
    paths: positionals,
    out: v.out,
    agencies: v.agencies ?? null,
    confirmations: v.confirmations ?? null,
    casePath: v.case ?? null,
    period: v.period ?? null,
    options: {
      ...(v.numerals ? { numerals: v.numerals } : {}),
      ...(v.place ? { place: v.place } : {}),
      ...(v.issuer ? { issuer: v.issuer } : {}),
      ...(v.signer ? { signers: v.signer } : {}),
      ...(v.name ? { signerName: v.name } : {}),
      ...(v.preparer !== undefined ? { preparer: v.preparer } : {}),
      ...(v['report-number'] ? { reportNumber: v['report-number'] } : {}),
      ...(day?.kind === 'date' ? { reportDate: day.from } : {}),
    },
  };
}

export interface SignDeps extends RunDeps {
  workbooks: WorkbookWriter;
  documents: DocumentWriter;
  say(line: string): void;
  complain(line: string): void;
}

/** Exit codes: 0 written, 2 wrong usage, 3 the proof does not close or there is nothing. */
export async function writeSignedSet(args: SignArgs, deps: SignDeps): Promise<0 | 2 | 3> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  const set = signSet(result, signOptions(result.state.settings, args.options));
  if (!set.ok) {
    deps.complain(
      set.reason === 'proof'
        ? 'Không lập bộ trình ký vì đối soát không khớp.'
        : 'Không có phụ lục nào để tổng hợp, nên không lập bộ trình ký.',
    );
    return 3;
  }
  const base = path.join(args.out, signedName(result.period));
  await mkdir(args.out, { recursive: true });
  await writeWhole(`${base}.xlsx`, await deps.workbooks.write(set.plan));
  await writeWhole(`${base}.docx`, await deps.documents.writeAppendices(set.plan));
  for (const note of signNotes(result)) deps.complain(`Lưu ý: ${signNoteWords(note)}`);
  deps.say(`Bộ trình ký: ${base}.xlsx`);
  deps.say(`             ${base}.docx`);
  return 0;
}
