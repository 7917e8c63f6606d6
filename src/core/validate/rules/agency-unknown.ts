import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** No clue names a sender of the register. */
export const agencyUnknown: Rule = {
  id: 'agency-unknown',
  severity: 'warning',
  summary: 'Chưa xác định được đơn vị gửi.',
  message(issue, words) {
    const near = paramsOf(issue).list('candidates');
    return say(
      issue,
      words,
      `chưa xác định được đơn vị gửi${near.length ? `; gần nhất là ${near.join(', ')}` : ''}; đề nghị chọn đơn vị`,
    );
  },
};
