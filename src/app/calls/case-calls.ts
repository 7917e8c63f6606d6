import type { Board } from '../../core/model/board';
import type { CaseSettings } from '../../core/model/case';
import type { Outcome } from '../../core/model/outcome';
import type { DecisionRequest, Refused, Who } from '../case/decision';

/** Calls about the case. After `open` and `decide` the run must be made anew. */
export interface CaseCalls {
  /** Takes up a saved case; null begins a new one. `text` is its newest form. */
  open(text: string | null): Promise<Outcome<{ text: string; migrated: string[]; settings: CaseSettings }>>;
  /**
   * The case as it is to be saved, with the files of the last run as they are now; `receivedOn` is the ISO day for
   * files that are new in it.
   */
  save(arg: { receivedOn: string | null }): Promise<string>;
  /** Changes the settings of the case; answers with its text. */
  settle(settings: CaseSettings): Promise<string>;
  /** Adds a decision to the journal, or several of which all are added or none; `text` is the case with them. */
  decide(arg: {
    request: DecisionRequest | readonly DecisionRequest[];
    who: Who;
  }): Promise<Outcome<{ text: string }, Refused>>;
  /** Who has sent, who has not; `today` is an ISO day, null: without deadlines. */
  board(arg: { today: string | null }): Promise<{ board: Board; reminder: string }>;
}
