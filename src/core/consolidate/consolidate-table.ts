import type { ConsolidatedFigure, ConsolidatedRow, ConsolidatedTable } from '../model/consolidation';
import type { Issue } from '../model/issue';
import type { Submission } from '../model/submission';
import type { Template, TemplateRow } from '../templates/schema';
import { addLevels, addSum, joinNotes, methodOf, spanDates, takeCommon, total, type RowContext } from './add-figures';
import { given, sourcesOf, type Source } from './contributions';
import { openRows } from './open-rows';

/**
 * The province's table of one form. Issues found on the way (units that differ, labels that nearly agree) are added to
 * `issues`.
 */
export function consolidateTable(
  template: Template,
  submissions: readonly Submission[],
  issues: Issue[],
): ConsolidatedTable | null {
  const sources = sourcesOf(submissions, template.id);
  if (sources.length === 0) return null;
  const table: ConsolidatedTable = {
    template: template.id,
    version: template.version,
    rows: [],
    from: sources.map((s) => s.submission.key),
  };
  const rows: readonly Pick<TemplateRow, 'key' | 'label' | 'number' | 'consolidate'>[] =
    template.rowMode === 'fixed' ? template.rows : openRows(template, sources, issues);
  for (const row of rows) table.rows.push(consolidateRow({ template, row, sources, issues }, row.label, row.number));
  if (template.totalRow) table.rows.push(totalRow(template, table, sources));
  return table;
}

function consolidateRow(context: RowContext, label: string, number: string): ConsolidatedRow {
  const { template, row } = context;
  const figures: Record<string, ConsolidatedFigure> = {};
  for (const column of template.columns) {
    if (column.role === 'index' || column.role === 'label') continue;
    switch (methodOf(row, column)) {
      case 'sum':
        figures[column.key] = addSum(context, column);
        break;
      case 'common':
        figures[column.key] = takeCommon(context, column);
        break;
      case 'dates':
        figures[column.key] = spanDates(context, column);
        break;
      case 'join':
        figures[column.key] = joinNotes(context, column);
        break;
      case 'sum-of-levels':
        break;
      default:
        figures[column.key] = { row: row.key, column: column.key, method: 'none', value: null, contributions: [] };
    }
  }
  for (const column of template.columns) {
    if (methodOf(row, column) !== 'sum-of-levels') continue;
    const levels = template.columns
      .filter((c) => c.role === 'level')
      .map((c) => figures[c.key]!)
      .filter(Boolean);
    figures[column.key] = addLevels(context, column, levels);
  }
  return { row: row.key, label, number, figures };
}

/** Down the columns. A sender whose table is nothing but a total row is taken with it, as a total without a split. */
function totalRow(template: Template, table: ConsolidatedTable, sources: readonly Source[]): ConsolidatedRow {
  const key = template.totalRow!.key;
  const alone = sources.filter((s) => s.index.rows.every((r) => r === key));
  const figures: Record<string, ConsolidatedFigure> = {};
  for (const column of template.columns) {
    if (column.consolidate !== 'sum') continue;
    const parts = table.rows.map((r) => r.figures[column.key]).filter((f): f is ConsolidatedFigure => f !== undefined);
    const unsplit = given(alone, key, column, 'unsplit').map((g) => g.item);
    const numbers = parts.map((p) => p.value).filter((v): v is number => typeof v === 'number');
    const extra = total(unsplit) ?? 0;
    figures[column.key] = {
      row: key,
      column: column.key,
      method: 'sum',
      value: numbers.length === 0 && unsplit.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) + extra,
      contributions: [...parts.flatMap((p) => p.contributions), ...unsplit],
      ...(unsplit.length > 0
        ? { unsplit: extra, remark: `Gồm số không chia theo dòng của ${unsplit.map((u) => u.agencyName).join(', ')}` }
        : {}),
    };
  }
  return { row: key, label: template.totalRow!.label, number: '', figures };
}
