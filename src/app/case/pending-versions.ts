import type { CaseRun } from './run-case';
import { compareAppendices } from './version-diff';

/** A later version that waits for a person's word. Submission key, files by name. */
export interface PendingVersion {
  agency: string;
  agencyName: string;
  template: string;
  /** The new one. */
  file: string;
  /** The one that counts. */
  counted: string;
}

/** Versions that came in a later round than the one that counts and that nobody has decided on. */
export function pendingVersions(run: Pick<CaseRun, 'consolidation' | 'files' | 'state' | 'facts'>): PendingVersion[] {
  const hashOf = new Map(run.files.map((f) => [f.file, f.sha256]));
  const rounds = new Map(run.state.files.map((f) => [f.sha256, f.round]));
  if (rounds.size === 0) return [];
  const roundOf = (file: string): number => rounds.get(hashOf.get(file) ?? '') ?? Number.MAX_SAFE_INTEGER;
  const pending: PendingVersion[] = [];
  for (const s of run.consolidation.submissions) {
    for (const { appendix } of s.replaced) {
      const counts = s.appendices.find((a) => a.template === appendix.template);
      const counted = counts?.file;
      if (counted === undefined || roundOf(appendix.file) <= roundOf(counted)) continue;
      // The same figures sent once more ask nothing.
      if (compareAppendices(counts, appendix).length === 0) continue;
      if (run.facts.versions.get(`${s.key}/${appendix.template}`)?.over.includes(hashOf.get(appendix.file) ?? ''))
        continue;
      pending.push({ agency: s.key, agencyName: s.name, template: appendix.template, file: appendix.file, counted });
    }
  }
  return pending;
}
