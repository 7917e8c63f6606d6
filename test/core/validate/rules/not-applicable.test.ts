import { validate } from '../../../../src/core/validate/run';
import { checkSentences } from '../fixtures/check-sentences';
import { levels } from '../fixtures/levels';
import { told } from '../fixtures/told';

test('a figure in a level that the row cannot have', () => {
  expect(told('not-applicable', [levels(2, [['28', '5', '5', '', '']])])).toEqual(['D5 warning null 5']);
  expect(told('not-applicable', [levels(2, [['28', '5', '0', '-', '5']])])).toEqual([]);
  expect(told('not-applicable', [levels(2, [['4', '5', '3', '1', '1']])])).toEqual(['F5 warning null 1']);
});
test('the sentence', () => checkSentences('not-applicable', { actual: 1234 }, ['1.234']));

test('a commune has no figures of its own at the levels above it, whatever the form', () => {
  for (const form of [2, 3] as const) {
    const appendix = levels(form, [['1', '5', '3', '1', '1']]);
    const cells = (level: 'commune' | 'district' | null): (string | undefined)[] =>
      validate({ name: 'a', appendices: [appendix], level, period: null })
        .filter((i) => i.rule === 'not-applicable')
        .map((i) => i.at.cell);
    expect(cells('commune')).toEqual(['D5', 'E5']);
    expect(cells('district')).toEqual([]);
    expect(cells(null)).toEqual([]);
  }
});
