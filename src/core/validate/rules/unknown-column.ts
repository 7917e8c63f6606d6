import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A column of the sheet that the form does not have. Found by recognition. */
export const unknownColumn: Rule = {
  id: 'unknown-column',
  severity: 'warning',
  summary: 'Có cột không thuộc biểu mẫu, số liệu của cột này không được cộng.',
  message(issue, words) {
    const header = paramsOf(issue).text('header');
    const count = paramsOf(issue).number('count') ?? 0;
    const figures = count > 0 ? ` (${words.figure(count)} ô có số liệu)` : '';
    if (header !== null && paramsOf(issue).flag('named')) {
      return say(
        { ...issue, at: { ...issue.at, row: undefined, column: undefined } },
        words,
        `cột “${header}” có tên của biểu mẫu nhưng không rõ có phải số liệu của kỳ báo cáo này nên chưa được ` +
          `cộng${figures}; đề nghị đơn vị chỉ để một bộ cột số liệu của kỳ báo cáo`,
      );
    }
    const name = header === null ? 'cột này' : header.startsWith('cột ') ? header : `cột “${header}”`;
    return say(
      { ...issue, at: { ...issue.at, row: undefined, column: undefined } },
      words,
      `${name} không có trong biểu mẫu nên chưa được ` +
        `cộng${figures}${count > 0 ? '; đề nghị đơn vị kiểm tra lại tên cột' : ''}`,
    );
  },
};
