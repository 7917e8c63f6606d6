import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A row of the form that the sheet does not have. Found by recognition. */
export const missingRow: Rule = {
  id: 'missing-row',
  severity: 'warning',
  summary: 'Phụ lục thiếu một dòng của biểu mẫu.',
  message(issue, words) {
    const row = issue.at.row ?? paramsOf(issue).text('number');
    const label = paramsOf(issue).text('label') ?? words.rowLabel(issue.at);
    const form = issue.at.template ? words.template(issue.at.template) : 'Phụ lục';
    const which = row === null || row === undefined ? 'một dòng của biểu mẫu' : words.row({ ...issue.at, row });
    return say(
      { ...issue, at: {} },
      words,
      `${form}: thiếu ${which}${label && !which.includes('“') ? ` “${label}”` : ''}; đề nghị đơn vị bổ sung`,
    );
  },
};
