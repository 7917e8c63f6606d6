import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A figure cell with something that is no number: "một", "6 phòng", "12.5.3". Found while cells are read. */
export const notANumber: Rule = {
  id: 'not-a-number',
  severity: 'error',
  alwaysOn: true,
  summary: 'Ô số liệu không đọc được thành số nên không được cộng.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text = params.text('text') ?? (typeof issue.actual === 'string' ? issue.actual : null);
    const reason = params.text('reason');
    const what = text === null ? 'ô này không đọc được thành số' : `“${text}” không đọc được thành số`;
    return say(
      issue,
      words,
      `${what}${reason && reason !== 'không phải là một số đọc được' ? ` (${reason})` : ''}; ô này chưa được ` +
        'cộng, đề nghị đơn vị ghi lại bằng chữ số',
    );
  },
};
