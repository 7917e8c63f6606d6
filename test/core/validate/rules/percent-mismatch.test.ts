import type { Appendix } from '../../../../src/core/model/appendix';
import { ruleById } from '../../../../src/core/validate/rule-by-id';
import { wordsOf } from '../../../../src/core/validate/words';
import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { notRun, told } from '../fixtures/told';

const four = (first: string[], second: string[]): Appendix =>
  levels(4, [
    ['1', ...first],
    ['2', ...second],
  ]);
const of10 = (percent: string, figure = '4'): Appendix =>
  four(['10', '10', '', '', '100%'], [figure, figure, '', '', percent]);

test.each([
  ['40%', '4', []],
  ['40', '4', []],
  ['30%', '4', ['G6 warning 0.4 0.3']],
  ['33%', '3', ['G6 warning 0.3 0.33']],
])('%s beside %s of 10', (percent, figure, expected) => {
  expect(told('percent-mismatch', [of10(percent, figure)])).toEqual(expected);
});
test('rounded to the digits shown', () => {
  const of24 = (percent: string): string[] =>
    told('percent-mismatch', [four(['24', '24', '', '', '100%'], ['23', '23', '', '', percent])]);
  expect(of24('96%')).toEqual([]);
  expect(of24('95,8%')).toEqual([]);
  expect(of24('95%')).toEqual(['G6 warning 0.958333 0.95']);
  expect(of24('95,9%')).toEqual(['G6 warning 0.958333 0.959']);
});
test('a fraction stored by a formula counts to a hundredth of a percent point', () => {
  const form = of10('40%', '4');
  const stored = (value: number): Appendix => ({
    ...form,
    cells: form.cells.map((c) =>
      c.cell === 'G6' ? { ...c, text: '33%', stored: value, figure: { kind: 'percent', value } } : c,
    ),
  });
  expect(told('percent-mismatch', [stored(0.40004)])).toEqual([]);
  expect(told('percent-mismatch', [stored(0.40123)])).toEqual(['G6 warning 0.4 0.40123']);
  expect(told('percent-mismatch', [stored(0.4)])).toEqual([]);
});
test('the base is larger where the first row is not all of it', () => {
  expect(told('percent-mismatch', [four(['10', '10', '', '', '50%'], ['4', '4', '', '', '20%'])])).toEqual([]);
  expect(told('percent-mismatch', [four(['10', '10', '', '', '50%'], ['4', '4', '', '', '40%'])])).toEqual([
    'G6 info 0.2 0.4',
  ]);
});
test('where nothing tells the base, a larger one is only mentioned', () => {
  expect(told('percent-mismatch', [four(['10', '10', '', '', ''], ['4', '4', '', '', '20%'])])).toEqual([
    'G6 info 0.4 0.2',
  ]);
  expect(told('percent-mismatch', [four(['10', '10', '', '', ''], ['4', '4', '', '', '90%'])])).toEqual([
    'G6 warning 0.4 0.9',
  ]);
});
test('a share of nothing', () => expect(told('percent-mismatch', [of10('5%', '-')])).toEqual(['G6 warning 0 0.05']));
test('a share that cannot be read is told', () =>
  expect(notRun('percent-mismatch', [of10('bốn')])).toEqual([['ô G6 của Phụ lục 4 không đọc được']]));
test('above 100 % another rule speaks', () => expect(told('percent-mismatch', [of10('400%')])).toEqual([]));
test('the sentence', () => {
  const message = ruleById('percent-mismatch').message(
    {
      rule: 'percent-mismatch',
      at: { template: 'phu-luc-4', row: '2', column: 'percent' },
      expected: 0.4,
      actual: 0.3,
      params: { part: 4, whole: 10 },
    },
    wordsOf([]),
  );
  expect(message).toContain('ghi 30%, tính từ số liệu được 4/10 = 40%');
  checkSentences('percent-mismatch', { expected: 0.4, actual: 0.3 }, []);
});
