import { rules } from './registry';
import type { Rule } from './rule';

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with this id ("sum-levels"). An id nobody registered is a bug of the stage that used it, so it throws. */
export function ruleById(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule "${id}" in core/validate/registry.ts`);
  return rule;
}
