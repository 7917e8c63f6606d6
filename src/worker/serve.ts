import type { Session } from '../app/session/session';
import { buffersOf } from './buffers';
import { fileCalls } from './file-calls';
import type { Reply, Request, WorkerCalls } from './protocol';

/**
 * Answers one request after the other in the order of their coming, so that a run never sees half a change. Which calls
 * there are is known to the session alone.
 */
export function serve(
  { files, state, work, results, cases, review, delivery }: Session,
  post: (reply: Reply, transfer: Transferable[]) => void,
): (request: Request) => void {
  const calls: WorkerCalls = { files: fileCalls(files), work, results, cases, review, delivery };
  let told = state.caseState;
  let queue: Promise<void> = Promise.resolve();
  return ({ id, group, call, arg }) => {
    queue = queue.then(async () => {
      post({ id, begun: true }, []);
      try {
        const value = await answerOf(calls, group, call)(arg);
        const changed = state.caseState !== told;
        told = state.caseState;
        post({ id, ok: true, value, ...(changed ? { caseText: state.caseText() } : {}) }, buffersOf(value));
      } catch (error) {
        post({ id, ok: false, message: error instanceof Error ? error.message : String(error) }, []);
      }
    });
  };
}

/** Throws for a call that there is not. */
function answerOf(calls: WorkerCalls, group: string, call: string): (arg: unknown) => Promise<unknown> {
  // Own properties only: every object inherits functions that are no calls.
  const answers = new Map<string, unknown>(Object.entries(new Map(Object.entries(calls)).get(group) ?? {}));
  const answer = answers.get(call);
  if (typeof answer !== 'function') throw new Error(`There is no call ${group}.${call}`);
  return answer as (arg: unknown) => Promise<unknown>;
}
