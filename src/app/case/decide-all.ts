import { caseFacts } from './case-facts';
import { decide } from './decide';
import { type Decided } from './decision';
import { type DecisionRequest } from './decision';
import { type Who } from './decision';
import type { CaseRun } from './run-case';

/**
 * Several decisions as one: all are added to the journal, or none. Each is held against the journal as the ones before
 * it leave it, and against the figures of the run, so they must not bear on each other's figures (a hundred files
 * returned at once).
 */
export function decideAll(run: CaseRun, requests: readonly DecisionRequest[], who: Who): Decided {
  let now = run;
  const entries: Extract<Decided, { ok: true }>['entries'] = [];
  for (const request of requests) {
    const decided = decide(now, request, who);
    if (!decided.ok) return decided;
    now = { ...now, state: decided.state, facts: caseFacts(decided.state) };
    entries.push(...decided.entries);
  }
  return { ok: true, state: now.state, entries };
}
