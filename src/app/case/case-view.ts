import { templates } from '../../core/templates/registry';
import { doubleCounting } from '../consolidate/double-counting';
import type { CaseView } from '../calls/case-calls';
import { pendingVersions } from './pending-versions';
import type { CaseRun } from './run-case';
import { standingApproval } from './standing-approval';

/** What a screen needs of a case beside the findings of a run. */
export function caseView(run: CaseRun): CaseView {
  return {
    keys: run.keys, summary: run.summary, pending: pendingVersions(run),
    doubles: doubleCounting(run.consolidation, run.files, { templates: templates(), register: run.register }).map(({ issue: _, ...d }) => d),
    approved: [...run.facts.approved.keys()].filter((agency) => standingApproval(run, agency)),
  };
}
