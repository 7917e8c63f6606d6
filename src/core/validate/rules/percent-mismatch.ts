import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A percentage against its part and whole, with the precision it was typed with. */
export const percentMismatch: Rule = {
  id: 'percent-mismatch',
  severity: 'warning',
  summary: 'Tỷ lệ phần trăm không khớp với số liệu.',
  message(issue, words) {
    const params = paramsOf(issue);
    const part = params.number('part');
    const whole = params.number('whole');
    const sum = part === null || whole === null ? '' : `${words.figure(part)}/${words.figure(whole)} = `;
    return say(issue, words, `ghi ${words.figure(issue.actual, issue.at)}, tính từ số liệu được ${sum}${words.figure(issue.expected, issue.at)}${params.flag('otherBase') ? '; có thể đơn vị tính trên tổng khác' : ''}; đề nghị đơn vị kiểm tra lại`);
  },
};
