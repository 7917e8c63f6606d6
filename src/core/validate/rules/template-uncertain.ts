import { formatPercent } from '../../text/format-number';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A table that resembles two forms, or one only in part. Found by recognition. */
export const templateUncertain: Rule = {
  id: 'template-uncertain',
  severity: 'warning',
  summary: 'Chưa chắc bảng thuộc biểu mẫu nào.',
  message(issue, words) {
    const params = paramsOf(issue);
    const share = (key: string): string => {
      const score = params.number(key);
      return score === null ? '' : ` (${formatPercent(score)})`;
    };
    const form = issue.at.template ? words.template(issue.at.template) : 'một biểu mẫu chưa rõ';
    const second = params.text('second');
    const at = { ...issue.at, template: undefined, row: undefined, column: undefined };
    return say({ ...issue, at }, words, `bảng được hiểu là ${form}${share('score')}${second ? `, cũng gần giống ${words.template(second)}${share('secondScore')}` : ' nhưng chưa chắc chắn'}; đề nghị kiểm tra lại`);
  },
};
