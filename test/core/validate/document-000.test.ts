import type { Appendix } from '../../../src/core/model/appendix';
import type { Issue } from '../../../src/core/model/issue';
import { ruleById } from '../../../src/core/validate/rule-by-id';
import { validate } from '../../../src/core/validate/run';
import { document000 } from './fixtures/document-000';
import { typed } from './fixtures/appendix-of';

const COLUMNS = ['received', 'early', 'onTime', 'overdue', 'returned', 'pending'];
const check = (appendix: Appendix): Issue[] => validate({ name: 'VP UBND tỉnh', appendices: [appendix], period: null });
const errors = (issues: readonly Issue[]): Issue[] =>
  issues.filter((i) => (i.severity ?? ruleById(i.rule).severity) === 'error');
const numberAt = (row: string, column: string): number =>
  Number(document000.cells.find((c) => c.row === row && c.column === column)!.text || '0');
const addressOf = (row: string, column: string): string =>
  document000.cells.find((c) => c.row === row && c.column === column)!.cell;

test('the genuine table holds', () => {
  expect(document000.rows).toHaveLength(23);
  expect(check(document000)).toEqual([]);
});

describe.each([1, -1, 2, 9, 100, -100])('one figure changed by %d', (by) => {
  test.each(COLUMNS)('in %s: the finding names the changed cell', (column) => {
    for (const { key: row } of document000.rows) {
      const value = numberAt(row, column) + by;
      if (value < 0) continue;
      const found = errors(check(typed(document000, row, column, String(value))));
      // "Trả hồ sơ" is in no sum of its row: only its column breaks, and nothing says which cell of it is wrong.
      const named = column === 'returned' ? 'total' : row;
      expect([...new Set(found.map((i) => i.at.cell))]).toEqual([addressOf(named, column)]);
      expect(found.map((i) => i.rule).sort()).toEqual(
        column === 'returned' ? ['total-row'] : ['sum-levels', 'total-row'],
      );
      expect(found.every((i) => i.at.column === column && i.at.row === named)).toBe(true);
      if (column !== 'returned')
        for (const issue of found) expect([issue.expected, issue.actual]).toEqual([value - by, value]);
    }
  });
});

test('a figure wiped out is found like a changed one', () => {
  const found = errors(check(typed(document000, 'đất đai', 'early', '')));
  expect(found.map((i) => [i.at.cell, i.expected, i.actual])).toEqual([
    [addressOf('đất đai', 'early'), 60, 0],
    [addressOf('đất đai', 'early'), 60, 0],
  ]);
});

test('two rows off by the same amount in one column: nothing says which cell, so the totals are named', () => {
  const one = typed(document000, 'đất đai', 'early', '61');
  const both = errors(check(typed(one, 'nhà ở', 'early', '2')));
  expect(both.map((i) => `${i.rule} ${i.at.row} ${i.at.column}`)).toEqual([
    'sum-levels nhà ở received',
    'sum-levels đất đai received',
    'total-row total early',
  ]);
});

test('a cell that cannot be read stops only the sums it is part of, and that is told', () => {
  const issues = check(typed(document000, 'nhà ở', 'early', 'một'));
  expect(errors(issues)).toEqual([]);
  expect(issues.map((i) => [i.rule, i.at.row, i.params?.['rule'], i.params?.['count']])).toEqual([
    ['rule-not-run', 'nhà ở', 'sum-levels', 1],
    ['rule-not-run', 'total', 'total-row', 1],
  ]);
});

test('a table without a total row is told', () => {
  const rows = document000.rows.filter((r) => r.key !== 'total');
  const issues = check({ ...document000, rows, cells: document000.cells.filter((c) => c.row !== 'total') });
  expect(issues.map((i) => [i.rule, i.params?.['rule']])).toEqual([['rule-not-run', 'total-row']]);
});

test('more returned than resolved', () => {
  const issues = check(typed(document000, 'nhà ở', 'returned', '2'));
  expect(issues.map((i) => `${i.rule} ${i.at.row} ${i.at.column}`)).toContain('part-exceeds-whole nhà ở returned');
});
