import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file beyond the limits of the reader. Found by the readers; their reason is the sentence. */
export const fileTooLarge: Rule = {
  id: 'file-too-large',
  severity: 'error',
  alwaysOn: true,
  summary: 'Tệp quá lớn.',
  message(issue, words) {
    const reason = paramsOf(issue).text('reason');
    return say(issue, words, reason ?? 'tệp quá lớn nên không được đọc; đề nghị đơn vị gửi lại riêng các phụ lục');
  },
};
