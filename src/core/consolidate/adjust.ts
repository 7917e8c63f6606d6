import type { Adjustment } from '../model/case';
import type { ConsolidatedFigure, ConsolidatedRow, ConsolidatedTable, FigureAdjustment } from '../model/consolidation';
import { shownValue } from '../model/shown-value';
import type { Template } from '../templates/schema';

/**
 * Tables with a person's figures beside what the sources give. Totals over adjusted figures follow them, unless they
 * were adjusted themselves: Cấp tỉnh 12 → 13 makes Tổng số 21 → 22. `lost` are adjustments of figures that are not in
 * the result.
 */
export function adjustTables(
  tables: readonly ConsolidatedTable[],
  templates: readonly Template[],
  adjustments: readonly Adjustment[],
): { tables: ConsolidatedTable[]; lost: Adjustment[] } {
  const left = new Set(adjustments);
  const adjusted = tables.map((table) => {
    const own = adjustments.filter((a) => a.template === table.template);
    const template = templates.find((t) => t.id === table.template);
    if (own.length === 0 || !template) return table;
    const totalKey = template.totalRow?.key;
    const rows = table.rows.map((row) =>
      adjustRow(
        row,
        template,
        own.filter((a) => a.row === row.row),
        left,
      ),
    );
    return { ...table, rows: rows.map((row) => (row.row === totalKey ? followRows(row, template, rows) : row)) };
  });
  return { tables: adjusted, lost: [...left] };
}

function adjustRow(
  row: ConsolidatedRow,
  template: Template,
  own: readonly Adjustment[],
  left: Set<Adjustment>,
): ConsolidatedRow {
  const figures = { ...row.figures };
  for (const a of own) {
    const figure = figures[a.column];
    const kind = template.columns.find((c) => c.key === a.column)?.role;
    if (!figure || kind === undefined || kind === 'note' || kind === 'date') continue;
    left.delete(a);
    figures[a.column] = {
      ...figure,
      adjustment: { value: a.value, sum: sumOf(figure), reason: a.reason, by: a.by, at: a.at },
    };
  }
  for (const figure of Object.values(figures)) {
    if (figure.method !== 'sum-of-levels' || figure.adjustment) continue;
    const levels = template.columns
      .filter((c) => c.role === 'level')
      .map((c) => figures[c.key])
      .filter((f): f is ConsolidatedFigure => f !== undefined);
    const follows = following(figure, levels);
    if (follows) figures[figure.column] = { ...figure, adjustment: follows };
  }
  return { ...row, figures };
}

function followRows(row: ConsolidatedRow, template: Template, rows: readonly ConsolidatedRow[]): ConsolidatedRow {
  const figures = { ...row.figures };
  for (const figure of Object.values(figures)) {
    if (figure.adjustment) continue;
    const follows = following(
      figure,
      rows
        .filter((r) => r !== row && r.row !== template.totalRow?.key)
        .map((r) => r.figures[figure.column])
        .filter((f): f is ConsolidatedFigure => f !== undefined),
    );
    if (follows) figures[figure.column] = { ...figure, adjustment: follows };
  }
  return { ...row, figures };
}

/** A total made anew from parts of which some are adjusted; null where none is, or where a part is still undecided. */
function following(total: ConsolidatedFigure, parts: readonly ConsolidatedFigure[]): FigureAdjustment | null {
  const causes = parts.flatMap((p) => p.adjustment ?? []);
  const last = [...causes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1);
  if (!last || parts.some((p) => shownValue(p) === null && p.contributions.length > 0)) return null;
  const value = parts.reduce((n, p) => n + numberOf(shownValue(p)), total.unsplit ?? 0);
  if (value === total.value) return null;
  return {
    value,
    sum: sumOf(total),
    reason: 'Tính lại theo số liệu đã điều chỉnh',
    by: last.by,
    at: last.at,
    derived: true,
  };
}

function sumOf(figure: ConsolidatedFigure): number | null {
  return typeof figure.value === 'number' ? figure.value : null;
}

function numberOf(value: ConsolidatedFigure['value']): number {
  return typeof value === 'number' ? value : 0;
}
