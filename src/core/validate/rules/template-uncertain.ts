import { formatPercent } from '../../text/format-number';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Longest wording of a row or column in this sentence, in characters. */
const WIDTH = 90;

/** A long wording cut so that the place where it differs from the other one can be seen. */
function near(text: string, other: string | null): string {
  if (other === null || text.length <= WIDTH || shorten(text, WIDTH) !== shorten(other, WIDTH))
    return shorten(text, WIDTH);
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  const from = text.lastIndexOf(' ', Math.max(0, same - WIDTH / 3)) + 1;
  return `${from > 0 ? '… ' : ''}${shorten(text.slice(from), WIDTH)}`;
}

/** A table that resembles two forms, or one only in part. Found by recognition. */
export const templateUncertain: Rule = {
  id: 'template-uncertain',
  severity: 'warning',
  summary: 'Chưa chắc bảng thuộc biểu mẫu nào.',
  message(issue, words) {
    const params = paramsOf(issue);
    const renumbered = params.number('renumbered');
    if (renumbered !== null)
      return say(
        issue,
        words,
        `${words.figure(renumbered)} dòng đánh số khác biểu mẫu, được nhận theo lời văn của dòng; đề nghị xem lại`,
      );
    const expected = params.text('expected');
    const label = params.text('label') ?? params.text('header');
    if (expected !== null) {
      const what = params.text('label') === null ? 'cột' : 'dòng';
      return say(
        { ...issue, at: { ...issue.at, row: undefined, column: undefined } },
        words,
        `${what}${label ? ` “${near(label, expected)}”` : ' không có tên'} được hiểu là ` +
          `“${near(expected, label)}”; đề nghị kiểm tra lại`,
      );
    }
    if (params.flag('headless')) {
      const rows = words.figure(params.number('rows') ?? 0);
      return say(
        { ...issue, at: { ...issue.at, template: undefined } },
        words,
        `có ${rows} dòng của ${issue.at.template ? words.template(issue.at.template) : 'một biểu mẫu'} nhưng ` +
          'thiếu đầu bảng hoặc tên cột khác biểu mẫu, không biết cột nào là số nào nên chưa được đọc; đề nghị đơn ' +
          'vị gửi lại với đầu bảng đúng biểu mẫu',
      );
    }
    const share = (key: string): string => {
      const score = params.number(key);
      return score === null ? '' : ` (${formatPercent(score)})`;
    };
    const form = issue.at.template ? words.template(issue.at.template) : 'một biểu mẫu chưa rõ';
    const second = params.text('second');
    const number = params.number('titleNumber');
    const titled = number === null ? '' : ` nhưng tiêu đề ghi Phụ lục ${number}`;
    const also = second ? `, cũng gần giống ${words.template(second)}${share('secondScore')}` : '';
    const refused = params.flag('refused');
    const what = refused
      ? `bảng gần giống ${form}${share('score')}${also}, chưa đủ chắc chắn nên chưa được đọc`
      : `bảng được hiểu là ${form}${share('score')}${titled}${also || (titled ? '' : ' nhưng chưa chắc chắn')}`;
    return say(
      { ...issue, at: { ...issue.at, template: undefined, row: undefined, column: undefined } },
      words,
      `${what}; đề nghị kiểm tra lại`,
    );
  },
};
