import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';

/** So much of the files that name a period must name the same one. */
const MOST = 2 / 3;

/** The period that the files name, where nearly all that name one agree; else null. */
export function commonPeriod(files: readonly Pick<ReceivedFile, 'period'>[]): Period | null {
  const named = new Map<string, { period: Period; count: number }>();
  let all = 0;
  for (const { period } of files) {
    if (!period) continue;
    const key = `${period.from}/${period.to}`;
    const known = named.get(key);
    named.set(key, { period, count: (known?.count ?? 0) + 1 });
    all += 1;
  }
  const [most] = [...named.values()].sort((a, b) => b.count - a.count);
  return most && most.count >= all * MOST ? most.period : null;
}
