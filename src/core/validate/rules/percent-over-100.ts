import type { Rule } from '../rule';
import { say } from '../say';

/** A share of a whole cannot pass the whole (phu-luc-4). */
export const percentOver100: Rule = {
  id: 'percent-over-100',
  severity: 'error',
  summary: 'Tỷ lệ phần trăm lớn hơn 100%.',
  message(issue, words) {
    return say(issue, words, `${words.figure(issue.actual, issue.at)} lớn hơn 100%; đề nghị đơn vị kiểm tra lại`);
  },
};
