import type { Draft } from './decision';
import type { CaseRun } from './run-case';

/** Accepts the finding with this name; it stays visible and no longer blocks an approval. */
export function decideOnFinding(run: CaseRun, key: string): Draft {
  const at = run.keys.indexOf(key);
  const finding = run.findings[at];
  if (!finding) return { ok: false, message: 'Không còn phát hiện này trong lần chạy hiện tại.' };
  if (finding.accepted) return { ok: false, message: `Phát hiện này đã được ${finding.accepted.by} chấp nhận.` };
  return {
    ok: true,
    entries: [
      { decision: { kind: 'accept', key, rule: finding.rule, message: finding.message }, about: finding.message },
    ],
  };
}
