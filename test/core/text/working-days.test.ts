import fc from 'fast-check';
import { addDays, isWorkingDay, workingDayAfter } from '../../../src/core/text/working-days';

test('two working days after the usual cut-offs', () => {
  expect(workingDayAfter('2020-12-14', 2)).toEqual({ day: '2020-12-16', known: true });
  expect(workingDayAfter('2021-03-14', 2)).toEqual({ day: '2021-03-16', known: true });
  expect(workingDayAfter('2024-06-14', 2)).toEqual({ day: '2024-06-18', known: true });
  expect(workingDayAfter('2040-12-14', 2)).toEqual({ day: '2040-12-18', known: false });
});

test('holidays and the days that make up for them', () => {
  for (const day of [
    '2020-01-01',
    '2020-01-24',
    '2020-01-28',
    '2020-04-02',
    '2020-04-30',
    '2020-05-01',
    '2022-09-02',
    '2023-01-02',
    '2021-05-03',
  ])
    expect([day, isWorkingDay(day).works]).toEqual([day, false]);
  for (const day of ['2020-01-02', '2020-12-14', '2020-09-03', '2023-01-03'])
    expect([day, isWorkingDay(day).works]).toEqual([day, true]);
});

test('property: the n-th working day works, comes later, and just n days work on the way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3600 }), fc.integer({ min: 1, max: 10 }), (offset, n) => {
      const from = addDays('2019-01-01', offset);
      const { day } = workingDayAfter(from, n);
      let works = 0;
      for (let at = addDays(from, 1); at <= day; at = addDays(at, 1)) if (isWorkingDay(at).works) works += 1;
      expect(isWorkingDay(day).works).toBe(true);
      expect(works).toBe(n);
    }),
    { numRuns: 60 },
  );
});
