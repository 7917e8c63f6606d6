import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A count below zero. Found while cells are read. */
export const negativeNumber: Rule = {
  id: 'negative-number',
  severity: 'error',
  summary: 'Ô đếm số lượng có số âm.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text =
      params.text('text') ?? (issue.actual === undefined || issue.actual === null ? null : words.figure(issue.actual));
    const what = text === null ? 'số lượng không thể là số âm' : `${text} là số âm, số lượng không thể nhỏ hơn 0`;
    return say(issue, words, `${what}; ô này chưa được cộng, đề nghị đơn vị kiểm tra lại`);
  },
};
