import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Clues to the sender disagree, or two agencies are as close. */
export const agencyAmbiguous: Rule = {
  id: 'agency-ambiguous',
  severity: 'warning',
  summary: 'Chưa chắc đơn vị gửi là đơn vị nào.',
  message(issue, words) {
    const params = paramsOf(issue);
    const near = params.list('candidates');
    const because = params.list('because');
    return say(issue, words, `chưa chắc đơn vị gửi${near.length ? `, có thể là ${near.join(' hoặc ')}` : ''}${because.length ? ` (${because.join('; ')})` : ''}; đề nghị chọn đơn vị`);
  },
};
