import { announceHolidays } from '../../src/app/agencies/announce-holidays';
import { parseRegister } from '../../src/core/agencies/parse-register';
import { deadlineWords } from '../../src/core/text/deadline-words';
import { isWorkingDay, workingDayAfter } from '../../src/core/text/working-days';

const REGISTER = JSON.stringify({
  schema: 1,
  note: 'Giữ nguyên',
  province: { name: 'Khánh Hòa' },
  agencies: [{ code: 'STP', name: 'Sở Tư pháp', level: 'province' }],
});
const MARCH = { year: 2026, off: ['2026-03-16/2026-03-17'], work: ['2026-03-21'], source: 'Thông báo số 1' };

function announced(
  register: string,
  ...years: (typeof MARCH)[]
): NonNullable<Extract<ReturnType<typeof parseRegister>, { ok: true }>['register']['holidays']> {
  const content = years.reduce((text, year) => {
    const done = announceHolidays(text, year);
    if (!done.ok) throw new Error(done.message);
    return done.content;
  }, register);
  const parsed = parseRegister(JSON.parse(content));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.register.holidays ?? [];
}

test('days off and swapped days of the announcement move the deadline, and the deadline says what it rests on', () => {
  const days = announced(REGISTER, MARCH);
  expect(isWorkingDay('2026-03-21')).toMatchObject({ works: false, known: true, announced: false });
  expect(isWorkingDay('2026-03-21', days)).toMatchObject({ works: true, announced: true });
  // 14/3/2026 is a Saturday.
  expect(workingDayAfter('2026-03-14', 2)).toEqual({ day: '2026-03-17', known: true });
  expect(workingDayAfter('2026-03-14', 2, days)).toEqual({ day: '2026-03-19', known: true, announced: true });
  expect(workingDayAfter('2026-03-19', 2, days).day).toBe('2026-03-21');
  expect(deadlineWords(workingDayAfter('2026-03-14', 2, days))).toContain(
    '19/03/2026 (đã trừ ngày nghỉ theo thông báo năm 2026',
  );
  expect(deadlineWords(workingDayAfter('2026-03-14', 2))).toContain('danh mục chưa có thông báo nghỉ lễ năm 2026');
  expect(deadlineWords(workingDayAfter('2040-03-14', 2))).toContain('chưa có lịch nghỉ năm 2040');
});

test('an announcement of another year says nothing of this one; over the turn of the year both are needed', () => {
  const days = announced(REGISTER, MARCH);
  expect(workingDayAfter('2040-03-14', 2, days)).toEqual({ day: '2040-03-16', known: false });
  expect(workingDayAfter('2026-12-30', 2, days)).toEqual({ day: '2027-01-04', known: true });
});

test('a year told again replaces what was there; the rest of the register stays as typed', () => {
  expect(announced(REGISTER, MARCH, { ...MARCH, off: ['2026-03-18'], work: [] })).toEqual([
    { ...MARCH, off: ['2026-03-18'], work: [] },
  ]);
  const done = announceHolidays(REGISTER, MARCH);
  expect(done.ok && JSON.parse(done.content)).toEqual({ ...JSON.parse(REGISTER), holidays: [MARCH] });
});

test.each([
  ['a day that is none', { ...MARCH, off: ['2026-02-30'] }],
  ['a span that ends before it begins', { ...MARCH, off: ['2026-03-17/2026-03-16'] }],
  ['a day of another year', { ...MARCH, work: ['2025-03-21'] }],
  ['no day at all', { ...MARCH, off: ['hai ngày'] }],
])('%s is refused with words, and nothing is written', (_, year) => {
  expect(announceHolidays(REGISTER, year)).toEqual({ ok: false, message: expect.stringMatching(/ngày/) });
});
