import type { Issue } from '../model/issue';
import type { Form } from './form';
import { paramsOf } from './params';
import { ruleById } from './rule-by-id';

/** Reasons told in one sentence; the count stays true (design §7 point 7). */
const REASONS = 4;

/**
 * The issues with those of "rule-not-run" drawn together: one per rule for the appendix, with its different reasons and
 * the number of places. Others keep their order.
 */
export function gatherNotRun(issues: readonly Issue[], form: Form): Issue[] {
  const rest: Issue[] = [];
  const byRule = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.rule !== 'rule-not-run') {
      rest.push(issue);
      continue;
    }
    const rule = paramsOf(issue).text('rule') ?? '';
    const list = byRule.get(rule);
    if (list) list.push(issue);
    else byRule.set(rule, [issue]);
  }
  for (const [rule, list] of byRule) rest.push(gathered(rule, list, form));
  return rest;
}

function gathered(rule: string, list: readonly Issue[], form: Form): Issue {
  const reasons = [...new Set(list.map((issue) => paramsOf(issue).text('reason') ?? 'không rõ lý do'))];
  const told = reasons.slice(0, REASONS);
  if (reasons.length > REASONS) told.push(`và ${reasons.length - REASONS} lý do khác`);
  const rows = [...new Set(list.flatMap((issue) => (issue.at.row === undefined ? [] : [issue.at.row])))];
  const at = list.length === 1 ? list[0]!.at : form.place();
  return {
    rule: 'rule-not-run',
    at,
    params: { rule, check: ruleById(rule).summary, reasons: told, rows, count: list.length },
  };
}
