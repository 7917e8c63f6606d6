import type { FigureValues } from '../../core/model/case';
import type { Submission } from '../../core/model/submission';
import { amountOf } from '../../core/templates/amount';
import type { Template } from '../../core/templates/schema';

const NUMBERS: ReadonlySet<string> = new Set(['total', 'level', 'figure']);

/**
 * The counts of one sender as they count: template → row → column → value. What was not given is absent; a total left
 * blank beside its levels is their sum.
 */
export function agencyFigures(submission: Submission, templates: readonly Template[]): FigureValues {
  const figures: FigureValues = {};
  for (const appendix of submission.appendices) {
    const template = templates.find((t) => t.id === appendix.template);
    if (!template || appendix.empty) continue;
    const rows: FigureValues[string] = {};
    for (const cell of appendix.cells) {
      const column = template.columns.find((c) => c.key === cell.column);
      if (!column || !NUMBERS.has(column.role)) continue;
      const amount = amountOf(cell, column);
      if (amount.state === 'given') (rows[cell.row] ??= {})[cell.column] = amount.value;
    }
    const total = template.columns.find((c) => c.consolidate === 'sum-of-levels')?.key;
    const levels = template.columns.filter((c) => c.role === 'level').map((c) => c.key);
    if (total) {
      for (const row of Object.values(rows)) {
        const given = levels.map((l) => row[l]).filter((v): v is number => v !== undefined);
        if (row[total] === undefined && given.length > 0) row[total] = given.reduce((a, b) => a + b, 0);
      }
    }
    figures[appendix.template] = rows;
  }
  return figures;
}
