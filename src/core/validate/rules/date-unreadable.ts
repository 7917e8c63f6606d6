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
    return say(issue, words, `${text ? `“${text}” không đọc được thành ngày` : 'ngày, tháng không đọc được'}${reason ? ` (${reason})` : ''}; đề nghị đơn vị ghi dạng ngày/tháng/năm`);
  },
};
