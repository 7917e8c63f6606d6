import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file of a format that is not read. Found by the readers; their reason is the sentence. */
export const fileUnsupported: Rule = {
  id: 'file-unsupported',
  severity: 'error',
  alwaysOn: true,
  summary: 'Định dạng tệp không được hỗ trợ.',
  message(issue, words) {
    const reason = paramsOf(issue).text('reason');
    return say(issue, words, reason ?? 'định dạng tệp không được hỗ trợ; đề nghị đơn vị gửi tệp Excel hoặc Word');
  },
};
