import type { Level } from '../../model/agency';
import type { Issue } from '../../model/issue';
import type { Form } from '../form';
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
    if (paramsOf(issue).flag('above'))
      return say(
        issue,
        words,
        `có ${words.figure(issue.actual, issue.at)} ở cấp trên của đơn vị gửi; đề nghị đơn vị kiểm tra lại ` +
          'xem số này có phải của cấp xã không',
      );
    return say(
      issue,
      words,
      `có ${words.figure(issue.actual, issue.at)} ở cấp mà chỉ tiêu này không có; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check({ form, level }) {
    yield* aboveSender(form, level);
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

/** A commune has no figures of its own at a level above it; those would be added to that level's sum. */
function* aboveSender(form: Form, level: Level | null): Iterable<Issue> {
  if (level !== 'commune' || form.appendix.scope === 'province-wide') return;
  for (const column of form.columnsOf('level')) {
    if (column.level === 'commune') continue;
    for (const row of form.rows) {
      const declared = form.template.rows.find((r) => r.key === row);
      const method = declared?.consolidate?.[column.key] ?? column.consolidate;
      const amount = form.amount(row, column.key);
      if (method !== 'sum' || amount.state !== 'given' || amount.value === 0) continue;
      if (declared?.columns && !declared.columns.includes(column.key)) continue;
      yield { rule: 'not-applicable', at: form.place(row, column.key), actual: amount.value, params: { above: true } };
    }
  }
}
