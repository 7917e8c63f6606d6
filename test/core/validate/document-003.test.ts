import type { Issue } from '../../../src/core/model/issue';
import { ruleById } from '../../../src/core/validate/rule-by-id';
import { validate } from '../../../src/core/validate/run';
import { toFindings } from '../../../src/core/validate/to-findings';
import { document003, nam2020 } from './fixtures/document-003';

const group = {
  name: 'Thanh tra tỉnh',
  appendices: document003,
  period: nam2020,
};
const severityOf = (issue: Issue): string => issue.severity ?? ruleById(issue.rule).severity;
const told = (issues: readonly Issue[], severity: string): string[] =>
  issues
    .filter((i) => severityOf(i) === severity)
    .map((i) => `${i.at.sheet} ${i.at.row} ${i.at.column} ${i.at.cell} ${i.rule}`);

/**
 * domain.md section 10, document 003. Row 2 of Phụ lục 1 (1) beside rows 1 and 2 of Phụ lục 2 (6, "Cấp phòng") is a
 * difference of units, not of figures: Phụ lục 1 counts "nhiệm vụ/ đơn vị" and does not say which, so it is a remark.
 */
const WARNINGS = [
  'PL1 5 note F9 note-contradicts',
  'PL1 6 assigned D10 not-filled',
  'PL1 7 assigned D11 not-filled',
  'PL2 1 province D5 cross-appendix',
  'PL2 8 total C12 part-exceeds-whole',
  'PL2 26 total C30 missing-split',
  'PL4 2 percent G6 not-filled',
];

test('the genuine figures give the warnings a careful officer wrote down, and nothing else', () => {
  const issues = validate(group);
  expect(told(issues, 'warning')).toEqual(WARNINGS);
  expect(told(issues, 'error')).toEqual([]);
  expect(told(issues, 'info')).toEqual(['PL1 undefined undefined undefined cross-appendix']);
});

test('the same without a period: the year comes from the reference line', () => {
  expect(told(validate({ ...group, period: null }), 'warning')).toEqual(WARNINGS);
});

test('the sentences, a few of them', () => {
  const messages = toFindings(validate(group), [group]).map((f) => f.message);
  expect(messages[0]).toBe(
    'Phụ lục 1: dòng 2 khác Phụ lục 2 (dòng 1, dòng 2); báo cáo không ghi rõ hai phụ lục cùng đếm cơ quan hay đếm ' +
      'nhiệm vụ nên không coi là mâu thuẫn.',
  );
  expect(messages[5]).toBe(
    'Phụ lục 2, dòng 8, cột Tổng số: 1 trong khi dòng 6 “Số cơ quan có cơ cấu công chức theo vị trí việc…” ghi ' +
      '“-”; đề nghị đơn vị kiểm tra lại.',
  );
  expect(messages[7]).toBe('Phụ lục 4, dòng 2, cột Tỷ lệ %: chưa ghi tỷ lệ; tính từ số liệu được 4/10 = 40%.');
});
