import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { announceHolidays } from '../../app/agencies/announce-holidays';
import { registerFromGrid } from '../../app/agencies/register-from-grid';
import { parseRegister } from '../../core/agencies/parse-register';
import { command } from '../table/command';
import { DONE, nothing, wrong } from '../table/outcome';
import { writeWhole } from '../write-file';

/** Writes a register from a list; never over one that is there, which may have been mended by hand, unless asked. */
export const register = command({
  name: 'register',
  summary: 'Lập danh mục cơ quan, đơn vị từ danh sách Excel.',
  about: [
    'Danh sách có cột Tên cơ quan, đơn vị; nếu có: Cấp, Mã, Ký hiệu, Tên khác, Từ ngày, Đến ngày, Kế thừa.',
    'Mã thoát 3 nếu không lập được danh mục từ tệp.',
  ],
  words: [{ name: 'DANHSACH.xlsx', help: 'một tệp danh sách cơ quan, đơn vị', file: 'read' }],
  options: {
    province: { kind: 'text', value: '"Tên tỉnh"', help: 'tên tỉnh', required: true },
    out: {
      kind: 'text',
      value: 'DANHMUC.json',
      help: 'tệp danh mục được lập',
      required: true,
      file: 'written',
      check: (text) => (/\.json$/i.test(text) ? null : 'Lệnh register cần --out DANHMUC.json.'),
    },
    force: { kind: 'flag', help: 'ghi đè danh mục đã có' },
  },
  async run({ words: [list = ''], options }, deps) {
    const there = await stat(options.out).then(
      () => true,
      () => false,
    );
    if (there && !options.force) return wrong(`Đã có tệp ${options.out}; muốn ghi đè thì thêm --force.`);
    const isFile = await stat(list).then(
      (s) => s.isFile(),
      () => false,
    );
    if (!isFile) return wrong(`Không có tệp "${list}".`);
    const read = await deps.reader.read({ file: path.basename(list), bytes: new Uint8Array(await readFile(list)) });
    if (!read.ok) return nothing(read.message);
    const made = registerFromGrid(read.grids, options.province);
    made.warnings.forEach(deps.complain);
    if (!made.ok) return nothing(made.message);
    await writeWhole(options.out, await withHolidays(options.out, made.content));
    const count = (level: string): number => made.register.agencies.filter((a) => a.level === level).length;
    deps.say(
      `Danh mục: ${options.out} – ${made.register.agencies.length} đơn vị (cấp tỉnh ${count('province')}, ` +
        `cấp huyện ${count('district')}, cấp xã ${count('commune')}).`,
    );
    return DONE;
  },
});

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
