import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** The same figures seem to be in the province's sum twice: told, never mended without a person's word. */
export const doubleCounting: Rule = {
  id: 'double-counting',
  severity: 'warning',
  alwaysOn: true,
  summary: 'Số liệu có thể được tính hai lần.',
  message(issue, words) {
    const params = paramsOf(issue);
    const sender = params.text('agency') ?? words.sender(issue.at) ?? 'đơn vị';
    const other = params.text('other') ?? 'một đơn vị khác';
    const file = params.text('otherFile');
    const where = file ? ` (tệp “${file}”)` : '';
    const count = params.number('count');
    const said: Record<string, string> = {
      'same-file':
        `tệp này giống hệt tệp “${file ?? ''}” nhưng đang được tính là của hai đơn vị: ${sender} và ` + `${other}`,
      'same-figures':
        `${count === null ? 'các' : `cả ${words.figure(count)}`} số liệu của ${sender} trùng với số liệu của ` +
        `${other}${where}`,
      parent:
        `${sender} thuộc ${other}, cả hai cùng gửi phụ lục này${file ? `; bài của ${other} ở tệp “${file}”` : ''} ` +
        `có thể đã gồm số liệu của ${sender}`,
      successor: `${sender} tiếp nhận từ ${other}, cả hai cùng gửi phụ lục này trong kỳ${where}`,
    };
    const what = said[params.text('how') ?? ''] ?? `số liệu của ${sender} có thể đã có trong bài nộp của ${other}`;
    return say(issue, words, `${what}; đề nghị xác định có bị tính hai lần không`);
  },
};
