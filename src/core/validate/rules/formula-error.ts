import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** What is asked for where the reason does not say it: a figure that was worked out anew needs nothing. */
function ask(reason: string): string {
  return /đề nghị|tính lại/.test(reason)
    ? ''
    : '; ô này chưa được cộng, đề nghị đơn vị sửa công thức hoặc ghi số trực tiếp';
}

/** A formula that shows an error, or that was never computed. Found while cells are read. */
export const formulaError: Rule = {
  id: 'formula-error',
  severity: 'error',
  summary: 'Công thức trong ô bị lỗi hoặc chưa có kết quả.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text = params.text('text') ?? (typeof issue.actual === 'string' ? issue.actual : null);
    const reason = params.text('reason');
    if (reason)
      return say(
        issue,
        words,
        text === null || reason.includes(text) ? reason + ask(reason) : `ghi “${text}”, ${reason}${ask(reason)}`,
      );
    const what = text === null ? 'công thức không có kết quả dùng được' : `công thức cho kết quả ${text}`;
    return say(issue, words, `${what}; ô này chưa được cộng, đề nghị đơn vị sửa công thức hoặc ghi số trực tiếp`);
  },
};
