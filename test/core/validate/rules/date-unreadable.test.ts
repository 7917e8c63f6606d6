import { checkSentences } from '../fixtures/check-sentences';
import { plans } from '../fixtures/levels';
import { told } from '../fixtures/told';

test('a date that is none', () => {
  expect(
    told('date-unreadable', [
      plans([
        ['1', '13/01/20120', '1', '1', ''],
        ['2', '17/3/2020', '1', '1', ''],
        ['3', '-', '-', '-', ''],
      ]),
    ]),
  ).toEqual(['C5 warning null 13/01/20120']);
});
test('what reading told already is not told twice', () => {
  const form = plans([['1', '13/01/20120', '1', '1', '']]);
  expect(told('date-unreadable', [{ ...form, issues: [{ rule: 'date-unreadable', at: { cell: 'C5' } }] }])).toEqual([]);
});
test('the sentence', () =>
  checkSentences('date-unreadable', { params: { text: '13/01/20120', reason: 'năm có năm chữ số' } }, [
    '13/01/20120',
    'năm có năm chữ số',
  ]));
