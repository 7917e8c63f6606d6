import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/**
 * A check that should have run and could not: a term was refused, or the appendix to compare with is missing. One issue
 * per appendix and rule.
 */
export const ruleNotRun: Rule = {
  id: 'rule-not-run',
  severity: 'info',
  alwaysOn: true,
  summary: 'Một phép kiểm tra không thực hiện được, kèm lý do.',
  message(issue, words) {
    const params = paramsOf(issue);
    const check = params.text('check') ?? params.text('rule');
    const reasons = params.list('reasons');
    const count = params.number('count');
    const what = check
      ? `phép kiểm tra “${check.replace(/\.$/u, '')}” không thực hiện được`
      : 'một phép kiểm tra không thực hiện được';
    const where = count !== null && count > 1 ? ` ở ${words.figure(count)} chỗ` : '';
    return say(issue, words, `${what}${where}${reasons.length ? ` vì ${reasons.join('; ')}` : ''}`);
  },
};
