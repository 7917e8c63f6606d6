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
      return say(issue, words, `ghi ${words.figure(actual, issue.at)}; dòng tổng cộng của cột này ghi ${words.figure(params.number('total'), issue.at)}, cộng các dòng được ${words.figure(params.number('sum'), issue.at)}, lệch đúng bằng chỗ lệch của dòng này; đề nghị đơn vị kiểm tra lại`);
    }
    return say(issue, words, `${words.figure(actual, issue.at)} khác tổng các dòng (${words.figure(expected, issue.at)}); đề nghị đơn vị kiểm tra lại`);
  },
};
