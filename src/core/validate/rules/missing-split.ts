import { rowGaps } from '../gaps';
import type { Rule } from '../rule';
import { say } from '../say';

/** A total without any level, as row 26 of document 003. It is accepted and added to the total only. */
export const missingSplit: Rule = {
  id: 'missing-split',
  severity: 'warning',
  summary: 'Có tổng số nhưng không chia ra theo cấp.',
  message(issue, words) {
    return say(
      issue,
      words,
      `có ${words.figure(issue.actual, issue.at)} nhưng không chia ra theo cấp; đề nghị đơn vị ghi số theo từng cấp`,
    );
  },
  *check({ form }) {
    for (const gap of rowGaps(form)) {
      const levels = gap.parts.every((p) => form.column(p.column)?.role === 'level');
      if (!levels || gap.cannot !== null || gap.split || gap.total.state !== 'given' || gap.total.value === 0) continue;
      yield { rule: 'missing-split', at: form.place(gap.row, gap.column), actual: gap.total.value };
    }
  },
};
