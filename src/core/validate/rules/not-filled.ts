import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Blank that does not mean none: "Đạt 100% kế hoạch" beside empty figures, a share not computed, a form nobody filled in. */
export const notFilled: Rule = {
  id: 'not-filled',
  severity: 'warning',
  summary: 'Có chỗ chưa điền số liệu.',
  message(issue, words) {
    const params = paramsOf(issue);
    const rows = params.list('rows');
    const note = params.text('note');
    const part = params.number('part');
    const whole = params.number('whole');
    if (params.flag('form')) return say(issue, words, 'phụ lục chưa điền số liệu nào; đề nghị đơn vị bổ sung hoặc ghi rõ không có');
    if (rows.length) return say(issue, words, `để trống hoàn toàn ở ${rows.map((row) => words.row({ ...issue.at, row })).join(', ')}`);
    if (part !== null && whole !== null) {
      return say(issue, words, `chưa ghi tỷ lệ; tính từ số liệu được ${words.figure(part)}/${words.figure(whole)} = ${words.figure(issue.expected, issue.at)}`);
    }
    const wrote = params.text('wrote');
    return say(issue, words, `${wrote ? `ghi “${wrote}”` : 'chưa điền'}${note ? ` trong khi ghi chú “${note}”` : ''}; đề nghị đơn vị bổ sung`);
  },
};
