import type { Appendix } from '../../core/model/appendix';
import type { Issue } from '../../core/model/issue';
import type { Period } from '../../core/model/period';
import { amountOf } from '../../core/templates/amount';
import type { Template } from '../../core/templates/schema';
import { levelEnded } from '../../core/text/level-ended';

/**
 * What recognition noticed of an appendix, seen in its period: a column of a level that is no more is not missing (Cấp
 * huyện in a report for 2026), and a figure in such a column is told.
 */
export function issuesInPeriod(appendix: Appendix, period: Period | null, templates: readonly Template[]): Issue[] {
  const columns =
    templates.find((t) => t.id === appendix.template)?.columns.filter((c) => levelEnded(c.level, period)) ?? [];
  if (columns.length === 0) return appendix.issues;
  const ended = new Map(columns.map((c) => [c.key, c]));
  const issues = appendix.issues.filter(
    (i) => !(i.rule === 'missing-column' && i.at.column !== undefined && ended.has(i.at.column)),
  );
  for (const cell of appendix.cells) {
    const column = ended.get(cell.column);
    const amount = column && amountOf(cell, column);
    if (amount?.state !== 'given' || amount.value === 0) continue;
    issues.push({
      rule: 'not-applicable',
      actual: amount.value,
      params: { ended: true },
      at: {
        file: appendix.file,
        sheet: appendix.sheet,
        cell: cell.cell,
        template: appendix.template,
        row: cell.row,
        column: cell.column,
      },
    });
  }
  return issues;
}
