import type { Finding } from '../../core/model/finding';
import type { Severity } from '../../core/model/issue';

export const ALL = '*';
/** Stands for findings without a file, or without an appendix. */
export const NONE = '-';

export interface Filter {
  severities: ReadonlySet<Severity>;
  agency: string;
  form: string;
  text: string;
}

/** Whether a finding passes the filter; `agencies` gives the sender of a file. */
export function matches(f: Finding, filter: Filter, agencies: ReadonlyMap<string, string>): boolean {
  if (!filter.severities.has(f.severity)) return false;
  if (filter.agency !== ALL && (f.file === null ? NONE : agencies.get(f.file)) !== filter.agency) return false;
  if (filter.form !== ALL && (f.template ?? NONE) !== filter.form) return false;
  const wanted = filter.text.trim().toLocaleLowerCase('vi').normalize('NFC');
  return (
    wanted === '' ||
    `${f.message} ${f.file ?? ''} ${f.sheet ?? ''} ${f.cell ?? ''}`
      .toLocaleLowerCase('vi')
      .normalize('NFC')
      .includes(wanted)
  );
}

/** The set without the item where it had it, else with it. */
export function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
