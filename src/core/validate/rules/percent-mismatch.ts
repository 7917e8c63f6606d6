import type { Issue } from '../../model/issue';
import { cannotRun } from '../cannot-run';
import type { Form } from '../form';
import { paramsOf } from '../params';
import { percentFacts, percentPrecision, type PercentFact } from '../percent-facts';
import type { Rule } from '../rule';
import { say } from '../say';

/** A percentage against its part and whole, with the precision it was typed with. */
export const percentMismatch: Rule = {
  id: 'percent-mismatch',
  severity: 'warning',
  summary: 'Tỷ lệ phần trăm không khớp với số liệu.',
  message(issue, words) {
    const params = paramsOf(issue);
    const part = params.number('part');
    const whole = params.number('whole');
    const sum = part === null || whole === null ? '' : `${words.figure(part)}/${words.figure(whole)} = `;
    const base = params.flag('otherBase') ? '; có thể đơn vị tính trên tổng khác' : '';
    return say(
      issue,
      words,
      `ghi ${words.figure(issue.actual, issue.at)}, tính từ số liệu được ` +
        `${sum}${words.figure(issue.expected, issue.at)}${base}; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check({ form }) {
    for (const fact of percentFacts(form)) {
      const issue = look(form, fact);
      if (issue) yield issue;
    }
  },
};

/** Room for the arithmetic of floats. */
const EPSILON = 1e-9;

function look(form: Form, fact: PercentFact): Issue | null {
  const { percent, whole, row, column } = fact;
  // The share beside the whole itself is what the base is derived from; above 100 % another rule speaks.
  if (fact.wholePercent && row === fact.wholeRow) return null;
  const at = form.place(row, column);
  if (percent.state === 'cannot') return cannotRun('percent-mismatch', at, percent.reason);
  if (percent.state !== 'given' || percent.value > 1 + EPSILON) return null;
  const part = fact.part.state === 'none' ? { state: 'given' as const, value: 0 } : fact.part;
  for (const term of [part, whole]) if (term.state === 'cannot') return cannotRun('percent-mismatch', at, term.reason);
  if (part.state !== 'given' || whole.state !== 'given' || whole.value <= 0) return null;
  const share = fact.wholePercent?.state === 'given' && fact.wholePercent.value <= 1 ? fact.wholePercent.value : null;
  const half = percentPrecision(form.cell(row, column), percent.value);
  const fits = (low: number, high: number): boolean =>
    part.value / high <= percent.value + half + EPSILON && part.value / low >= percent.value - half - EPSILON;
  const shareHalf = share === null || share === 1 ? 0 : percentPrecision(form.cell(fact.wholeRow, column), share);
  const low = share === null ? whole.value : whole.value / Math.min(1, share + shareHalf);
  const high = share === null ? whole.value : share > shareHalf ? whole.value / (share - shareHalf) : Infinity;
  if (fits(low, high)) return null;
  const base = Number((share === null ? whole.value : whole.value / share).toFixed(2));
  const otherBase =
    fits(whole.value, whole.value) ||
    levelBase(form, fact, fits) ||
    (share === null && largerBase(part.value, whole.value, percent.value, half));
  return {
    rule: 'percent-mismatch',
    severity: otherBase ? 'info' : fact.severity,
    at,
    expected: Number((part.value / base).toFixed(6)),
    actual: percent.value,
    params: { part: part.value, whole: base, otherBase },
  };
}

/** The share is right at one level, where the sender took that level's whole. */
function levelBase(form: Form, fact: PercentFact, fits: (low: number, high: number) => boolean): boolean {
  return form.columnsOf('level').some(({ key }) => {
    const whole = form.amount(fact.wholeRow, key);
    return whole.state === 'given' && whole.value > 0 && fits(whole.value, whole.value);
  });
}

/** Nothing says what the base is: a whole number above the one known figure would make the share right. */
function largerBase(part: number, least: number, percent: number, half: number): boolean {
  if (part === 0 || percent - half <= 0) return false;
  return Math.floor(part / (percent - half)) >= Math.max(least, Math.ceil(part / (percent + half)));
}
