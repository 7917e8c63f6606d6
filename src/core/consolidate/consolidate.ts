import type { Consolidation } from '../model/consolidation';
import type { SubmissionChoices } from '../model/case';
import type { Issue } from '../model/issue';
import type { Period } from '../model/period';
import type { ReceivedFile, Submission } from '../model/submission';
import type { Template } from '../templates/schema';
import { consolidateTable } from './consolidate-table';
import { compareControlTotals } from './control-totals';
import { groupSubmissions } from './group-submissions';
import { prove } from './prove';

/** From received files to the province's figures with their contributions, and the proof that nothing was lost. */
export function consolidate(
  files: readonly ReceivedFile[],
  templates: readonly Template[],
  period: Period | null,
  choices?: SubmissionChoices,
): Consolidation {
  const { submissions, issues } = groupSubmissions(files, choices);
  const tables = templates.flatMap((t) => consolidateTable(t, submissions, issues) ?? []);
  const controlTotals = compareControlTotals(templates, tables, submissions, issues);
  return {
    period,
    submissions,
    tables,
    controlTotals,
    excluded: excludedCells(submissions),
    issues: dedupe(issues),
    proof: prove(files, submissions, tables, templates),
  };
}

function excludedCells(submissions: readonly Submission[]): Consolidation['excluded'] {
  const list: Consolidation['excluded'] = [];
  for (const s of submissions) {
    for (const a of s.appendices) {
      for (const r of a.refused)
        list.push({ agency: s.name, file: a.file, sheet: a.sheet, cell: r.cell, text: r.text, reason: r.reason });
    }
    for (const { appendix, by } of s.replaced) {
      list.push({
        agency: s.name,
        file: appendix.file,
        sheet: appendix.sheet,
        cell: '',
        text: '',
        reason: `đã tính bản khác: ${by.split('|').slice(0, 2).join(', ')}`,
      });
    }
    for (const { appendix, reason } of s.leftOut ?? [])
      list.push({ agency: s.name, file: appendix.file, sheet: appendix.sheet, cell: '', text: '', reason });
    for (const a of s.control)
      list.push({
        agency: s.name,
        file: a.file,
        sheet: a.sheet,
        cell: '',
        text: '',
        reason: 'biểu toàn tỉnh, chỉ để đối chiếu',
      });
  }
  return list;
}

function dedupe(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((i) => {
    const key = JSON.stringify([i.rule, i.at, i.params]);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
