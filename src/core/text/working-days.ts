import type { AnnouncedYear } from '../model/holidays';
import { daysInMonth } from './calendar';

/** Days off of every year, month and day: 1/1, 30/4, 1/5, 2/9 (Bộ luật Lao động 2019, Điều 112). */
const FIXED = ['01-01', '04-30', '05-01', '09-02'];

/**
 * First day of Tết and Giỗ Tổ (10/3 of the lunar year) in the solar calendar. Each year's schedule is set by an
 * announcement that may move days round Tết and 2/9 and swap working days: the register can carry it (AnnouncedYear).
 */
const LUNAR: Readonly<Record<number, readonly [tet: string, hungKings: string]>> = {
  2019: ['02-05', '04-14'],
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
};

/** The day before Tết and the first four of the year: five days off. */
const TET_BEFORE = 1;
const TET_AFTER = 3;

/** The ISO day that many days later (or earlier): ("2020-12-14", 2) is "2020-12-16". */
export function addDays(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

/**
 * Whether offices work on an ISO day. What was announced for the year goes before the law's days; `known` is false in
 * years for which nothing was announced and whose lunar days are not in the table, `announced` says that the year's
 * announcement was used.
 */
export function isWorkingDay(
  day: string,
  announced: readonly AnnouncedYear[] = [],
): { works: boolean; known: boolean; announced: boolean } {
  const year = Number(day.slice(0, 4));
  const told = announced.filter((a) => a.year === year);
  const known = told.length > 0 || LUNAR[year] !== undefined;
  if (told.some((a) => holds(a.work, day))) return { works: true, known, announced: true };
  const off = isWeekend(day) || daysOff(year).has(day) || told.some((a) => holds(a.off, day));
  return { works: !off, known, announced: told.length > 0 };
}

/**
 * The n-th working day after an ISO day: two after Monday 14/12/2020 is Wednesday 16/12/2020. `announced` only where
 * the year's announcement was used.
 */
export function workingDayAfter(
  day: string,
  n: number,
  announced: readonly AnnouncedYear[] = [],
): { day: string; known: boolean; announced?: true } {
  let at = day;
  let known = true;
  let told = announced.length > 0;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    const info = isWorkingDay(at, announced);
    known &&= info.known;
    told &&= info.announced;
    if (info.works) left -= 1;
  }
  return { day: at, known, ...(told ? { announced: true } : {}) };
}

/** Days and spans, the last day of a span with it. */
function holds(days: readonly string[], day: string): boolean {
  return days.some((d) => {
    const [from, to] = d.split('/');
    return from! <= day && day <= (to ?? from!);
  });
}

/** A day off that falls on a weekend is made up for on the next working day (Điều 111 khoản 3). */
function daysOff(year: number): Set<string> {
  const off = new Set(FIXED.map((d) => `${year}-${d}`));
  // The second day of the National Day holiday, since 2021: 1/9 or 3/9 by the year's announcement; 3/9 is the usual
  // one.
  if (year >= 2021) off.add(`${year}-09-03`);
  const lunar = LUNAR[year];
  if (lunar) {
    for (let n = -TET_BEFORE; n <= TET_AFTER; n++) off.add(addDays(`${year}-${lunar[0]}`, n));
    off.add(`${year}-${lunar[1]}`);
  }
  for (const day of [...off].sort()) {
    if (!isWeekend(day)) continue;
    let next = day;
    do next = addDays(next, 1);
    while (isWeekend(next) || off.has(next));
    off.add(next);
  }
  return off;
}

function isWeekend(day: string): boolean {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  if (d > daysInMonth(y, m)) throw new RangeError(`no such day: ${day}`);
  const weekday = new Date(Date.UTC(y, m - 1, d)).getUTCDay();
  return weekday === 0 || weekday === 6;
}
