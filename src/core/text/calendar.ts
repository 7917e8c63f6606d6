/** Years outside are slips of the hand, not dates of reports. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2100;

/** Whether a year can be that of a report: 2020 can, 20 and 2200 cannot. */
export function isReportYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Days in a month of the Gregorian calendar; month 1 to 12. February 2020 has 29. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The ISO day, or null where the calendar has no such day: (2020, 1, 30) is "2020-01-30". Month and day count from 1.
 */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!isReportYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
