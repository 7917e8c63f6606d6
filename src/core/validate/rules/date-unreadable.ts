import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A date column with something that is no date: "13/01/20120". */
export const dateUnreadable: Rule = {
  id: 'date-unreadable',
  severity: 'warning',
  summary: 'Ngày, tháng không đọc được.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text = params.text('text') ?? (typeof issue.actual === 'string' ? issue.actual : null);
    const reason = params.text('reason');
    const what = text ? `“${text}” không đọc được thành ngày` : 'ngày, tháng không đọc được';
    return say(issue, words, `${what}${reason ? ` (${reason})` : ''}; đề nghị đơn vị ghi dạng ngày/tháng/năm`);
  },
  *check({ form }) {
    for (const { key: column } of form.columnsOf('date'))
      for (const row of form.rows) {
        const cell = form.cell(row, column);
        if (!cell || !['refused', 'text', 'number'].includes(cell.figure.kind)) continue;
        // Two rows for one plan: the dates can be read, and the rows are asked about.
        if (cell.figure.kind === 'refused' && cell.figure.rule === 'duplicate-row') continue;
        const reason = cell.figure.kind === 'refused' ? cell.figure.reason : null;
        yield {
          rule: 'date-unreadable',
          at: form.place(row, column),
          actual: cell.text,
          params: { text: cell.text, reason },
        };
      }
  },
};
