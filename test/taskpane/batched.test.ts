import { batched } from '../../src/taskpane/run/batched';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('the first item comes at once, the others together after each pause, all of them in order', () => {
  const seen: number[][] = [];
  const line = batched<number>((items) => seen.push([...items]), 100);
  for (const n of [1, 2, 3]) line.push(n);
  expect(seen).toEqual([[1]]);
  jest.advanceTimersByTime(100);
  expect(seen).toEqual([[1], [2, 3]]);
  line.push(4);
  line.push(5);
  line.flush();
  expect(seen.flat()).toEqual([1, 2, 3, 4, 5]);
  line.push(6);
  line.push(7);
  line.drop();
  jest.advanceTimersByTime(1000);
  expect(seen.flat()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a hundred items of one pause are applied a few times, not a hundred', () => {
  let times = 0;
  const line = batched(() => {
    times += 1;
  }, 100);
  for (let i = 0; i < 100; i++) {
    line.push(i);
    jest.advanceTimersByTime(2);
  }
  line.flush();
  expect(times).toBeLessThanOrEqual(5);
});
