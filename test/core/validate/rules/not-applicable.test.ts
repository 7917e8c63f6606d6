import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { told } from '../fixtures/told';

test('a figure in a level that the row cannot have', () => {
  expect(told('not-applicable', [levels(2, [['28', '5', '5', '', '']])])).toEqual(['D5 warning null 5']);
  expect(told('not-applicable', [levels(2, [['28', '5', '0', '-', '5']])])).toEqual([]);
  expect(told('not-applicable', [levels(2, [['4', '5', '3', '1', '1']])])).toEqual(['F5 warning null 1']);
});
test('the sentence', () => checkSentences('not-applicable', { actual: 1234 }, ['1.234']));
