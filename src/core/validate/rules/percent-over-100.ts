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
  *check({ form }) {
    for (const { key: column } of form.columnsOf('percent'))
      for (const row of form.rows) {
        const amount = form.amount(row, column);
        // A float of 1.0000000001 is a computed 100 %.
        if (amount.state === 'given' && amount.value > 1 + 1e-9)
          yield { rule: 'percent-over-100', at: form.place(row, column), expected: 1, actual: amount.value };
      }
  },
};
