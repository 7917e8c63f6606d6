import { templates } from '../../core/templates/registry';
import { doubleCounting, type DoubleCount } from '../consolidate/double-counting';
import { pendingVersions, type PendingVersion } from './pending-versions';
import type { CaseRun } from './run-case';
import { standingApproval } from './standing-approval';
import type { CaseSummary } from '../../core/model/case';

/** What a screen needs of a case beside the findings of a run. */
export function caseView(run: CaseRun): CaseView {
  return {
    keys: run.keys,
    summary: run.summary,
    pending: pendingVersions(run),
    doubles: doubleCounting(run.consolidation, run.files, { templates: templates(), register: run.register }).map(
      ({ issue: _, ...d }) => d,
    ),
    approved: [...run.facts.approved.keys()].filter((agency) => standingApproval(run, agency)),
  };
}

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
