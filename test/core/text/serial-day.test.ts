import { serialDay } from '../../../src/core/text/serial-day';

test.each([
  [43_860, '2020-01-30'],
  [36_526, '2000-01-01'],
  [73_050, '2099-12-31'],
  [36_525, null],
  [73_051, null],
  [2_020, null],
  [43_860.5, null],
  [20_200_130, null],
])('%p is the day %p', (value, expected) => {
  expect(serialDay(value)).toBe(expected);
});
