import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A damaged file. Found by the readers; their reason is the sentence. */
export const fileUnreadable: Rule = {
  id: 'file-unreadable',
  severity: 'error',
  alwaysOn: true,
  summary: 'Tệp không đọc được.',
  message(issue, words) {
    const reason = paramsOf(issue).text('reason');
    return say(issue, words, reason ?? 'không đọc được tệp; đề nghị đơn vị gửi lại');
  },
};
