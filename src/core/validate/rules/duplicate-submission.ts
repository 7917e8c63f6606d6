import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A sender sent the same appendix twice: the later one counts. */
export const duplicateSubmission: Rule = {
  id: 'duplicate-submission',
  severity: 'warning',
  summary: 'Một đơn vị gửi cùng một phụ lục hai lần.',
  message(issue, words) {
    const params = paramsOf(issue);
    const other = params.text('other');
    const sender = words.sender(issue.at);
    return say(issue, words, `${sender ? `${sender} đã gửi` : 'đơn vị đã gửi'} phụ lục này${other ? ` ở “${other}”` : ' ở một tệp khác'}${params.flag('same') ? ', nội dung giống nhau' : ''}; chỉ bản sau được tính`);
  },
};
