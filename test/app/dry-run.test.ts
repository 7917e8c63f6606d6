import { fileState } from '../../src/app/consolidate/dry-run';
import { commonPeriod } from '../../src/app/receive/common-period';
import { readPeriod } from '../../src/core/text/period';

test.each([
  ['rejected', ['error'], 'unread'],
  ['ignored', ['error'], 'ignored'],
  ['read', ['info'], 'clean'],
  ['read', [], 'clean'],
  ['read', ['info', 'warning'], 'warned'],
  ['read', ['warning', 'error'], 'wrong'],
] as const)('a file that is %s with %j counts as %s', (status, severities, state) => {
  expect(
    fileState(
      { status },
      severities.map((severity) => ({ severity })),
    ),
  ).toBe(state);
});

test('the period is common only where all that name one agree', () => {
  const [year, quarter] = [readPeriod('năm 2020'), readPeriod('Quý III/2020')];
  expect(commonPeriod([{ period: year }, { period: null }, { period: year }])).toEqual(year);
  expect(commonPeriod([{ period: year }, { period: quarter }])).toBeNull();
  expect(commonPeriod([{ period: null }])).toBeNull();
});
