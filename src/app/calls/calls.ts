import type { CaseCalls } from './case-calls';
import type { DeliveryCalls } from './delivery-calls';
import type { ResultCalls } from './result-calls';
import type { ReviewCalls } from './review-calls';
import type { WorkCalls } from './work-calls';

/**
 * Everything the engine can be asked, in groups. A call takes one plain value and answers with one, so that it can
 * cross to a worker; a failure that can be expected is an `Outcome`, a bug throws. Bytes are moved, not copied: whoever
 * hands them over, as an argument or as an answer, has them no more. A new call is a line in the interface of its group
 * and its answer in `app/session`; nothing in between names it.
 */
export interface Calls {
  work: WorkCalls;
  results: ResultCalls;
  cases: CaseCalls;
  review: ReviewCalls;
  delivery: DeliveryCalls;
}
