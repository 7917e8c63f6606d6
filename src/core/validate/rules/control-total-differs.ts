import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/**
 * A province-wide form beside the sum of the senders (footnote of Phụ lục 2): compared, never added. Found by
 * consolidation.
 */
export const controlTotalDiffers: Rule = {
  id: 'control-total-differs',
  severity: 'warning',
  summary: 'Tổng các đơn vị khác biểu toàn tỉnh của sở chuyên ngành.',
  message(issue, words) {
    const params = paramsOf(issue);
    const sum = params.number('sum') ?? (typeof issue.actual === 'number' ? issue.actual : null);
    const control = params.number('control') ?? (typeof issue.expected === 'number' ? issue.expected : null);
    const sender = params.text('agency') ?? words.sender(issue.at);
    const added =
      sum === null ? 'các đơn vị không có số liệu để cộng' : `cộng các đơn vị được ${words.figure(sum, issue.at)}`;
    return say(
      issue,
      words,
      `biểu toàn tỉnh${sender ? ` của ${sender}` : ''} ghi ${words.figure(control, issue.at)}, ` +
        `${added}; đề nghị đối chiếu`,
    );
  },
};
