import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Two rows of the sheet that match the same row of the form. Found by recognition. */
export const duplicateRow: Rule = {
  id: 'duplicate-row',
  severity: 'error',
  summary: 'Một dòng của biểu mẫu xuất hiện hai lần.',
  message(issue, words) {
    const params = paramsOf(issue);
    const first = params.text('first');
    const label = params.text('label');
    if (params.flag('nearly')) {
      return say(
        { ...issue, at: { ...issue.at, row: undefined } },
        words,
        `dòng${label ? ` “${label}”` : ' này'} gần giống dòng${first ? ` “${first}”` : ' khác'}, được giữ là hai ` +
          'dòng riêng; đề nghị kiểm tra có phải một dòng không',
      );
    }
    const which = params.flag('refused')
      ? ' với số liệu khác, cả hai dòng chưa được cộng'
      : params.flag('hidden')
        ? ', dòng đang bị ẩn chưa được cộng'
        : '';
    return say(issue, words, `dòng này đã có${first ? ` ở ô ${first}` : ''}${which}; đề nghị đơn vị chỉ giữ một dòng`);
  },
};
