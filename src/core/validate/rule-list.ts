import type { Severity } from '../model/issue';
import { rules } from './registry';

/** What lists of rules show: id, usual severity, one sentence ("Tổng số khác tổng các cấp (các cột thành phần)."). */
export function ruleList(): { id: string; severity: Severity; summary: string }[] {
  return rules.map(({ id, severity, summary }) => ({ id, severity, summary }));
}
