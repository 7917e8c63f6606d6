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
    return say(
      issue,
      words,
      `${reads}${period ? ',' : ''} khác kỳ đang tổng hợp${expected ? ` (${expected})` : ''}; đề nghị kiểm tra lại`,
    );
  },
};
