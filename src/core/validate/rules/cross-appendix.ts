import type { Issue, Place } from '../../model/issue';
import type { CheckContext } from '../check-context';
import { compare } from '../compare';
import { countsWhat } from '../counts-what';
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
    const params = paramsOf(issue);
    if (params.flag('unlike')) {
      const template = params.text('otherTemplate') ?? '';
      const rowsOf = (rows: readonly string[], at: Place): string =>
        rows.map((row) => words.row({ ...at, row })).join(', ');
      return say(
        issue,
        words,
        `${rowsOf(params.list('rows'), issue.at)} khác ${words.template(template)} ` +
          `(${rowsOf(params.list('otherRows'), { template })}); báo cáo không ghi rõ hai phụ lục cùng đếm cơ quan ` +
          'hay đếm nhiệm vụ nên không coi là mâu thuẫn',
      );
    }
    const because = params.text('because');
    const relation = params.text('op') === '<=' ? 'lớn hơn' : 'khác';
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
    const unlike: Issue[] = [];
    for (const identity of context.form.template.identities) {
      if (identity.rule !== 'cross-appendix') continue;
      for (const issue of compare(context, identity))
        if (identity.alike && issue.rule === 'cross-appendix' && !countAlike(context, issue)) unlike.push(issue);
        else yield issue;
    }
    if (unlike.length > 0) yield remark(context, unlike);
  },
};

/** Both sides say that they count the same kind of thing. */
function countAlike({ form, partner }: CheckContext, issue: Issue): boolean {
  const left = countsWhat(form, issue.at.row ?? '', issue.at.column ?? '');
  return (
    left !== null &&
    termsOf(issue).every((term) => {
      const other = term.template === undefined || term.template === form.template.id ? form : partner(term.template);
      return other !== null && countsWhat(other, term.row ?? '', term.column ?? '') === left;
    })
  );
}

/** One remark for all figures that differ where nothing says that both appendices count the same. */
function remark({ form }: CheckContext, unlike: readonly Issue[]): Issue {
  const terms = unlike.flatMap(termsOf);
  return {
    rule: 'cross-appendix',
    severity: 'info',
    at: form.place(),
    params: {
      unlike: true,
      rows: [...new Set(unlike.map((i) => i.at.row ?? ''))],
      otherTemplate: terms[0]?.template ?? '',
      otherRows: [...new Set(terms.map((t) => t.row ?? ''))],
    },
  };
}
