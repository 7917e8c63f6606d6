import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A number stored as text; it was read, and the reading is told. Found while cells are read. */
export const numberAsText: Rule = {
  id: 'number-as-text',
  severity: 'info',
  summary: 'Số được lưu dưới dạng chữ, Excel sẽ không cộng ô này.',
  message(issue, words) {
    const params = paramsOf(issue);
    const text = params.text('text');
    const value = params.number('value') ?? params.text('value');
    const what = text === null ? 'số được lưu dưới dạng chữ' : `“${text}” là số được lưu dưới dạng chữ`;
    return say(issue, words, `${what}${value === null ? '' : `, được hiểu là ${words.figure(value, issue.at)}`}`);
  },
};
