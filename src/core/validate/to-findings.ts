import type { Finding } from '../model/finding';
import type { Issue } from '../model/issue';
import { toFinding } from './to-finding';
import { wordsOf, type Named } from './words';

/**
 * Findings of issues in their order. `senders` (any groups of appendices with a name) lend their own row and column
 * words.
 */
export function toFindings(issues: readonly Issue[], senders: readonly Named[]): Finding[] {
  const words = wordsOf(senders);
  return issues.map((issue) => toFinding(issue, words));
}
