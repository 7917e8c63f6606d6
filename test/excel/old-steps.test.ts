import type { SheetInfo } from '../../src/excel/book/inspect';
import type { Step } from '../../src/excel/book/journal';
import { MOST_BYTES, MOST_DAYS, tooOld } from '../../src/excel/steps/drop-old-steps';

const DAY = 86_400_000;
const step = (id: string, daysAgo: number): Step => ({
  id,
  title: id,
  at: new Date(Date.UTC(2026, 11, 20) - daysAgo * DAY).toISOString(),
  kind: 'sheets',
  sheets: [],
  order: [],
  active: '',
  aside: 1,
});
const aside = (id: string, bytes: number): SheetInfo =>
  ({ backup: { step: id, visibility: 'Visible', name: id }, mark: { bytes } }) as unknown as SheetInfo;

test('a step of a former quarter goes with the next one, the newest never', () => {
  expect(
    tooOld({
      steps: [step('a', MOST_DAYS + 40), step('b', MOST_DAYS + 1), step('c', MOST_DAYS - 1), step('d', 0)],
      sheets: [],
    }),
  ).toEqual(['a', 'b']);
  expect(tooOld({ steps: [step('a', 900)], sheets: [] })).toEqual([]);
});

test('put-aside sheets stay within their bytes', () => {
  const steps = [step('a', 3), step('b', 2), step('c', 1)];
  expect(tooOld({ steps, sheets: ['a', 'b', 'c'].map((id) => aside(id, MOST_BYTES * 0.4)) })).toEqual(['a']);
  expect(tooOld({ steps, sheets: ['a', 'b', 'c'].map((id) => aside(id, MOST_BYTES * 0.3)) })).toEqual([]);
  expect(tooOld({ steps, sheets: [aside('c', MOST_BYTES * 3)] })).toEqual(['a', 'b']);
});
