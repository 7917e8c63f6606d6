import type { Appendix } from '../model/appendix';
import type { SubmissionChoices } from '../model/case';
import type { Issue } from '../model/issue';
import type { Period } from '../model/period';
import { isOtherPeriod } from '../model/period';
import { periodOf } from '../model/sender-of';
import type { LeftOut, ReceivedFile, Submission } from '../model/submission';

/** Why a table is in no sum although no person decided so; null where nothing stands against it. */
export function notCounting(
  file: ReceivedFile,
  appendix: Appendix,
  period: Period | null,
  choices: SubmissionChoices,
): Omit<LeftOut, 'appendix'> | null {
  if (appendix.empty || appendix.scope === 'province-wide' || choices.included?.has(appendix.id)) return null;
  const told = periodOf(file, appendix);
  if (period && told && isOtherPeriod(told, period))
    return {
      reason: `số liệu kỳ ${told.label}, khác kỳ tổng hợp (${period.label})`,
      returned: false,
      why: 'other-period',
    };
  return null;
}

/**
 * Tables of another period: beside one that counts they are a comparison, which is only told; a form that came for
 * another period alone is missing in this one, which is asked. One finding for a file that is of another period as a
 * whole.
 */
export function periodIssues(submission: Submission, files: readonly ReceivedFile[], period: Period | null): Issue[] {
  const out = (submission.leftOut ?? []).filter((l) => l.why === 'other-period');
  if (out.length === 0 || !period) return [];
  const counting = new Set(submission.appendices.filter((a) => !a.empty).map((a) => a.template));
  const issues: Issue[] = [];
  const told = new Set<string>();
  for (const { appendix } of out) {
    const file = files.find((f) => f.file === appendix.file);
    const label = file && periodOf(file, appendix)?.label;
    if (!file || !label) continue;
    const whole = file.appendices.every((a) => a.empty || out.some((l) => l.appendix === a));
    const compared = counting.has(appendix.template);
    const key = whole ? file.file : appendix.id;
    if (told.has(key)) continue;
    told.add(key);
    issues.push({
      rule: 'period-mismatch',
      severity: compared ? 'info' : 'error',
      at: whole ? { file: file.file } : { file: file.file, sheet: appendix.sheet, template: appendix.template },
      expected: period.label,
      actual: label,
      params: { period: label, expected: period.label, left: true, ...(compared ? { compared } : {}) },
    });
  }
  return issues;
}
