import { validate } from '../../../../src/core/validate/run';
import { checkSentences } from '../fixtures/check-sentences';
import { levels, plans } from '../fixtures/levels';
import { told } from '../fixtures/told';

test('a plan with a date and a result in the note, and no figures: told once, at the first', () => {
  expect(told('not-filled', [plans([['6', '10/01/2020', '', '', 'Đạt 100% kế hoạch']])])).toEqual([
    'D5 warning null null',
  ]);
  expect(told('not-filled', [plans([['6', '10/01/2020', '5', '', 'Đạt trên 90% kế hoạch']])])).toEqual([
    'E5 warning null null',
  ]);
  expect(told('not-filled', [plans([['6', '10/01/2020', '-', '-', 'Đạt 100% kế hoạch']])])).toEqual([
    'D5 warning null null',
  ]);
});
test('without a result in the note it is only to know', () => {
  expect(told('not-filled', [plans([['6', '10/01/2020', '', '', '']])])).toEqual(['D5 info null null']);
});
test('a plan that does not exist is not left out', () => {
  expect(told('not-filled', [plans([['5', '-', '-', '-', 'Không có đơn vị trực thuộc']])])).toEqual([]);
});
test('a share that can be computed', () => {
  expect(
    told('not-filled', [
      levels(4, [
        ['1', '10', '10', '', '', '100%'],
        ['2', '4', '4', '', '', ''],
        ['3', '-', '', '', '', ''],
      ]),
    ]),
  ).toEqual(['G6 warning 0.4 null']);
  expect(
    told('not-filled', [
      levels(4, [
        ['1', '10', '10', '', '', '-'],
        ['2', '4', '4', '', '', ''],
      ]),
    ]),
  ).toEqual(['G5 warning null null']);
});
test('a figure left out beside its share', () => {
  expect(
    told('not-filled', [
      levels(4, [
        ['1', '10', '10', '', '', '100%'],
        ['2', '', '', '', '', '40%'],
      ]),
    ]),
  ).toEqual(['C6 warning null null']);
});
test('a form nobody filled in', () => {
  const form = levels(3, [
    ['1', '', '', '', ''],
    ['2', '', '', '', ''],
  ]);
  expect(form.empty).toBe(true);
  expect(told('not-filled', [form])).toEqual(['undefined warning null null']);
});
test('rows left out while most are filled are told once for the appendix', () => {
  const form = levels(3, [
    ['1', '1', '1', '', ''],
    ['2', '-', '', '', ''],
    ['3', '', '', '', ''],
  ]);
  const issues = validate({ name: '', appendices: [form], period: null }).filter((i) => i.rule === 'not-filled');
  expect(issues.map((i) => [i.severity, i.params?.['rows']])).toEqual([['info', ['3']]]);
});
test('the sentence', () => {
  checkSentences('not-filled', { params: { note: 'Đạt 100% kế hoạch' } }, ['Đạt 100% kế hoạch']);
  checkSentences('not-filled', { params: { rows: ['6', '7'] } }, ['dòng 6, dòng 7']);
  checkSentences('not-filled', { params: { form: true } }, ['Phụ lục 2']);
  checkSentences('not-filled', { expected: 0.4, params: { part: 4, whole: 10 } }, ['4/10']);
});
