import { newCase } from '../app/case/new-case';
import { runCase, type CaseRun } from '../app/case/run-case';
import { receiveAll } from './receive-all';
import type { RunDeps, RunRequest } from './run-request';
import type { Failure } from './table/outcome';

/** Reads, checks and consolidates everything under the paths, with the decisions of a case where one is named. */
export async function run(request: RunRequest, deps: RunDeps): Promise<{ ok: true; result: CaseRun } | Failure> {
  const all = await receiveAll(request, deps);
  return all.ok ? { ok: true, result: runCase(all.received, all.options, all.state ?? newCase()) } : all;
}
