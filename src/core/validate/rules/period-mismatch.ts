import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file speaks of another period than the one being consolidated. */
export const periodMismatch: Rule = {
  id: 'period-mismatch',
  severity: 'warning',
  summary: 'Kỳ báo cáo của tệp khác kỳ đang tổng hợp.',
  message(issue, words) {
    const params = paramsOf(issue);
    const period = params.text('period') ?? (typeof issue.actual === 'string' ? issue.actual : null);
    const expected = params.text('expected') ?? (typeof issue.expected === 'string' ? issue.expected : null);
    const reads = period ? `báo cáo ghi kỳ ${period}` : 'kỳ báo cáo ghi trong tệp';
    const against = expected ? ` (${expected})` : '';
    if (params.flag('compared'))
      return say(
        issue,
        words,
        `số liệu kỳ ${period ?? 'khác'} chỉ để so sánh, không được cộng vào kỳ tổng hợp${against}`,
      );
    if (params.flag('left'))
      return say(
        issue,
        words,
        `${reads}${period ? ',' : ''} khác kỳ đang tổng hợp${against} nên không được cộng; đề nghị kiểm tra lại`,
      );
    return say(issue, words, `${reads}${period ? ',' : ''} khác kỳ đang tổng hợp${against}; đề nghị kiểm tra lại`);
  },
};
