import type { Severity } from '../model/issue';
import { rules } from './registry';

/**
 * What lists of rules show: id, usual severity, whether it can be switched off, one sentence
 * ("Tổng số khác tổng các cấp (các cột thành phần).").
 */
export function ruleList(): { id: string; severity: Severity; alwaysOn: boolean; summary: string }[] {
  return rules.map(({ id, severity, alwaysOn = false, summary }) => ({ id, severity, alwaysOn, summary }));
}
