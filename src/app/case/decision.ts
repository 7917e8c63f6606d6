/** Who decides, when (ISO time, told by the caller: there is no clock in here) and why. */

import type { CaseState, Decision, JournalEntry } from '../../core/model/case';
import type { Finding } from '../../core/model/finding';
import type { Failure, Outcome } from '../../core/model/outcome';

export interface Who {
  by: string;
  at: string;
  reason: string;
}
/** What a person may decide. Files are named as in the run; agencies by submission key. */
export type DecisionRequest =
  | { kind: 'accept'; key: string }
  | { kind: 'rule-off' | 'rule-on'; rule: string }
  | { kind: 'confirm-agency'; file: string; agency: string }
  | { kind: 'choose-version'; file: string; template: string | null }
  | { kind: 'leave-out'; file: string; template: string | null }
  | { kind: 'return'; file: string }
  | { kind: 'scope'; file: string; template: string | null; scope: 'own' | 'province-wide' }
  | { kind: 'approve'; agency: string }
  | { kind: 'reopen'; agency: string }
  | { kind: 'adjust'; template: string; row: string; column: string; value: number }
  | { kind: 'revoke'; entry: number };

/**
 * A decision with the words for the journal, before it has a number. Several where one request concerns several forms.
 */
export type Drafted = { decision: Decision; about: string };
export type Draft = Outcome<{ entries: Drafted[] }, Refused>;

/** Why a decision cannot stand, in Vietnamese; `blocking` are the findings in its way. */
export interface Refused extends Failure {
  blocking?: Finding[];
}
export type Decided = Outcome<{ state: CaseState; entries: JournalEntry[] }, Refused>;
