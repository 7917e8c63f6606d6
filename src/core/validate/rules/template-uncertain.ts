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
    const renumbered = params.number('renumbered');
    if (renumbered !== null) return say(issue, words, `${words.figure(renumbered)} dòng đánh số khác biểu mẫu, được nhận theo lời văn của dòng; đề nghị xem lại`);
    const share = (key: string): string => {
      const score = params.number(key);
      return score === null ? '' : ` (${formatPercent(score)})`;
    };
    const form = issue.at.template ? words.template(issue.at.template) : 'một biểu mẫu chưa rõ';
    const second = params.text('second');
    const near = second ? `, cũng gần giống ${words.template(second)}${share('secondScore')}` : '';
    const refused = params.flag('refused');
    const what = refused ? `bảng gần giống ${form}${share('score')}${near}, chưa đủ chắc chắn nên chưa được đọc` : `bảng được hiểu là ${form}${share('score')}${near || ' nhưng chưa chắc chắn'}`;
    return say({ ...issue, at: { ...issue.at, template: undefined, row: undefined, column: undefined } }, words, `${what}; đề nghị kiểm tra lại`);
  },
};
