import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file behind a password. Found by the readers; their reason is the sentence. */
export const fileEncrypted: Rule = {
  id: 'file-encrypted',
  severity: 'error',
  alwaysOn: true,
  summary: 'Tệp có mật khẩu.',
  message(issue, words) {
    const reason = paramsOf(issue).text('reason');
    return say(
      issue,
      words,
      reason ?? 'tệp có mật khẩu nên không đọc được; đề nghị đơn vị gửi lại tệp không đặt mật khẩu',
    );
  },
};
