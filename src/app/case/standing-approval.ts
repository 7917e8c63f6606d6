import type { EntryOf } from './case-facts';
import type { CaseRun } from './run-case';

/**
 * The approval that locks what an agency sent; null where there is none, or where a file that was approved is gone or
 * changed since.
 */
export function standingApproval(run: Pick<CaseRun, 'facts' | 'files'>, agency: string): EntryOf<'approve'> | null {
  const entry = run.facts.approved.get(agency);
  // Without any file at hand nothing shows that the approval fell.
  if (!entry || run.files.length === 0) return entry ?? null;
  const hashes = new Set(run.files.map((f) => f.sha256));
  return entry.sha256s.every((h) => hashes.has(h)) ? entry : null;
}
