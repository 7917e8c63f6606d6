import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';

/** The one period that the files name, where they agree; else null. */
export function commonPeriod(files: readonly Pick<ReceivedFile, 'period'>[]): Period | null {
  const named = files.map((f) => f.period).filter((p): p is Period => p !== null);
  return new Set(named.map((p) => `${p.from}/${p.to}`)).size === 1 ? named[0]! : null;
}
