import type { Appendix } from '../../../../src/core/model/appendix';
import { checkSentences } from '../fixtures/check-sentences';
import { levels, plans } from '../fixtures/levels';
import { notRun, told } from '../fixtures/told';

const pair = (whole: string[], part: string[], rows = ['24', '25']): Appendix =>
  levels(2, [
    [rows[0]!, ...whole],
    [rows[1]!, ...part],
  ]);

test.each([
  ['within', ['5', '3', '2', ''], ['4', '3', '1', ''], []],
  ['one level above: told once, at the level', ['5', '3', '2', ''], ['6', '4', '2', ''], ['D6 error 3 4']],
  ['a level against none while the whole is split', ['3', '3', '', ''], ['2', '', '2', ''], ['E6 warning null 2']],
  ['whole not split: totals', ['3', '', '', ''], ['4', '4', '', ''], ['C6 error 3 4']],
  ['part not split: totals', ['3', '3', '', ''], ['4', '', '', ''], ['C6 error 3 4']],
  ['blank total counts as its levels', ['', '3', '', ''], ['4', '', '', ''], ['C6 error 3 4']],
  ['against a dash', ['-', '', '', ''], ['1', '1', '', ''], ['C6 warning null 1']],
  ['against a blank', ['', '', '', ''], ['1', '1', '', ''], ['C6 warning null 1']],
  ['nothing against a dash', ['-', '', '', ''], ['0', '0', '', ''], []],
  ['nothing against nothing', ['-', '', '', ''], ['-', '', '', ''], []],
])('%s', (_, whole, part, expected) => {
  expect(told('part-exceeds-whole', [pair(whole, part)])).toEqual(expected);
});

test("severity is the identity's", () => {
  expect(told('part-exceeds-whole', [pair(['1', '1'], ['2', '2'], ['1', '2'])])).toEqual(['D6 warning 1 2']);
});
test('more completed than planned', () => {
  expect(told('part-exceeds-whole', [plans([['1', '30/01/2020', '43', '44', '']])])).toEqual(['E5 warning 43 44']);
});
test('a whole that cannot be read or is not on the sheet: told, not passed over', () => {
  expect(notRun('part-exceeds-whole', [pair(['ba', '', '', ''], ['1', '1', '', ''])])).toEqual([
    ['ô C5 của Phụ lục 2 không đọc được'],
  ]);
  expect(notRun('part-exceeds-whole', [levels(2, [['25', '1', '1', '', '']])])).toEqual([['Phụ lục 2 thiếu dòng 24']]);
});
test('the sentence', () => {
  const right = { rightTemplate: ['phu-luc-2'], rightRow: ['6'], rightColumn: ['total'] };
  checkSentences('part-exceeds-whole', { expected: 1200, actual: 1234, params: right }, [
    '1.234 lớn hơn dòng 6',
    '1.200',
  ]);
  checkSentences('part-exceeds-whole', { expected: null, actual: 1, params: { ...right, wholeText: '-' } }, [
    'dòng 6',
    '“-”',
  ]);
});

test('the whole of Phụ lục 4 is row 1 divided by its percentage', () => {
  const four = (percent: string, second: string) =>
    levels(4, [
      ['1', '8', '8', '', '', percent],
      ['2', second, second, '', '', ''],
    ]);
  expect(told('part-exceeds-whole', [four('80%', '9')])).toEqual([]);
  expect(told('part-exceeds-whole', [four('80%', '10')])).toEqual([]);
  expect(told('part-exceeds-whole', [four('80%', '11')])).toEqual(['C6 warning 10 11']);
  expect(told('part-exceeds-whole', [four('100%', '9')])).toEqual(['C6 warning 8 9']);
});
