import type { Register } from '../../core/agencies/register-schema';

/** Senders of the earlier result and those of now that stand for the same thing. */
export interface AgencyLink {
  before: string[];
  after: string[];
}

/**
 * Puts old and new senders together by code and by the register's successors: one and one where nothing changed,
 * several where a unit was split or merged (UBND TP Nha Trang → four wards since 1/7/2025). Those without a partner
 * stand alone.
 */
export function linkAgencies(
  before: readonly string[],
  after: readonly string[],
  register: Pick<Register, 'agencies'> | null,
): AgencyLink[] {
  const group = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    while (group.get(at) !== undefined && group.get(at) !== at) at = group.get(at)!;
    return at;
  };
  const join = (a: string, b: string): void => {
    group.set(root(a), root(b));
  };
  const now = new Set(after);
  const successors = new Map(register?.agencies.map((a) => [a.code, a.successors ?? []]));
  for (const key of before) {
    join(`old:${key}`, `old:${key}`);
    for (const code of heirs(key, now, successors)) join(`old:${key}`, `new:${code}`);
  }
  const links = new Map<string, AgencyLink>();
  const linkOf = (key: string): AgencyLink => {
    const found = links.get(root(key)) ?? { before: [], after: [] };
    links.set(root(key), found);
    return found;
  };
  for (const key of before) linkOf(`old:${key}`).before.push(key);
  for (const key of after) linkOf(`new:${key}`).after.push(key);
  return [...links.values()];
}

/** Who reports in its place now: itself, and whoever took over (at any remove). */
function heirs(key: string, now: ReadonlySet<string>, successors: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const open = [key];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (now.has(at)) found.push(at);
    open.push(...(successors.get(at) ?? []));
  }
  return found;
}
