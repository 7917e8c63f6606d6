import type { Rule } from '../rule';
import { say } from '../say';

/** A total without any level, as row 26 of document 003. It is accepted and added to the total only. */
export const missingSplit: Rule = {
  id: 'missing-split',
  severity: 'warning',
  summary: 'Có tổng số nhưng không chia ra theo cấp.',
  message(issue, words) {
    return say(issue, words, `có ${words.figure(issue.actual, issue.at)} nhưng không chia ra theo cấp; đề nghị đơn vị ghi số theo từng cấp`);
  },
};
