import { readFile } from 'node:fs/promises';
import { announceHolidays } from '../../app/agencies/announce-holidays';
import { parseRegister } from '../../core/agencies/parse-register';
import type { AnnouncedYear } from '../../core/model/holidays';
import { formatDate } from '../../core/text/format-number';
import type { WrongUsage } from '../args';
import { writeWhole } from '../write-file';
import { readOptions, type Console } from './read-options';
import { fileReason } from '../file-trouble';

export interface HolidaysArgs {
  register: string;
  year: AnnouncedYear | null;
}

/** Reads what follows "holidays" on the command line; several days are separated by commas. */
export function readHolidaysArgs(rest: readonly string[]): HolidaysArgs | WrongUsage {
  const read = readOptions(rest, ['year', 'off', 'work', 'source']);
  if ('wrong' in read) return read;
  const {
    values: v,
    positionals: [register, ...more],
  } = read;
  if (register === undefined || more.length > 0) return { wrong: 'Lệnh holidays cần tệp danh mục (DANHMUC.json).' };
  const list = (text: string | undefined): string[] =>
    (text ?? '')
      .split(',')
      .map((d) => d.trim())
      .filter(Boolean);
  if (v['year'] === undefined)
    return v['off'] || v['work'] || v['source'] ? { wrong: 'Lịch nghỉ cần --year NĂM.' } : { register, year: null };
  if (!/^20\d\d$/.test(v['year'])) return { wrong: '--year là năm, ví dụ 2026.' };
  if (!v['off'] && !v['work']) return { wrong: 'Lịch nghỉ cần --off (ngày nghỉ) hoặc --work (ngày làm bù).' };
  return {
    register,
    year: {
      year: Number(v['year']),
      off: list(v['off']),
      work: list(v['work']),
      ...(v['source'] ? { source: v['source'] } : {}),
    },
  };
}

/** Prints the announced days of a register, or writes those of a year into it. Exit codes: 0, 2 wrong usage. */
export async function showHolidays({ register: from, year }: HolidaysArgs, deps: Console): Promise<0 | 2> {
  let text: string;
  try {
    text = await readFile(from, 'utf8');
  } catch (error) {
    deps.complain(`Không đọc được danh mục cơ quan ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`);
    return 2;
  }
  const done = year ? announceHolidays(text, year) : { ok: true as const, content: text };
  if (!done.ok) {
    deps.complain(`${from}: ${done.message}`);
    return 2;
  }
  if (year) await writeWhole(from, done.content);
  let json: unknown = null;
  try {
    json = JSON.parse(done.content);
  } catch {
    /* told below */
  }
  const parsed = parseRegister(json);
  if (!parsed.ok) {
    deps.complain(`${from}: ${parsed.message}`);
    return 2;
  }
  const years = parsed.register.holidays ?? [];
  if (years.length === 0)
    deps.say('Danh mục chưa có thông báo nghỉ lễ của năm nào; hạn gửi tính theo lịch nghỉ thường lệ.');
  for (const y of years)
    deps.say(`Năm ${y.year}: nghỉ thêm ${words(y.off)}; làm bù ${words(y.work)}${y.source ? ` (${y.source})` : ''}`);
  return 0;
}

function words(days: readonly string[]): string {
  return days.length === 0 ? 'không' : days.map((d) => d.split('/').map(formatDate).join(' – ')).join(', ');
}
