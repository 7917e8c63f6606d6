import { readFile } from 'node:fs/promises';
import { announceHolidays } from '../../app/agencies/announce-holidays';
import { parseRegister } from '../../core/agencies/parse-register';
import type { Register } from '../../core/agencies/register-schema';
import { formatDate } from '../../core/text/format-number';
import { fileReason } from '../file-trouble';
import { command } from '../table/command';
import { DONE, wrong } from '../table/outcome';
import { writeWhole } from '../write-file';

/** Prints the announced days of a register, or writes those of a year into it. */
export const holidays = command({
  name: 'holidays',
  summary:
    'Ghi lịch nghỉ, ngày làm bù theo thông báo của năm vào danh mục để tính hạn gửi; không có --year: in lịch đang có.',
  words: [{ name: 'DANHMUC.json', help: 'tệp danh mục (DANHMUC.json)', file: 'kept' }],
  options: {
    year: {
      kind: 'text',
      value: '2026',
      help: 'năm của thông báo',
      check: (text) => (/^20\d\d$/.test(text) ? null : '--year là năm, ví dụ 2026.'),
    },
    off: { kind: 'text', value: '2026-02-16/2026-02-20,2026-08-31', help: 'ngày nghỉ, cách nhau bằng dấu phẩy' },
    work: { kind: 'text', value: '2026-02-28', help: 'ngày làm bù, cách nhau bằng dấu phẩy' },
    source: { kind: 'text', value: '"Thông báo số …"', help: 'văn bản thông báo' },
  },
  async run({ words: [from = ''], options: { year, off, work, source } }, deps) {
    if (year === null && (off || work || source)) return wrong('Lịch nghỉ cần --year NĂM.');
    if (year !== null && !off && !work) return wrong('Lịch nghỉ cần --off (ngày nghỉ) hoặc --work (ngày làm bù).');
    let text: string;
    try {
      text = await readFile(from, 'utf8');
    } catch (error) {
      return wrong(`Không đọc được danh mục cơ quan ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`);
    }
    if (year !== null) {
      const announced = { year: Number(year), off: days(off), work: days(work), ...(source ? { source } : {}) };
      const done = announceHolidays(text, announced);
      if (!done.ok) return wrong(`${from}: ${done.message}`);
      text = done.content;
      await writeWhole(from, text);
    }
    const parsed = parseRegister(jsonOf(text));
    if (!parsed.ok) return wrong(`${from}: ${parsed.message}`);
    holidayLines(parsed.register).forEach(deps.say);
    return DONE;
  },
});

const days = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((d) => d.trim())
    .filter(Boolean);

/** Null for what is no JSON, which is no register. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function holidayLines({ holidays: years = [] }: Register): string[] {
  return years.length === 0
    ? ['Danh mục chưa có thông báo nghỉ lễ của năm nào; hạn gửi tính theo lịch nghỉ thường lệ.']
    : years.map(
        (y) => `Năm ${y.year}: nghỉ thêm ${words(y.off)}; làm bù ${words(y.work)}${y.source ? ` (${y.source})` : ''}`,
      );
}

function words(list: readonly string[]): string {
  return list.length === 0 ? 'không' : list.map((d) => d.split('/').map(formatDate).join(' – ')).join(', ');
}
