import type { ConsolidatedTable, ControlTotal } from '../model/consolidation';
import type { Issue } from '../model/issue';
import type { Submission } from '../model/submission';
import { amountOf } from '../templates/amount';
import type { Template } from '../templates/schema';

/**
 * Row by row, the figure of a province-wide form beside the sum of the agencies; each difference is an issue. Nothing
 * is added.
 */
export function compareControlTotals(
  templates: readonly Template[],
  tables: readonly ConsolidatedTable[],
  submissions: readonly Submission[],
  issues: Issue[],
): ControlTotal[] {
  const totals: ControlTotal[] = [];
  for (const submission of submissions) {
    for (const appendix of submission.control) {
      const template = templates.find((t) => t.id === appendix.template);
      const table = tables.find((t) => t.template === appendix.template);
      for (const cell of appendix.cells) {
        const column = template?.columns.find((c) => c.key === cell.column);
        if (!column || !['total', 'level', 'figure'].includes(column.role)) continue;
        const amount = amountOf(cell, column);
        if (amount.state !== 'given' || cell.figure.kind === 'blank') continue;
        const value = table?.rows.find((r) => r.row === cell.row)?.figures[cell.column]?.value ?? null;
        const sum = typeof value === 'number' ? value : null;
        const difference = sum === null ? null : sum - amount.value;
        totals.push({
          template: appendix.template,
          row: cell.row,
          column: cell.column,
          agency: submission.key,
          agencyName: submission.name,
          file: appendix.file,
          sheet: appendix.sheet,
          cell: cell.cell,
          control: amount.value,
          sum,
          difference,
        });
        if (difference === 0) continue;
        issues.push({
          rule: 'control-total-differs',
          expected: amount.value,
          actual: sum,
          at: {
            file: appendix.file,
            sheet: appendix.sheet,
            cell: cell.cell,
            template: appendix.template,
            row: cell.row,
            column: cell.column,
          },
          params: { sum, control: amount.value, agency: submission.name },
        });
      }
    }
  }
  return totals;
}
