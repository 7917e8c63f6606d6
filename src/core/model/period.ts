/** The time a report covers, both days included, ISO ("2019-12-15"). */
export interface Period {
  from: string;
  to: string;
  /** "năm 2020", "Quý III/2020". */
  label: string;
}

/** Two spans that share less than this part of the longer one are two periods; "01/01–31/12" is still that year. */
const SAME_SHARE = 0.85;
const DAY_MS = 86_400_000;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** Whether two spans are different reporting periods: "Quý IV/2020" beside "năm 2020" is, the calendar year is not. */
export function isOtherPeriod(a: Period, b: Period): boolean {
  const shared = days(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to);
  return shared < SAME_SHARE * Math.max(days(a.from, a.to), days(b.from, b.to));
}
