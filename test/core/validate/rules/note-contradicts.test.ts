import type { Appendix } from '../../../../src/core/model/appendix';
import { checkSentences } from '../fixtures/check-sentences';
import { levels, plans } from '../fixtures/levels';
import { notRun, told } from '../fixtures/told';

const plan = (assigned: string, completed: string, note: string, date = '30/01/2020'): Appendix =>
  plans([['1', date, assigned, completed, note]]);

test.each([
  ['43', '43', 'Đạt 100% kế hoạch', []],
  ['43', '42', 'Đạt 100% kế hoạch', ['F5 error 0.976744 1']],
  ['20', '19', 'Đạt 95% kế hoạch', []],
  ['43', '42', 'Đạt 98%', []],
  ['43', '42', 'Đạt 97,7%', []],
  ['43', '42', 'Đạt 97,8%', ['F5 warning 0.976744 0.978']],
  ['20', '10', 'Đạt 95% kế hoạch', ['F5 warning 0.5 0.95']],
  ['20', '10', 'Đạt trên 95% kế hoạch', []],
  ['0', '0', 'Đạt 100%', []],
])('%s planned, %s done, "%s"', (assigned, completed, note, expected) => {
  expect(told('note-contradicts', [plan(assigned, completed, note)])).toEqual(expected);
});
test('a result without a date and without figures', () => {
  expect(told('note-contradicts', [plan('-', '-', 'Đạt 100% kế hoạch', '-')])).toHaveLength(1);
  expect(told('not-filled', [plan('-', '-', 'Đạt 100% kế hoạch', '-')])).toEqual([]);
});
test("another year than the report's", () => {
  const note = 'triển khai theo kế hoạch vào quý IV/2019';
  expect(told('note-contradicts', [plan('1', '1', note)])).toEqual(['F5 warning 2020 2019']);
  expect(told('note-contradicts', [plan('1', '1', 'theo Nghị định 130/2005, giai đoạn 2016-2020')])).toEqual([]);
  expect(told('note-contradicts', [plan('1', '1', 'quý IV/2019 và quý I/2020')])).toEqual([]);
  expect(told('note-contradicts', [plan('1', '1', note)], { from: '2019-01-01', to: '2019-12-31', label: '' })).toEqual(
    [],
  );
});
test('a year that cannot be judged is told', () => {
  const undated = { ...plan('1', '1', 'vào quý IV/2019', '-'), title: '' };
  expect(notRun('note-contradicts', [undated], null)).toEqual([['chưa rõ năm báo cáo']]);
});
test('counted pieces add up to the figure', () => {
  const form = (note: string): string[] =>
    told('note-contradicts', [levels(4, [['1', '10', '10', '', '', '100%', note]])]);
  expect(form('05 TTHC lĩnh vực KNTC, 05 TTHC lĩnh vực PCTN')).toEqual([]);
  expect(form('05 TTHC lĩnh vực KNTC, 04 TTHC lĩnh vực PCTN')).toEqual(['H5 info 10 9']);
  expect(form('05 TTHC lĩnh vực KNTC, còn lại PCTN')).toEqual([]);
});
test('the sentence', () => {
  checkSentences('note-contradicts', { params: { note: 'Đạt 100%', part: 42, whole: 43 } }, [
    'Đạt 100%',
    '42/43 = 97,67%',
  ]);
  checkSentences(
    'note-contradicts',
    { expected: '2020', actual: '2019', params: { note: 'quý IV/2019', years: ['2019'] } },
    ['2019', '2020'],
  );
  checkSentences('note-contradicts', { expected: 10, actual: 9, params: { composition: true, note: '05 a, 04 b' } }, [
    '9',
    '10',
  ]);
});
