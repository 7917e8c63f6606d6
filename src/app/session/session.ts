import type { Calls } from '../calls/calls';
import { answerCases } from './answer-cases';
import { answerDelivery } from './answer-delivery';
import { answerResults } from './answer-results';
import { answerReview } from './answer-review';
import { answerWork } from './answer-work';
import { receiveFiles, type ReceiveFiles } from './receive-files';
import type { SessionDeps } from './session-deps';
import { SessionState } from './session-state';

/** One officer's work from files to result: the answers to all calls, over one state. */
export interface Session extends Calls {
  readonly files: ReceiveFiles;
  /** For those who work in the same process (the command line); nothing of it crosses to a worker as it is. */
  readonly state: SessionState;
}

export function makeSession(deps: SessionDeps): Session {
  const state = new SessionState();
  return {
    state,
    files: receiveFiles(state, deps),
    work: answerWork(state, deps),
    results: answerResults(state, deps),
    cases: answerCases(state),
    review: answerReview(state, deps),
    delivery: answerDelivery(state, deps),
  };
}
