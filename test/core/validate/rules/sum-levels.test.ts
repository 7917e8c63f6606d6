import { appendixOf } from '../fixtures/appendix-of';
import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { notRun, told } from '../fixtures/told';

test.each([
  ['total above the levels', ['5', '3', '0', ''], ['C5 error 3 5']],
  ['total below the levels', ['5', '3', '2', '1'], ['C5 error 6 5']],
  ['holds', ['6', '3', '2', '1'], []],
  ['a dash and blanks', ['-', '', '', ''], []],
  ['blank total, levels given: an offer to add it', ['', '3', '2', ''], ['C5 warning 5 null']],
  ['blank total, levels of zero', ['', '0', '0', '0'], []],
  ['a dash against levels', ['-', '3', '', ''], ['C5 error 3 -']],
  ['zero against levels', ['0', '3', '', ''], ['C5 error 3 0']],
  ['no split is another rule', ['4', '', '', ''], []],
  ['levels written as dashes are no split', ['4', '-', '-', '-'], []],
])('%s', (_, figures, expected) => {
  expect(told('sum-levels', [levels(3, [['1', ...figures]])])).toEqual(expected);
});

test('a level that cannot be read stops the sum, and that is told', () => {
  const form = levels(3, [
    ['1', '5', '3', 'hai', ''],
    ['2', '4', 'x7', '', ''],
  ]);
  expect(told('sum-levels', [form])).toEqual([]);
  expect(notRun('sum-levels', [form])).toEqual([
    ['ô E5 của Phụ lục 3 không đọc được', 'ô D6 của Phụ lục 3 không đọc được'],
  ]);
});

test('a sheet without the province column cannot be added up; without district and commune it can', () => {
  const columns = ['stt', 'criterion', 'total', 'note'];
  const form = appendixOf('phu-luc-3', [['1', 'Cơ quan', '5', '']], { columns });
  expect(notRun('sum-levels', [form])).toEqual([['Phụ lục 3 thiếu cột Cấp tỉnh']]);
  const twoLevels = appendixOf('phu-luc-3', [['1', 'Cơ quan', '5', '4']], {
    columns: ['stt', 'criterion', 'total', 'province'],
  });
  expect(told('sum-levels', [twoLevels])).toEqual(['C5 error 4 5']);
});

test('the sentence', () => {
  checkSentences('sum-levels', { expected: 3, actual: 5, params: { levels: true } }, [
    'Phụ lục 2, dòng 3, cột Tổng số: 5 khác tổng các cấp (3)',
  ]);
  checkSentences('sum-levels', { expected: 5, actual: null, params: { levels: true, repair: 'missing-total' } }, [
    'để trống',
    '5',
  ]);
  checkSentences('sum-levels', { expected: 60, actual: 63, params: { crossing: 'early' } }, ['63', '60']);
});

test('a missing level whose figures stand in a column of unknown name stops the sum, and that is told', () => {
  const form = appendixOf('phu-luc-3', [['1', 'Cơ quan', '5', '3']], {
    columns: ['stt', 'criterion', 'total', 'province'],
  });
  expect(told('sum-levels', [form])).toHaveLength(1);
  const row = form.rows[0]!.gridRow;
  form.refused.push({ at: { row, col: 9 }, cell: 'J5', text: '2', stored: 2, reason: 'không nhận ra cột' });
  expect(told('sum-levels', [form])).toEqual([]);
  expect(notRun('sum-levels', [form])).toEqual([['có cột chưa rõ tên có thể là cột còn thiếu']]);
});
