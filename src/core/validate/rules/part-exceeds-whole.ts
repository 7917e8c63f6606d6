import { compare } from '../compare';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { termsOf } from '../terms';

/** Within one appendix: offices inspected against offices planned, level by level. */
export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  severity: 'warning',
  summary: 'Số thành phần lớn hơn số bao trùm nó.',
  message(issue, words) {
    const params = paramsOf(issue);
    const whole =
      termsOf(issue)
        .map((term) => words.other(term, issue.at))
        .join(' + ') || 'số bao trùm';
    const because = params.text('because');
    const part = words.figure(issue.actual, issue.at);
    if (issue.expected === null || issue.expected === undefined) {
      const wrote = params.text('wholeText');
      return say(
        issue,
        words,
        `${part} trong khi ${whole} ${wrote ? `ghi “${wrote}”` : 'để trống'}; đề nghị đơn vị kiểm tra lại`,
      );
    }
    const limit = params.flag('derived') ? `tổng số tính từ số và tỷ lệ của ${whole}` : whole;
    const reason = because ? `; ${because}` : '';
    return say(
      issue,
      words,
      `${part} lớn hơn ${limit} (${words.figure(issue.expected, issue.at)})${reason}; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check(context) {
    for (const identity of context.form.template.identities)
      if (identity.rule === 'part-exceeds-whole') yield* compare(context, identity);
  },
};
