import type { Rule } from '../rule';
import { say } from '../say';

/** A figure in a level where the row cannot have one, as Cấp tỉnh in a row that counts communes. */
export const notApplicable: Rule = {
  id: 'not-applicable',
  severity: 'warning',
  summary: 'Có số liệu ở cấp mà chỉ tiêu này không có.',
  message(issue, words) {
    return say(issue, words, `có ${words.figure(issue.actual, issue.at)} ở cấp mà chỉ tiêu này không có; đề nghị đơn vị kiểm tra lại`);
  },
};
