import type { FilePlace } from './collection';
import type { Examined } from './examine';

/** A file of others that must be set aside under this rule, and why. `*` in a path stands for anything. */
export interface MustFail extends FilePlace {
  rule: string;
  why: string;
}
/**
 * Where the other library or the package differs from us, and why we are right. `cells` begins what is told of the
 * difference.
 */
export interface KnownDifference extends FilePlace {
  cells: string[];
  why: string;
}

export interface Lists {
  mustFail: readonly MustFail[];
  known: readonly KnownDifference[];
}

/** What one file may take (docs/public-files.md): processor time, and memory above the start. */
export const LONGEST_MS = 5_000;
export const MOST_MEMORY = 300 * 1024 * 1024;

/**
 * Everything that is not as it must be; empty where all is well. Entries of packages that were not collected are left
 * alone.
 */
export function judge(files: readonly Examined[], { mustFail, known }: Lists): string[] {
  const wrong: string[] = [];
  for (const file of files) {
    const name = `${file.package}: ${file.path}`;
    const listed = mustFail.find((m) => isAt(m, file));
    if (file.rule === null && listed)
      wrong.push(`${name} phải bị từ chối (${listed.why}) mà đọc được; bỏ khỏi danh sách nếu đọc đúng`);
    if (file.rule !== null && !listed)
      wrong.push(`${name} bị từ chối mà không có trong danh sách: ${file.rule} ${file.reason}`);
    if (file.rule !== null && listed && listed.rule !== file.rule)
      wrong.push(`${name} phải bị từ chối vì ${listed.rule}, không phải ${file.rule}: ${file.reason}`);
    if (file.problem !== null) wrong.push(`${name}: ${file.problem}`);
    if (file.ms > LONGEST_MS) wrong.push(`${name}: mất ${file.ms} ms`);
    if (file.peak > MOST_MEMORY) wrong.push(`${name}: tăng ${Math.round(file.peak / 1_048_576)} MB`);
    const excuses = known.filter((k) => isAt(k, file)).flatMap((k) => k.cells);
    for (const difference of differences(file))
      if (!excuses.some((e) => difference.startsWith(e))) wrong.push(`${name}: ${difference}`);
  }
  return [...wrong, ...idle(files, mustFail, known)];
}

/** Entries that nothing answers to any more. */
function idle(files: readonly Examined[], mustFail: readonly MustFail[], known: readonly KnownDifference[]): string[] {
  const collected = new Set(files.map((f) => f.package));
  const fails = mustFail
    .filter((m) => collected.has(m.package) && !files.some((f) => isAt(m, f)))
    .map((m) => `danh sách từ chối có ${m.package}: ${m.path}, gói không có tệp ấy`);
  const excuses = known
    .filter((k) => collected.has(k.package))
    .flatMap((k) =>
      k.cells
        .filter((e) => !files.some((f) => isAt(k, f) && differences(f).some((d) => d.startsWith(e))))
        .map((e) => `danh sách khác biệt có ${k.package}: ${k.path} ${e}, nay không còn khác`),
    );
  return [...fails, ...excuses];
}

const differences = (file: Examined): string[] => [...(file.second?.wrong ?? []), ...(file.shipped?.wrong ?? [])];

function isAt(pattern: FilePlace, file: FilePlace): boolean {
  if (pattern.package !== file.package) return false;
  if (!pattern.path.includes('*')) return pattern.path === file.path;
  return new RegExp(
    `^${pattern.path
      .split('*')
      .map((p) => p.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(file.path);
}
