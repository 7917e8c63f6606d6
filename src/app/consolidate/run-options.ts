import type { Register } from '../../core/agencies/register-schema';
import type { SubmissionChoices } from '../../core/model/case';
import type { Finding } from '../../core/model/finding';
import type { Consolidation } from '../../core/model/consolidation';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import type { Template } from '../../core/templates/schema';

export interface RunOptions {
  templates: readonly Template[];
  register: Register | null;
  period: Period | null;
  /** Rule ids not to run. */
  off?: ReadonlySet<string>;
  /** What a person decided on versions, returned and doubly counted submissions. */
  choices?: SubmissionChoices;
}

/** Everything one run found and made. Plain data, so that it crosses a worker. */
export interface RunResult {
  files: ReceivedFile[];
  consolidation: Consolidation;
  /** Worst first, then by file, sheet and cell. */
  findings: Finding[];
  period: Period | null;
  /** Against which the senders were held. */
  register: Register | null;
}
