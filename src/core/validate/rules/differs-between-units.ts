import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Procedures are one set that all units of a level share: their figures must be equal. Found by consolidation. */
export const differsBetweenUnits: Rule = {
  id: 'differs-between-units',
  severity: 'warning',
  summary: 'Các đơn vị ghi khác nhau ở chỉ tiêu dùng chung một con số.',
  message(issue, words) {
    const values = paramsOf(issue).text('values') ?? (paramsOf(issue).list('values').join(', ') || null);
    return say(
      issue,
      words,
      `các đơn vị cùng cấp ghi khác nhau${values ? `: ${values}` : ''}; ô tổng hợp để trống, đề nghị thống nhất ` +
        'số liệu',
    );
  },
};
