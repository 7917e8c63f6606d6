import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbookReader } from '../../app/ports';
import { announceHolidays } from '../../app/agencies/announce-holidays';
import { registerFromGrid } from '../../app/agencies/register-from-grid';
import { parseRegister } from '../../core/agencies/parse-register';
import type { WrongUsage } from '../args';
import { writeWhole } from '../write-file';
import { readOptions, type Console } from './read-options';

export interface RegisterArgs {
  list: string;
  province: string;
  out: string;
  force: boolean;
}

/** Reads what follows "register" on the command line. */
export function readRegisterArgs(rest: readonly string[]): RegisterArgs | WrongUsage {
  const read = readOptions(rest, ['province', 'out'], ['force']);
  if ('wrong' in read) return read;
  const {
    values: v,
    positionals: [list, ...more],
    flags,
  } = read;
  if (list === undefined || more.length > 0) return { wrong: 'Lệnh register cần một tệp danh sách cơ quan, đơn vị.' };
  if (!v['province']) return { wrong: 'Lệnh register cần --province "Tên tỉnh".' };
  if (!v['out']?.toLowerCase().endsWith('.json')) return { wrong: 'Lệnh register cần --out DANHMUC.json.' };
  return { list, province: v['province'], out: v['out'], force: flags.has('force') };
}

/** Announced days off are in no list of agencies: those of the register that is overwritten stay. */
async function withHolidays(before: string, content: string): Promise<string> {
  const text = await readFile(before, 'utf8').catch(() => null);
  if (text === null) return content;
  try {
    const parsed = parseRegister(JSON.parse(text));
    return (parsed.ok ? (parsed.register.holidays ?? []) : []).reduce((now, year) => {
      const done = announceHolidays(now, year);
      return done.ok ? done.content : now;
    }, content);
  } catch {
    return content;
  }
}

/** Writes a register from a list. Exit codes: 0 written, 2 wrong usage, 3 no register can be made of the file. */
export async function makeRegister(args: RegisterArgs, deps: Console & { reader: WorkbookReader }): Promise<0 | 2 | 3> {
  // A register may have been mended by hand.
  if (
    !args.force &&
    (await stat(args.out).then(
      () => true,
      () => false,
    ))
  ) {
    deps.complain(`Đã có tệp ${args.out}; muốn ghi đè thì thêm --force.`);
    return 2;
  }
  if (
    !(await stat(args.list).then(
      (s) => s.isFile(),
      () => false,
    ))
  ) {
    deps.complain(`Không có tệp "${args.list}".`);
    return 2;
  }
  const read = await deps.reader.read({
    file: path.basename(args.list),
    bytes: new Uint8Array(await readFile(args.list)),
  });
  if (!read.ok) {
    deps.complain(read.reason);
    return 3;
  }
  const made = registerFromGrid(read.grids, args.province);
  made.warnings.forEach(deps.complain);
  if (!made.ok) {
    deps.complain(made.message);
    return 3;
  }
  await writeWhole(args.out, await withHolidays(args.out, made.content));
  const count = (level: string): number => made.register.agencies.filter((a) => a.level === level).length;
  deps.say(
    `Danh mục: ${args.out} – ${made.register.agencies.length} đơn vị (cấp tỉnh ${count('province')}, cấp huyện ` +
      `${count('district')}, cấp xã ${count('commune')}).`,
  );
  return 0;
}
