import type { Issue } from '../../model/issue';
import { cannotRun } from '../cannot-run';
import { crossingsOf, type Crossing } from '../crossings';
import type { Form } from '../form';
import { gapSize, rowGaps, type Gap } from '../gaps';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { termParams, termsOf } from '../terms';

/**
 * Phụ lục 2 to 4: Tổng số = tỉnh + huyện + xã. One-stop table: tiếp nhận = trước hạn + đúng hạn + quá hạn + đang xử lý.
 */
export const sumLevels: Rule = {
  id: 'sum-levels',
  severity: 'error',
  summary: 'Tổng số khác tổng các cấp (các cột thành phần).',
  message(issue, words) {
    const params = paramsOf(issue);
    const parts = termsOf(issue).map((term) => words.other(term, issue.at));
    const sum = parts.length && !params.flag('levels') ? `tổng ${parts.join(', ')}` : 'tổng các cấp';
    const { expected, actual } = issue;
    if (params.text('crossing')) {
      return say(
        issue,
        words,
        `ghi ${words.figure(actual, issue.at)}; cộng theo dòng và cộng theo cột cùng lệch một số như nhau ở ô ` +
          `này, ghi ${words.figure(expected, issue.at)} thì cả hai mới khớp; đề nghị đơn vị kiểm tra lại`,
      );
    }
    if (params.text('repair') === 'missing-total') {
      return say(
        issue,
        words,
        `để trống trong khi ${sum} là ${words.figure(expected, issue.at)}; đề nghị đơn vị ghi bổ sung`,
      );
    }
    const given = typeof actual === 'number' ? words.figure(actual, issue.at) : `ghi “${actual ?? '-'}”,`;
    return say(issue, words, `${given} khác ${sum} (${words.figure(expected, issue.at)}); đề nghị đơn vị kiểm tra lại`);
  },
  *check({ form }) {
    const crossings = crossingsOf(form);
    for (const gap of rowGaps(form)) {
      const issue = look(form, gap, crossings.byRow.get(gap.row));
      if (issue) yield issue;
    }
  },
};

/** A column of the form is missing, and one that was not recognised holds just what the sum lacks. */
function unnamedPart(form: Form, gap: Gap): boolean {
  const lacking = gapSize(gap);
  if (lacking === null || gap.parts.every((p) => form.hasColumn(p.column))) return false;
  const at = form.appendix.rows.find((r) => r.key === gap.row)?.gridRow;
  return form.appendix.refused.some((r) => r.at.row === at && Number(r.stored) === lacking && r.text.trim() !== '');
}

function look(form: Form, gap: Gap, crossing: Crossing | undefined): Issue | null {
  const { row, column, total, sum, split } = gap;
  const at = form.place(row, column);
  if (gap.cannot !== null) {
    const said =
      total.state === 'cannot' ||
      total.state === 'given' ||
      split ||
      gap.parts.some((p) => form.amount(p.row, p.column).state === 'refused');
    return said ? cannotRun('sum-levels', at, gap.cannot) : null;
  }
  if (!split || gapSize(gap) === 0) return null;
  if (unnamedPart(form, gap)) return cannotRun('sum-levels', at, 'có cột chưa rõ tên có thể là cột còn thiếu');
  const params = {
    levels: gap.parts.every((p) => form.column(p.column)?.role === 'level'),
    ...termParams(gap.parts.map((p) => ({ row, column: p.column }))),
  };
  if (crossing) {
    const { fitting: expected, actual } = crossing;
    return {
      rule: 'sum-levels',
      severity: gap.identity.severity,
      at: form.place(row, crossing.column),
      expected,
      actual,
      params: { ...params, crossing: crossing.column },
    };
  }
  if (total.state === 'given')
    return { rule: 'sum-levels', severity: gap.identity.severity, at, expected: sum, actual: total.value, params };
  if (sum === 0) return null;
  // A blank total was forgotten; a dash says that there is none, which the levels deny.
  if (total.state === 'not-reported')
    return {
      rule: 'sum-levels',
      severity: 'warning',
      at,
      expected: sum,
      actual: null,
      params: { ...params, repair: 'missing-total' },
    };
  return {
    rule: 'sum-levels',
    severity: gap.identity.severity,
    at,
    expected: sum,
    actual: form.cell(row, column)?.text.trim() ?? '-',
    params,
  };
}
