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
    const sheet = params.text('otherSheet');
    const sender = params.text('agency') ?? words.sender(issue.at) ?? 'đơn vị';
    return say(issue, words, `${sender} gửi lại phụ lục này ở ${other ? `“${other}”${sheet ? `, trang “${sheet}”` : ''}` : 'chỗ khác'}${params.flag('same') ? ', nội dung giống nhau' : ''}; ${params.flag('pending') ? 'bản này chưa được tính cho đến khi được chấp nhận' : 'chỉ bản sau được tính'}`);
  },
};
