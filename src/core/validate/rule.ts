import type { Issue, Severity } from '../model/issue';
import type { CheckContext } from './check-context';
import type { Words } from './words';

/**
 * One rule. Its file in rules/ holds all there is to know about it. A rule without `check` only tells what another
 * stage (reading, recognition, agencies, consolidation) noticed.
 */
export interface Rule {
  /** Stable; machines count on it (design §4). The file has the same name. */
  id: string;
  /** Unless an issue says otherwise. */
  severity: Severity;
  /** It tells of what was not read, or of the journal itself: switched off, something would be wrong in silence. */
  alwaysOn?: true;
  /** One Vietnamese sentence for lists of rules. */
  summary: string;
  /** The sentence for a person. Comes out whole even where the issue carries no params at all. */
  message(issue: Issue, words: Words): string;
  /** Looks at one appendix beside the sender's others. Never changes anything. */
  check?(context: CheckContext): Iterable<Issue>;
}
