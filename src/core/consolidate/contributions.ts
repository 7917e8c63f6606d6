import { indexAppendix, type AppendixIndex } from '../model/appendix-index';
import type { AppendixCell } from '../model/appendix';
import type { Contribution } from '../model/consolidation';
import type { Submission } from '../model/submission';
import { amountOf } from '../templates/amount';
import type { TemplateColumn } from '../templates/schema';

/** One sender's appendix of the form at hand. */
export interface Source {
  submission: Submission;
  index: AppendixIndex;
}

/** Every sender's counting appendix of a template, in the order of the files. */
export function sourcesOf(submissions: readonly Submission[], template: string): Source[] {
  return submissions.flatMap((submission) =>
    submission.appendices
      .filter((a) => a.template === template && !a.empty)
      .map((a) => ({ submission, index: indexAppendix(a) })),
  );
}

/** A cell as a part of the province's figure. */
export function contribution(
  source: Source,
  cell: AppendixCell,
  value: number,
  part: Contribution['part'],
): Contribution {
  return {
    agency: source.submission.key,
    agencyName: source.submission.name,
    file: source.index.appendix.file,
    sheet: source.index.appendix.sheet,
    cell: cell.cell,
    text: cell.text,
    value,
    repairs: cell.repairs,
    part,
  };
}

/** All given figures of one row and column. */
export function given(
  sources: readonly Source[],
  row: string,
  column: TemplateColumn,
  part: Contribution['part'],
): { source: Source; item: Contribution }[] {
  const found: { source: Source; item: Contribution }[] = [];
  for (const source of sources) {
    const cell = source.index.get(row, column.key);
    const amount = amountOf(cell, column);
    if (cell && amount.state === 'given' && cell.figure.kind !== 'blank')
      found.push({ source, item: contribution(source, cell, amount.value, part) });
  }
  return found;
}
