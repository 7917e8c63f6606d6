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
    const chosen = params.text('chosen');
    const others = near.length ? `, có thể là ${near.join(' hoặc ')}` : '';
    const which = `${chosen ? `, tạm hiểu là ${chosen}` : ''}${others}`;
    return say(
      issue,
      words,
      `chưa chắc đơn vị gửi${which}${because.length ? ` (${because.join('; ')})` : ''}; đề nghị ` +
        `${chosen ? 'kiểm tra lại' : 'chọn đơn vị'}`,
    );
  },
};
