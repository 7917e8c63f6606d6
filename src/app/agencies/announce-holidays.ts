import type { Outcome } from '../../core/model/outcome';
import { parseRegister } from '../../core/agencies/parse-register';
import type { AnnouncedYear } from '../../core/model/holidays';

/**
 * The text of a register with the announced days of a year in the place of what it had for that year; `message` is one
 * Vietnamese sentence.
 */
export function announceHolidays(register: string, year: AnnouncedYear): Outcome<{ content: string }> {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(register.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  } catch {
    return { ok: false, message: 'Tệp danh mục không phải là JSON đọc được.' };
  }
  const before = parseRegister(json);
  if (!before.ok) return before;
  const others = (before.register.holidays ?? []).filter((y) => y.year !== year.year);
  // The rest of the file stays as it was typed.
  const next = { ...json, holidays: [...others, year].sort((a, b) => a.year - b.year) };
  const parsed = parseRegister(next);
  return parsed.ok ? { ok: true, content: `${JSON.stringify(next, null, 2)}\n` } : parsed;
}
