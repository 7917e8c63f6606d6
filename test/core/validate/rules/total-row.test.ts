import type { Appendix } from '../../../../src/core/model/appendix';
import { appendixOf } from '../fixtures/appendix-of';
import { checkSentences } from '../fixtures/check-sentences';
import { notRun, told } from '../fixtures/told';

const line = (field: string, ...figures: string[]): string[] => [field, ...figures];
const columns = ['field', 'received', 'early', 'onTime', 'overdue', 'returned', 'pending'];
const table = (total: string[]): Appendix =>
  appendixOf(
    'mot-cua',
    [
      line('Đất đai', '10', '4', '5', '', '2', '1'),
      line('Môi trường', '3', '3', '', '', '', ''),
      line('Tổng cộng', ...total),
    ],
    { columns },
  );

test('the total row adds the rows up', () =>
  expect(told('total-row', [table(['13', '7', '5', '0', '2', '1'])])).toEqual([]));
test('a column that is off without its row being off names the total', () => {
  expect(told('total-row', [table(['13', '7', '5', '0', '3', '1'])])).toEqual(['F7 error 2 3']);
});
test('a wrong figure in the total row is named once by column and once by row', () => {
  expect(told('total-row', [table(['13', '8', '5', '0', '2', '1'])])).toEqual(['C7 error 7 8']);
  expect(told('sum-levels', [table(['13', '8', '5', '0', '2', '1'])])).toEqual(['C7 error 7 8']);
});
test('a refused figure stops its column', () => {
  expect(told('total-row', [table(['13', '7', 'năm', '0', '2', '1'])])).toEqual([]);
  expect(notRun('total-row', [table(['13', '7', 'năm', '0', '2', '1'])])).toHaveLength(1);
});
test('the sentence', () => {
  checkSentences('total-row', { expected: 2, actual: 3 }, ['3 khác tổng các dòng (2)']);
  checkSentences('total-row', { expected: 60, actual: 63, params: { crossing: 'đất đai', total: 467, sum: 470 } }, [
    '63',
    '467',
    '470',
  ]);
});
