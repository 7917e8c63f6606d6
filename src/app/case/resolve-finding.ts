import { fingerprint } from '../../core/text/fingerprint';
import type { CaseRun } from './run-case';

/** Short name of a finding for the command line: 8 hex digits of its key. */
export function findingId(key: string): string {
  return fingerprint(key).slice(0, 8);
}

/** The key of the one finding with this short name; null where none or several have it. */
export function resolveFinding(run: Pick<CaseRun, 'keys'>, id: string): string | null {
  const found = run.keys.filter((k) => k === id || findingId(k) === id.toLowerCase());
  return found.length === 1 ? found[0]! : null;
}
