import { describe as receive } from '../../../src/app/receive/receive-file';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import { adjustTables } from '../../../src/core/consolidate/adjust';
import type { Adjustment } from '../../../src/core/model/case';
import { shownValue } from '../../../src/core/model/shown-value';
import { templates } from '../../../src/core/templates/registry';
import { MOT_CUA } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

const OPTIONS = { templates: templates(), register: null, period: null };
const { consolidation } = runConsolidation(
  [receive('vpub.xlsx', 'a'.repeat(64), { grids: [makeGrid(MOT_CUA)], issues: [] }, OPTIONS)],
  OPTIONS,
);
const table = consolidation.tables.find((t) => t.template === 'mot-cua')!;
const first = table.rows[0]!;
const adjustment = (row: string, value: number, column = 'received'): Adjustment => ({
  template: 'mot-cua',
  row,
  column,
  value,
  before: null,
  reason: 'x',
  by: 'y',
  at: '2020-12-16T02:30:00.000Z',
});
const total = (tables: typeof consolidation.tables) =>
  tables.find((t) => t.template === 'mot-cua')!.rows.find((r) => r.row === 'total')!.figures['received']!;

test('the total row of an open list follows an adjusted row, and nothing that was given is changed', () => {
  const before = JSON.stringify(consolidation.tables);
  const was = Number(first.figures['received']!.value);
  const { tables, lost } = adjustTables(consolidation.tables, templates(), [adjustment(first.row, was + 5)]);
  expect(lost).toEqual([]);
  expect(shownValue(total(tables))).toBe(Number(total(consolidation.tables).value) + 5);
  expect(total(tables)).toMatchObject({ value: total(consolidation.tables).value, adjustment: { derived: true } });
  expect(JSON.stringify(consolidation.tables)).toBe(before);
});

test('a total that was adjusted itself stays as it was decided', () => {
  const { tables } = adjustTables(consolidation.tables, templates(), [
    adjustment(first.row, 1),
    adjustment('total', 9999),
  ]);
  expect(total(tables).adjustment).toMatchObject({ value: 9999, reason: 'x' });
});

test('an adjustment of a figure that is not in the result is handed back', () => {
  const missing = [adjustment('không có dòng này', 1), { ...adjustment(first.row, 1), template: 'phu-luc-2' }];
  expect(adjustTables(consolidation.tables, templates(), missing).lost).toEqual(missing);
});
