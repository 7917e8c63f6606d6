import type { ConsolidatedTable } from '../model/consolidation';
import type { Period } from '../model/period';
import type { Template } from '../templates/schema';
import { levelEnded } from '../text/level-ended';

/**
 * The form without its column of a level that no longer was in the whole period, where nobody gave a figure in it: a
 * "Cấp huyện" of blanks has no place in a report for 2026. A figure that somebody did give stays in sight, and so does
 * its column.
 */
export function columnsShown(template: Template, table: ConsolidatedTable, period: Period | null): Template {
  const gone = template.columns.filter(
    (c) => levelEnded(c.level, period) && table.rows.every((r) => isEmpty(r.figures[c.key])),
  );
  return gone.length === 0 ? template : { ...template, columns: template.columns.filter((c) => !gone.includes(c)) };
}

const isEmpty = (figure: ConsolidatedTable['rows'][number]['figures'][string] | undefined): boolean =>
  !figure || (figure.value === null && figure.contributions.length === 0 && !figure.adjustment);
