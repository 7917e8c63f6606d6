import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { confirmAgency } from '../../app/agencies/confirm-agency';
import { receiveFile, type ReceiveDeps } from '../../app/receive/receive-file';
import { templates } from '../../core/templates/registry';
import type { ReceivedFile } from '../../core/model/submission';
import type { Register } from '../../core/agencies/register-schema';
import type { WrongUsage } from '../args';
import { loadConfirmations } from '../load-confirmations';
import { loadRegister } from '../load-register';
import { writeWhole } from '../write-file';
import { optionTrouble } from '../option-trouble';

export interface ConfirmArgs {
  target: string;
  file: string;
  code: string;
  by: string | null;
  agencies: string | null;
}

/** Reads what follows "confirm" on the command line. */
export function readConfirmArgs(rest: readonly string[]): ConfirmArgs | WrongUsage {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: { by: { type: 'string' }, agencies: { type: 'string' } },
    });
  } catch (error) {
    return { wrong: optionTrouble(error) };
  }
  const [target, file, code, ...more] = parsed.positionals;
  if (target === undefined || file === undefined || code === undefined || more.length > 0)
    return { wrong: 'Lệnh confirm cần tệp xác nhận, tên tệp nhận được và mã đơn vị.' };
  if (!target.toLowerCase().endsWith('.json')) return { wrong: 'Tệp xác nhận phải có đuôi .json.' };
  return { target, file, code, by: parsed.values.by ?? null, agencies: parsed.values.agencies ?? null };
}

export interface ConfirmDeps extends ReceiveDeps {
  now(): Date;
  say(line: string): void;
  complain(line: string): void;
}

/** Exit codes: 0 written, 2 wrong usage, 3 nothing by which the file could be known again. */
export async function confirmSender(args: ConfirmArgs, deps: ConfirmDeps): Promise<0 | 2 | 3> {
  const loaded = await loadRegister(args.agencies, [args.file]);
  if ('wrong' in loaded) {
    deps.complain(loaded.wrong);
    return 2;
  }
  const agency = loaded.register?.agencies.find((a) => a.code === args.code);
  if (loaded.register && !agency) {
    deps.complain(`Danh mục ${loaded.from ?? ''} không có mã "${args.code}".`);
    return 2;
  }
  const before = await loadConfirmations(args.target, true);
  if ('wrong' in before) {
    deps.complain(before.wrong);
    return 2;
  }
  const done = confirmAgency(
    before.confirmations,
    await marksOf(args.file, loaded.register, deps),
    args.code,
    args.by ?? undefined,
    deps.now().toISOString(),
  );
  if (!done.ok) {
    deps.complain(done.message);
    return 3;
  }
  await writeWhole(args.target, done.content);
  deps.say(
    `Đã ghi nhớ: ${path.basename(args.file)} là của ${agency?.name ?? args.code} (${args.target}, ` +
      `${done.confirmations.confirmations.length} đơn vị).`,
  );
  return 0;
}

/** A file that is at hand is read for its letterhead and symbol; of one that is not, only the name counts. */
async function marksOf(
  given: string,
  register: Register | null,
  deps: ReceiveDeps,
): Promise<Pick<ReceivedFile, 'file' | 'marks'>> {
  const file = given.replace(/\\/g, '/');
  if (
    !(await stat(given).then(
      (s) => s.isFile(),
      () => false,
    ))
  )
    return { file };
  const bytes = new Uint8Array(await readFile(given));
  return receiveFile({ file, bytes }, deps, { templates: templates(), register, period: null });
}
