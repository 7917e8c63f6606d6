import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { told } from '../fixtures/told';

test('only above 100 %', () => {
  const form = (percent: string): string[] =>
    told('percent-over-100', [levels(4, [['1', '10', '10', '', '', percent]])]);
  expect(form('100%')).toEqual([]);
  expect(form('100,5%')).toEqual(['G5 error 1 1.005']);
});
test('the sentence', () => checkSentences('percent-over-100', { actual: 1.005 }, ['lớn hơn 100%']));
