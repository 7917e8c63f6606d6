import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A figure in a level where the row cannot have one, as Cấp tỉnh in a row that counts communes. */
export const notApplicable: Rule = {
  id: 'not-applicable',
  severity: 'warning',
  summary: 'Có số liệu ở cấp mà chỉ tiêu này không có.',
  message(issue, words) {
    if (paramsOf(issue).flag('ended'))
      return say(
        issue,
        words,
        `có ${words.figure(issue.actual, issue.at)} ở cấp không còn trong kỳ báo cáo (cấp huyện kết thúc ngày ` +
          '30/6/2025); đề nghị đơn vị kiểm tra lại',
      );
    return say(
      issue,
      words,
      `có ${words.figure(issue.actual, issue.at)} ở cấp mà chỉ tiêu này không có; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check({ form }) {
    for (const declared of form.template.rows) {
      if (!declared.columns || !form.hasRow(declared.key)) continue;
      for (const { key: column } of form.columnsOf('total', 'level', 'figure', 'percent')) {
        const amount = form.amount(declared.key, column);
        if (declared.columns.includes(column) || amount.state !== 'given' || amount.value === 0) continue;
        yield { rule: 'not-applicable', at: form.place(declared.key, column), actual: amount.value };
      }
    }
  },
};
