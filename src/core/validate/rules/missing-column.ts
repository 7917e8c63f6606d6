import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A column of the form that the sheet does not have. Found by recognition. */
export const missingColumn: Rule = {
  id: 'missing-column',
  severity: 'warning',
  summary: 'Phụ lục thiếu một cột của biểu mẫu.',
  message(issue, words) {
    const header = paramsOf(issue).text('header');
    const which = header ? `cột “${header}”` : issue.at.column ? words.column(issue.at) : 'một cột của biểu mẫu';
    return say(
      { ...issue, at: { ...issue.at, row: undefined, column: undefined } },
      words,
      `không tìm thấy ${which}; đề nghị đơn vị dùng đúng biểu mẫu`,
    );
  },
};
