import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Longest title of a table in a sentence, in characters. */
const TITLE_WIDTH = 80;

/** A file that was read and holds no table of a known form. */
export const noAppendix: Rule = {
  id: 'no-appendix',
  severity: 'warning',
  summary: 'Trong tệp không có bảng nào là phụ lục đã biết.',
  message(issue, words) {
    const params = paramsOf(issue);
    const reason = params.text('reason');
    const count = params.number('count');
    const sheet = issue.at.sheet !== undefined;
    if (params.flag('table')) {
      const title = params.text('title');
      return say(
        issue,
        words,
        `bảng${title ? ` “${shorten(title, TITLE_WIDTH)}”` : ''} có ${words.figure(count ?? 0)} số liệu nhưng ` +
          'chưa có biểu mẫu nào nhận; bảng này chưa được tổng hợp',
      );
    }
    const what =
      sheet && count !== null
        ? `có ${words.figure(count)} ô số nhưng không thuộc phụ lục nào đã biết`
        : 'không tìm thấy phụ lục nào theo các biểu mẫu đã biết';
    return say(
      issue,
      words,
      `${what}${reason ? ` (${reason})` : ''}; ${sheet ? 'trang' : 'tệp'} này ` +
        'chưa được tổng ' +
        `hợp${issue.severity === 'info' ? '' : '; nếu là phụ lục, đề nghị đơn vị gửi lại theo đúng biểu mẫu'}`,
    );
  },
};
