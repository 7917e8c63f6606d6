import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file that was read and holds no table of a known form. */
export const noAppendix: Rule = {
  id: 'no-appendix',
  severity: 'warning',
  summary: 'Trong tệp không có bảng nào là phụ lục đã biết.',
  message(issue, words) {
    const reason = paramsOf(issue).text('reason');
    return say(issue, words, `không tìm thấy phụ lục nào theo các biểu mẫu đã biết${reason ? ` (${reason})` : ''}; tệp này chưa được tổng hợp`);
  },
};
