import type { Board } from '../../core/model/board';
import type { CaseSettings } from '../../core/model/case';
import type { Outcome } from '../../core/model/outcome';
import type { Comparison } from '../compare/compare-earlier';
import type { Refused } from '../case/decision';
import type { DecisionRequest } from '../case/decision';
import type { Who } from '../case/decision';
import type { VersionEffect } from '../case/version-effect';

/**
 * Calls of the engine about a case; each takes one plain value and answers with one. After `openCase` and `decide` the
 * run must be made anew.
 */
export interface CaseCalls {
  /** Takes up a saved case; null begins a new one. `text` is its newest form. */
  openCase(text: string | null): Promise<Outcome<{ text: string; migrated: string[]; settings: CaseSettings }>>;
  /**
   * The case as it is to be saved, with the files of the last run as they are now; `receivedOn` is the ISO day for
   * files that are new in it.
   */
  saveCase(arg: { receivedOn: string | null }): Promise<string>;
  settleCase(settings: CaseSettings): Promise<string>;
  /** Adds a decision to the journal, or several that hold together or not at all; `text` is the case with it. */
  decide(arg: {
    request: DecisionRequest | readonly DecisionRequest[];
    who: Who;
  }): Promise<Outcome<{ text: string }, Refused>>;
  board(arg: { today: string | null }): Promise<{ board: Board; reminder: string }>;
  /** What choosing this file would change. */
  versionEffect(arg: { file: string; template: string | null }): Promise<Outcome<VersionEffect>>;
  /** Beside an earlier report or case (its text), or beside the peers alone. */
  compare(earlier: string | null): Promise<Outcome<Comparison>>;
}
