import { compare } from '../compare';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { termsOf } from '../terms';

/** Bounds and equalities between the appendices of one sender. */
export const crossAppendix: Rule = {
  id: 'cross-appendix',
  severity: 'warning',
  summary: 'Số liệu hai phụ lục của cùng đơn vị không khớp nhau.',
  message(issue, words) {
    const because = paramsOf(issue).text('because');
    const relation = paramsOf(issue).text('op') === '<=' ? 'lớn hơn' : 'khác';
    const other =
      termsOf(issue)
        .map((term) => words.other(term, issue.at, because ? 'bare' : undefined))
        .join(' + ') || 'phụ lục kia';
    return say(
      issue,
      words,
      `${words.figure(issue.actual, issue.at)} ${relation} ${other} ` +
        `(${words.figure(issue.expected, issue.at)})${because ? `; ${because}` : ''}; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check(context) {
    for (const identity of context.form.template.identities)
      if (identity.rule === 'cross-appendix') yield* compare(context, identity);
  },
};
