import { vietnamTime } from '../../../src/core/text/vietnam-time';

test('the time of Vietnam, also over midnight; what is no time comes back', () => {
  expect(vietnamTime('2020-12-16T02:30:00.000Z')).toBe('09:30 ngày 16/12/2020');
  expect(vietnamTime('2020-12-31T18:05:00.000Z')).toBe('01:05 ngày 01/01/2021');
  expect(vietnamTime('hôm qua')).toBe('hôm qua');
});
