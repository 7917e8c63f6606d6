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
    const cell = params.text('otherCell');
    const place = `${sheet ? `, trang “${sheet}”` : ''}${cell ? `, từ ô ${cell}` : ''}`;
    const counted = other ? `bản ở “${other}”${place}` : 'bản khác';
    if (cell && issue.at.cell)
      return say(
        issue,
        words,
        `trên cùng một trang có hai bảng của biểu này${params.flag('same') ? ', số liệu giống nhau' : ''}: bảng từ ô ` +
          `${issue.at.cell} không được tính, đã tính bảng từ ô ${cell}; đề nghị đối chiếu với đơn vị`,
      );
    if (params.flag('pending'))
      return say(
        issue,
        words,
        `${sender} gửi lại phụ lục này; đang tính ${counted}, bản này chưa được tính cho đến khi được chấp nhận`,
      );
    if (params.flag('same'))
      return say(issue, words, `${sender} gửi phụ lục này hai lần, số liệu giống nhau; chỉ tính ${counted}`);
    return say(issue, words, `${sender} gửi lại phụ lục này; bản này không được tính, đã tính ${counted}`);
  },
};
