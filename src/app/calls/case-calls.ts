import type { Board } from '../../core/model/board';
import type { CaseSettings, CaseSummary } from '../../core/model/case';
import type { Comparison } from '../compare/compare-earlier';
import type { DoubleCount } from '../consolidate/double-counting';
import type { DecisionRequest, Refused, Who } from '../case/decide';
import type { PendingVersion } from '../case/pending-versions';
import type { VersionEffect } from '../case/version-effect';

/** What a screen needs of a case beside the findings of a run. */
export interface CaseView {
  /** Names of the run's findings, place by place: what `decide` accepts a finding by. */
  keys: string[];
  summary: CaseSummary;
  pending: PendingVersion[];
  doubles: Omit<DoubleCount, 'issue'>[];
  /** Submission keys whose submissions are locked. */
  approved: string[];
}

/** Calls of the engine about a case; each takes one plain value and answers with one. After `openCase` and `decide` the run must be made anew. */
export interface CaseCalls {
  /** Takes up a saved case; null begins a new one. `text` is its newest form. */
  openCase(text: string | null): Promise<{ ok: true; text: string; migrated: string[]; settings: CaseSettings } | { ok: false; message: string }>;
  /** The case as it is to be saved, with the files of the last run as they are now; `receivedOn` is the ISO day for files that are new in it. */
  saveCase(arg: { receivedOn: string | null }): Promise<string>;
  settleCase(settings: CaseSettings): Promise<string>;
  /** Adds a decision to the journal, or several that hold together or not at all; `text` is the case with it. */
  decide(arg: { request: DecisionRequest | readonly DecisionRequest[]; who: Who }): Promise<{ ok: true; text: string } | Refused>;
  board(arg: { today: string | null }): Promise<{ board: Board; reminder: string }>;
  /** What choosing this file would change. */
  versionEffect(arg: { file: string; template: string | null }): Promise<VersionEffect | { message: string }>;
  /** Beside an earlier report or case (its text), or beside the peers alone. */
  compare(earlier: string | null): Promise<Comparison | { message: string }>;
}
