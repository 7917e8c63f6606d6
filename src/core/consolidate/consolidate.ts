import type { Consolidation } from '../model/consolidation';
import type { SubmissionChoices } from '../model/case';
import type { Issue } from '../model/issue';
import type { Period } from '../model/period';
import type { ReceivedFile, Submission } from '../model/submission';
import type { Template } from '../templates/schema';
import { consolidateTable } from './consolidate-table';
import { compareControlTotals } from './control-totals';
import { groupSubmissions } from './group-submissions';
import { prove, type FaultyFiles } from './prove';
import type { Break } from './prove-tables';
import { tableLines } from './table-lines';

/**
 * From received files to the province's figures with their contributions, and the proof that nothing was lost. A file
 * whose figures do not close is set aside with the reason, and the others are added without it.
 */
export function consolidate(
  files: readonly ReceivedFile[],
  templates: readonly Template[],
  period: Period | null,
  choices?: SubmissionChoices,
): Consolidation {
  const faulty = new Map<string, string[]>();
  // Each turn sets at least one more file aside, so this ends.
  for (;;) {
    const { result, places } = addUp(files, templates, period, choices, faulty);
    const found = places.filter((p) => p.file !== null && !faulty.has(p.file));
    if (found.length === 0) return result;
    for (const { file, text } of found) faulty.set(file!, [...(faulty.get(file!) ?? []), withoutFile(file!, text)]);
  }
}

const withoutFile = (file: string, text: string): string =>
  text.startsWith(`${file}, `) ? text.slice(file.length + 2) : text;

function addUp(
  files: readonly ReceivedFile[],
  templates: readonly Template[],
  period: Period | null,
  choices: SubmissionChoices | undefined,
  faulty: FaultyFiles,
): { result: Consolidation; places: Break[] } {
  const { submissions, issues } = groupSubmissions(files, { ...(choices ? { choices } : {}), faulty, period });
  const tables = templates.flatMap((t) => consolidateTable(t, submissions, issues) ?? []);
  const controlTotals = compareControlTotals(templates, tables, submissions, issues);
  for (const [file, reasons] of faulty) issues.push({ rule: 'does-not-close', at: { file }, params: { reasons } });
  const { proof, places } = prove(files, submissions, tables, templates, faulty);
  const result: Consolidation = {
    period,
    submissions,
    tables,
    controlTotals,
    excluded: excludedCells(submissions),
    tableLines: tableLines(files, submissions),
    issues: dedupe(issues),
    proof,
    ...(faulty.size > 0 ? { faulty: [...faulty].map(([file, reasons]) => ({ file, reasons: [...reasons] })) } : {}),
  };
  return { result, places };
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
