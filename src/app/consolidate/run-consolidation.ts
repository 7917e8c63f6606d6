import { consolidate } from '../../core/consolidate/consolidate';
import type { Issue } from '../../core/model/issue';
import { periodOf } from '../../core/model/sender-of';
import type { ReceivedFile, Submission } from '../../core/model/submission';
import { toFindings } from '../../core/validate/to-findings';
import { validate } from '../../core/validate/run';
import { doubleCounting } from './double-counting';
import { issuesInPeriod } from './issues-in-period';
import { missingSenders } from './missing-senders';
import { sortFindings } from './sort-findings';
import type { RunOptions, RunResult } from './run-options';

/** Checks what was received and consolidates it; the proof says whether the result may be written. */
export function runConsolidation(files: readonly ReceivedFile[], options: RunOptions): RunResult {
  const consolidation = consolidate(files, options.templates, options.period, options.choices);
  const issues: Issue[] = [
    ...files.flatMap((f) => [
      ...f.issues,
      ...f.appendices.flatMap((a) => issuesInPeriod(a, periodOf(f, a) ?? options.period, options.templates)),
    ]),
    ...consolidation.submissions.flatMap((s) => [...checkSubmission(s, options), ...checkReturned(s, options)]),
    ...consolidation.issues,
    ...missingSenders(consolidation, files, options),
    ...doubleCounting(consolidation, files, options).map((d) => d.issue),
  ];
  const senders = consolidation.submissions.map((s) => ({ name: s.name, appendices: allAppendices(s) }));
  const shown = options.off ? issues.filter((i) => !options.off!.has(i.rule)) : issues;
  return {
    files: [...files],
    consolidation,
    findings: sortFindings(toFindings(shown, senders)),
    period: options.period,
    register: options.register,
  };
}

/** Rules over one sender: the appendices that count, and its province-wide forms by themselves. */
function checkSubmission(submission: Submission, options: RunOptions): Issue[] {
  const appendices = [...submission.appendices, ...submission.control];
  return validate(
    { name: submission.name, appendices, level: submission.level, period: options.period },
    options.off ? { off: options.off } : {},
  );
}

/** What was returned is still checked: its findings are why. */
function checkReturned(submission: Submission, options: RunOptions): Issue[] {
  const appendices = (submission.leftOut ?? []).filter((l) => l.returned).map((l) => l.appendix);
  if (appendices.length === 0) return [];
  return validate(
    { name: submission.name, appendices, level: submission.level, period: options.period },
    options.off ? { off: options.off } : {},
  );
}

/** Those that count, those for control, those replaced and those left out. */
export function allAppendices(submission: Submission): Submission['appendices'] {
  return [
    ...submission.appendices,
    ...submission.control,
    ...submission.replaced.map((r) => r.appendix),
    ...(submission.leftOut ?? []).map((l) => l.appendix),
  ];
}
