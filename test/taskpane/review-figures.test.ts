import { change, percent, shown, sides } from '../../src/taskpane/review/figures';

test('figures are written as here, changes with their sign, shares never as nothing', () => {
  expect([shown(1250, '-'), shown(null, '-'), shown('', '-'), shown('a', '-')]).toEqual(['1.250', '-', '-', 'a']);
  expect([change(3, 10), change(10, 3), change(4, 4), change(null, 7), change('a', 'b'), change(null, null)]).toEqual([
    '+7',
    '−7',
    '0',
    '+7',
    '',
    '',
  ]);
  expect([percent(0), percent(0.001), percent(0.118), percent(1)]).toEqual(['0 %', '< 1 %', '12 %', '100 %']);
});

test('of two long texts the part that differs is shown, however far in it stands', () => {
  const same = 'Sở Tư pháp: đã ban hành; '.repeat(20);
  const [then, now] = sides(`${same}Sở Y tế: chưa`, `${same}Sở Y tế: rồi`, '-');
  expect(then).toMatch(/^… .*chưa$/);
  expect(now).toMatch(/^… .*rồi$/);
  expect(Math.max(then.length, now.length)).toBeLessThan(110);
  expect(sides('ngắn', 'ngắn hơn', '-')).toEqual(['ngắn', 'ngắn hơn']);
  expect(sides(null, 5, 'trống')).toEqual(['trống', '5']);
});
