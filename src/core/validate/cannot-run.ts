import type { Issue, Place } from '../model/issue';

/**
 * Says that a rule could not look at a place it should have looked at. `reason` is a clause: "ô C13 không đọc được".
 */
export function cannotRun(rule: string, at: Place, reason: string): Issue {
  return { rule: 'rule-not-run', at, params: { rule, reason } };
}
