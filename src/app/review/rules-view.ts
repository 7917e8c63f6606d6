import { ruleList } from '../../core/validate/rule-list';
import type { CaseRun } from '../case/run-case';
import type { Severity } from '../../core/model/issue';

/** Every rule with what it found in this run, and who switched it off. In the order of the registry. */
export function rulesView({ findings, facts }: Pick<CaseRun, 'findings' | 'facts'>): RuleView[] {
  return ruleList().map((rule) => {
    const own = findings.filter((f) => f.rule === rule.id);
    const off = facts.rulesOff.get(rule.id);
    return {
      ...rule,
      findings: own.length,
      accepted: own.filter((f) => f.accepted).length,
      off: off ? { by: off.by, at: off.at, reason: off.reason } : null,
    };
  });
}
export interface Taken {
  by: string;
  at: string;
  reason: string;
}
export interface RuleView {
  id: string;
  severity: Severity;
  summary: string;
  findings: number;
  accepted: number;
  /** Cannot be switched off. */
  alwaysOn: boolean;
  off: Taken | null;
}
