/** A moment as a spreadsheet counts it: whole days and the time of day in seconds. */
export interface SerialParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Days between the two date systems (ECMA-376 part 1, 18.17.4.1). */
const SHIFT_1904 = 1_462;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Excel counts a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Calendar parts of a serial number, seconds rounded; null where it is no date (before 1/1/1900, after 9999,
 * 29/2/1900).
 */
export function serialParts(serial: number, date1904: boolean): SerialParts | null {
  const moved = date1904 ? serial + SHIFT_1904 : serial;
  let days = Math.floor(moved);
  let seconds = Math.round((moved - days) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    seconds = 0;
    days++;
  }
  if (!(days >= 1 && days <= LAST_SERIAL) || days === FALSE_LEAP_DAY) return null;
  const date = new Date(EPOCH + (days < FALSE_LEAP_DAY ? days + 1 : days) * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3_600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** "2020-01-30", with "T14:30:00" where the time is not midnight. */
export function isoText(p: SerialParts): string {
  const date = `${pad(p.year, 4)}-${pad(p.month, 2)}-${pad(p.day, 2)}`;
  return p.hour + p.minute + p.second === 0
    ? date
    : `${date}T${pad(p.hour, 2)}:${pad(p.minute, 2)}:${pad(p.second, 2)}`;
}

/** Parts of ISO text as `t="d"` cells and OpenDocument store it, or null where it is none. */
export function parseIso(text: string): SerialParts | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/.exec(text.trim());
  if (!m) return null;
  const [year, month, day, hour, minute, second] = m.slice(1).map((x) => Number(x ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const real = new Date(Date.UTC(year, month - 1, day));
  if (real.getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 59) return null;
  return { year, month, day, hour, minute, second };
}

/** 7 → "07". */
export function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
