/**
 * Days that a spreadsheet counts from 1/1/2000 to 31/12/2099 (ECMA-376 part 1, 18.17.4.1); a year or a count of tasks
 * is far below.
 */
const FIRST = 36_526,
  LAST = 73_050;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The ISO day of a date that lost its format and shows as a number: 43860 → "2020-01-30"; null for any other number.
 */
export function serialDay(value: number): string | null {
  if (!Number.isInteger(value) || value < FIRST || value > LAST) return null;
  return new Date(EPOCH + value * DAY_MS).toISOString().slice(0, 10);
}
