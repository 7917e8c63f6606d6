import { validate } from '../../../../src/core/validate/run';
import { checkSentences } from '../fixtures/check-sentences';
import { appendixOf } from '../fixtures/appendix-of';
import { levels } from '../fixtures/levels';
import { notRun, told } from '../fixtures/told';

const three = levels(3, [
  ['1', '1', '1', '', ''],
  ['2', '2', '', '2', ''],
  ['3', '-', '', '', ''],
]);

test('a bound of another appendix, level by level', () => {
  expect(told('cross-appendix', [levels(2, [['3', '1', '1', '', '']]), three])).toEqual([]);
  expect(told('cross-appendix', [levels(2, [['3', '3', '3', '', '']]), three])).toEqual(['D5 warning 1 3']);
  expect(told('cross-appendix', [levels(2, [['3', '3', '', '3', '']]), three])).toEqual(['C5 warning 1 3']);
});
test('a bound of two rows together', () => {
  expect(told('cross-appendix', [levels(2, [['10', '3', '1', '2', '']]), three])).toEqual([]);
  expect(told('cross-appendix', [levels(2, [['10', '5', '1', '4', '']]), three])).toEqual(['E5 warning 2 4']);
});
test('procedures of both appendices must be equal, level by level', () => {
  const four = levels(4, [
    ['1', '10', '10', '', '', '100%'],
    ['2', '4', '4', '', '', '40%'],
    ['3', '-', '', '', '', ''],
  ]);
  expect(told('cross-appendix', [levels(2, [['26', '4', '4', '', '']]), four])).toEqual([]);
  expect(told('cross-appendix', [levels(2, [['26', '5', '5', '', '']]), four])).toEqual(['D5 error 4 5']);
  expect(told('cross-appendix', [levels(2, [['26', '5', '', '', '']]), four])).toEqual(['C5 error 4 5']);
  expect(told('cross-appendix', [levels(2, [['26', '7', '4', '3', '']]), four])).toEqual(['C5 error 4 7']);
  expect(told('cross-appendix', [levels(2, [['26', '8', '5', '3', '']]), four])).toEqual(['D5 error 4 5']);
  expect(told('cross-appendix', [levels(2, [['26', '9', '4', '0', '']]), four])).toEqual([]);
  expect(told('cross-appendix', [levels(2, [['27', '7', '7', '', '']]), four])).toEqual([]);
});
test("a province-wide form is not held against the sender's own", () => {
  const wide = levels(2, [['3', '30', '30', '', '']], { scope: 'province-wide' });
  expect(told('cross-appendix', [wide, three])).toEqual([]);
  expect(notRun('cross-appendix', [wide, three])).toEqual([['không có Phụ lục 3 toàn tỉnh để đối chiếu']]);
});
test('an appendix that was not sent is told once, with the number of places', () => {
  const issues = validate({
    name: '',
    appendices: [
      levels(2, [
        ['3', '1', '1', '', ''],
        ['6', '1', '1', '', ''],
        ['26', '4', '4', '', ''],
      ]),
    ],
    period: null,
  });
  expect(
    issues
      .filter((i) => i.rule === 'rule-not-run')
      .map((i) => [i.params?.['rule'], i.params?.['reasons'], i.params?.['count']]),
  ).toEqual([['cross-appendix', ['đơn vị chưa gửi Phụ lục 3', 'đơn vị chưa gửi Phụ lục 4'], 3]]);
});
test('the appendix of the same file is the one to compare with', () => {
  const other = levels(3, [['1', '9', '9', '', '']], { file: 'ban-sau.xlsx' });
  expect(told('cross-appendix', [levels(2, [['3', '3', '3', '', '']]), three, other])).toEqual(['D5 warning 1 3']);
});
test('bounds that no wording can explain are errors: rows 16, 17 and 19, 20 against Phụ lục 3', () => {
  const bounds = levels(3, [
    ['2', '2', '', '2', ''],
    ['3', '2', '', '2', ''],
  ]);
  for (const row of ['16', '17', '19', '20'])
    expect(told('cross-appendix', [levels(2, [[row, '3', '', '3', '']]), bounds])).toEqual(['E5 error 2 3']);
});
test('plans and inspections of Phụ lục 1 and 2 are held against each other only where both count agencies', () => {
  const one = (note: string) =>
    appendixOf('phu-luc-1', [['2', 'Kế hoạch kiểm tra cải cách hành chính năm', '', '8', '8', note]], {});
  const two = levels(2, [
    ['1', '6', '6', '', ''],
    ['2', '6', '6', '', ''],
  ]);
  expect(told('cross-appendix', [one('8 cơ quan, đơn vị'), two])).toEqual(['D5 warning 6 8', 'E5 warning 6 8']);
  const remarks = validate({ name: '', appendices: [one('Đạt 100% kế hoạch'), two], period: null }).filter(
    (i) => i.rule === 'cross-appendix',
  );
  expect(remarks.map((i) => [i.severity, i.params?.['rows'], i.params?.['otherRows']])).toEqual([
    ['info', ['2'], ['1', '2']],
  ]);
  // A misspelt "nhiệm vụ" does not make the header speak of agencies alone.
  const sheet = one('Đạt 100% kế hoạch');
  const misspelt = {
    ...sheet,
    columns: sheet.columns.map((c) => ({ ...c, header: c.header.replace('nhiệm vụ', 'nhiệmv ụ') })),
  };
  expect(told('cross-appendix', [misspelt, two]).filter((t) => t.includes('warning'))).toEqual([]);
});
test('the sentence', () => {
  checkSentences(
    'cross-appendix',
    {
      expected: 1,
      actual: 6,
      params: {
        op: '<=',
        because: 'không thể nhiều hơn',
        rightTemplate: ['phu-luc-3'],
        rightRow: ['1'],
        rightColumn: ['total'],
      },
    },
    ['6 lớn hơn Phụ lục 3, dòng 1', '(1)'],
  );
});
