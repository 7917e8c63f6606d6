import { newCase } from '../app/case/new-case';
import { runCase, type CaseRun } from '../app/case/run-case';
import { receiveAll } from './receive-all';
import type { RunDeps, RunRequest } from './run-request';

/**
 * Reads, checks and consolidates everything under the paths, with the decisions of a case where one is named; `wrong`
 * is for the person at the keyboard.
 */
export async function run(request: RunRequest, deps: RunDeps): Promise<CaseRun | { wrong: string }> {
  const all = await receiveAll(request, deps);
  return 'wrong' in all ? all : runCase(all.received, all.options, all.state ?? newCase());
}
