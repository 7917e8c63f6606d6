import type { Issue } from '../../model/issue';
import { cannotRun } from '../cannot-run';
import { crossingsOf, type Crossing } from '../crossings';
import type { Form } from '../form';
import { columnGaps, type Gap } from '../gaps';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** The row that adds the others up, column by column. */
export const totalRow: Rule = {
  id: 'total-row',
  severity: 'error',
  summary: 'Dòng tổng cộng khác tổng các dòng.',
  message(issue, words) {
    const { expected, actual } = issue;
    const params = paramsOf(issue);
    if (params.text('crossing')) {
      return say(
        issue,
        words,
        `ghi ${words.figure(actual, issue.at)}; dòng tổng cộng của cột này ghi ` +
          `${words.figure(params.number('total'), issue.at)}, cộng các dòng được ` +
          `${words.figure(params.number('sum'), issue.at)}, lệch đúng bằng chỗ lệch khi cộng theo dòng của ô này; ` +
          'đề nghị đơn vị kiểm tra lại',
      );
    }
    return say(
      issue,
      words,
      `${words.figure(actual, issue.at)} khác tổng các dòng (${words.figure(expected, issue.at)}); đề nghị đơn ` +
        'vị kiểm tra lại',
    );
  },
  *check({ form }) {
    const { totalRow } = form.template;
    if (totalRow && !form.hasRow(totalRow.key) && !form.appendix.empty) {
      yield cannotRun('total-row', form.place(), `bảng không có dòng “${totalRow.label}”`);
    }
    const { byColumn } = crossingsOf(form);
    for (const gap of columnGaps(form)) {
      const issue = look(form, gap, byColumn.get(gap.column));
      if (issue) yield issue;
    }
  },
};

function look(form: Form, gap: Gap, crossing: Crossing | undefined): Issue | null {
  const { row, column, total, sum } = gap;
  const at = form.place(row, column);
  if (gap.cannot !== null) return cannotRun('total-row', at, gap.cannot);
  const { severity } = gap.identity;
  if (total.state !== 'given')
    return sum === 0 ? null : { rule: 'total-row', severity: 'warning', at, expected: sum, actual: null };
  if (total.value === sum) return null;
  if (!crossing) return { rule: 'total-row', severity, at, expected: sum, actual: total.value };
  const { fitting: expected, actual } = crossing;
  return {
    rule: 'total-row',
    severity,
    at: form.place(crossing.row, column),
    expected,
    actual,
    params: { crossing: crossing.row, total: total.value, sum },
  };
}
