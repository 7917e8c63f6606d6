import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A comment on a blank cell: often why there is no figure. Comments on figures go with the figure's trace. */
export const cellComment: Rule = {
  id: 'cell-comment',
  severity: 'info',
  summary: 'Ô để trống có ghi chú kèm theo.',
  message(issue, words) {
    const text = paramsOf(issue).text('text');
    return say(
      issue,
      words,
      `ô ${issue.at.cell ? `${issue.at.cell} ` : ''}để trống nhưng có ghi chú${text === null ? '' : ` “${text}”`}`,
    );
  },
};
