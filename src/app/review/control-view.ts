import { templateById } from '../../core/templates/registry';
import { wordsOf } from '../../core/validate/words';
import { boundTo } from '../case/bound-to';
import type { CaseRun } from '../case/run-case';
import { formName } from '../results/file-view';

const words = wordsOf([]);

/** Province-wide forms row by row beside the sum of the senders, and what else could be marked as one. */
export function controlView(run: CaseRun): ControlView {
  const forms = new Map<string, ControlForm>();
  const entryOf = (file: string, template: string): number | null => {
    const own = run.files.find((f) => f.file === file);
    return own
      ? (boundTo(run.facts.scopes, own, run.files).findLast((e) => e.template === null || e.template === template)
          ?.id ?? null)
      : null;
  };
  // A form of which no figure can be compared is still one that is not added.
  for (const s of run.consolidation.submissions) {
    for (const a of s.control) {
      forms.set(`${a.file}\n${a.sheet}\n${a.template}`, {
        template: a.template,
        short: formName(a.template),
        agencyName: s.name,
        file: a.file,
        sheet: a.sheet,
        entry: entryOf(a.file, a.template),
        differing: 0,
        lines: [],
      });
    }
  }
  for (const c of run.consolidation.controlTotals) {
    const form = forms.get(`${c.file}\n${c.sheet}\n${c.template}`);
    if (!form) continue;
    const row = run.consolidation.tables.find((t) => t.template === c.template)?.rows.find((r) => r.row === c.row);
    const declared = templateById(c.template)?.rows.find((r) => r.key === c.row);
    if (c.difference !== 0) form.differing += 1;
    form.lines.push({
      row: c.row,
      column: c.column,
      cell: c.cell,
      sum: c.sum,
      control: c.control,
      difference: c.difference,
      number: row?.number ?? declared?.number ?? '',
      label: row?.label ?? declared?.label ?? c.row,
      columnLabel: words.column(c).replace(/^cột /, ''),
    });
  }
  return { forms: [...forms.values()], files: markable(run) };
}

function markable(run: CaseRun): ControlView['files'] {
  const submissions = new Map(run.consolidation.submissions.flatMap((s) => s.files.map((f) => [f, s] as const)));
  return run.files.flatMap((file) => {
    const filled = file.appendices.filter((a) => !a.empty);
    if (filled.length === 0) return [];
    const submission = submissions.get(file.file);
    const agency = submission?.key ?? file.file;
    const forms = new Map(
      filled.map((a) => [a.template, { template: a.template, short: formName(a.template), scope: a.scope }]),
    );
    return [
      {
        file: file.file,
        agency,
        agencyName: submission?.name ?? file.file,
        locked: run.facts.approved.has(agency),
        forms: [...forms.values()],
      },
    ];
  });
}

/** One province-wide form beside the sum of the senders, row by row. */
export interface ControlForm {
  template: string;
  short: string;
  agencyName: string;
  file: string;
  sheet: string;
  /** Journal entry by which a person marked it; null: the form says so itself. */
  entry: number | null;
  differing: number;
  lines: {
    row: string;
    column: string;
    number: string;
    label: string;
    columnLabel: string;
    cell: string;
    sum: number | null;
    control: number;
    difference: number | null;
  }[];
}
export interface ControlView {
  forms: ControlForm[];
  /** What could be marked, or taken back: forms with figures, by file. */
  files: {
    file: string;
    agency: string;
    agencyName: string;
    locked: boolean;
    forms: { template: string; short: string; scope: 'own' | 'province-wide' }[];
  }[];
}
