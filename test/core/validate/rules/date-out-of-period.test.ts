import { checkSentences } from '../fixtures/check-sentences';
import { plans } from '../fixtures/levels';
import { told } from '../fixtures/told';

const issued = (date: string): string[] => told('date-out-of-period', [plans([['1', date, '1', '1', '']])]);

test('this year and the year before', () => {
  expect(issued('17/3/2020')).toEqual([]);
  expect(issued('18/11/2019')).toEqual([]);
  expect(issued('31/12/2018')).toEqual(['C5 warning 2020 2018-12-31']);
  expect(issued('01/01/2021')).toEqual(['C5 warning 2020 2021-01-01']);
});
test('a period that is mostly of two years', () => {
  const period = { from: '2019-07-01', to: '2020-06-30', label: '' };
  expect(told('date-out-of-period', [plans([['1', '02/5/2018', '1', '1', '']])], period)).toEqual([]);
});
test('the sentence', () =>
  checkSentences('date-out-of-period', { expected: '2020', actual: '2018-12-31', params: { years: ['2020'] } }, [
    '31/12/2018',
    '2020',
  ]));
