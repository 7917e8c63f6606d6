import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A count with a fraction: "12,5" offices; also 1.234 that Excel stored as 1,234. Found while cells are read. */
export const notAnInteger: Rule = {
  id: 'not-an-integer',
  severity: 'error',
  summary: 'Ô đếm số lượng có phần lẻ.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text =
      params.text('text') ?? (issue.actual === undefined || issue.actual === null ? null : words.figure(issue.actual));
    const reason = params.text('reason')?.replace(/^không phải là số nguyên(?:, trong khi |; )?/u, '');
    const what = text === null ? 'số lượng phải là số nguyên' : `“${text}” không phải số nguyên`;
    return say(
      issue,
      words,
      `${what}${reason ? ` (${reason})` : ''}; ô này chưa được cộng, đề nghị đơn vị kiểm tra lại`,
    );
  },
};
