import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { told } from '../fixtures/told';

test.each([
  ['a total alone', ['4', '', '', ''], ['C5 warning null 4']],
  ['a total with dashes', ['4', '-', '-', '-'], ['C5 warning null 4']],
  ['a total of zero', ['0', '', '', ''], []],
  ['split', ['4', '4', '', ''], []],
  ['wrong split is another rule', ['4', '3', '', ''], []],
])('%s', (_, figures, expected) => {
  expect(told('missing-split', [levels(3, [['1', ...figures]])])).toEqual(expected);
});

test('the sentence', () => checkSentences('missing-split', { actual: 1234 }, ['1.234']));
