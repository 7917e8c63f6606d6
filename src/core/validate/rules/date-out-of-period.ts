import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Plans are issued in the year of the report or late in the year before (domain 3.5). */
export const dateOutOfPeriod: Rule = {
  id: 'date-out-of-period',
  severity: 'warning',
  summary: 'Ngày ban hành không thuộc năm báo cáo hoặc năm liền trước.',
  message(issue, words) {
    const years = paramsOf(issue).list('years');
    return say(issue, words, `${words.figure(issue.actual ?? paramsOf(issue).text('text'))} không thuộc năm báo cáo${years.length ? ` (${years.join(', ')})` : ''} hoặc năm liền trước; đề nghị đơn vị kiểm tra lại`);
  },
};
