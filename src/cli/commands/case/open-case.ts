import { runCase, type CaseRun } from '../../../app/case/run-case';
import type { RunOptions } from '../../../app/consolidate/run-options';
import type { CaseState } from '../../../core/model/case';
import type { RunDeps } from '../../run-request';
import { otherPeriod } from '../../../app/session/work-period';
import { HOW_NEW, receiveAll, type ReceivedAll } from '../../receive-all';
import { wrong, type Failure } from '../../table/outcome';
import { type RUN_OPTIONS, runRequest } from '../../table/shared-options';
import type { Values, WordSpec } from '../../table/specs';

/** A case file; those that are written are .json, others may also be a result workbook that holds one. */
export const KEPT_CASE: WordSpec = {
  name: 'HOSO.json',
  help: 'tệp hồ sơ (HOSO.json)',
  file: 'kept',
  check: (text) =>
    /\.json$/i.test(text) ? null : 'Hồ sơ được ghi ra tệp .json; hồ sơ trong tệp kết quả .xlsx chỉ để mở lại.',
};
export const READ_CASE: WordSpec = {
  name: 'HOSO',
  help: 'tệp hồ sơ (HOSO.json, hoặc tệp kết quả .xlsx có hồ sơ bên trong)',
  file: 'read',
};

export interface OpenCase {
  ok: true;
  run: CaseRun;
  all: ReceivedAll;
  options: RunOptions;
}

/** The files under the paths, in the period of the case. */
export async function receiveFor(
  state: CaseState,
  paths: readonly string[],
  given: Values<typeof RUN_OPTIONS>,
  deps: RunDeps,
): Promise<ReceivedAll | Failure> {
  return receiveAll(runRequest(paths, given), deps, state);
}

/** The run of a case over files that were received for it. */
export function runFor(state: CaseState, all: ReceivedAll): OpenCase | Failure {
  const other = otherPeriod(state, all.options.period, HOW_NEW);
  return other
    ? wrong(other.message)
    : { ok: true, run: runCase(all.received, all.options, state), all, options: all.options };
}

/** Both. */
export async function openCase(
  state: CaseState,
  paths: readonly string[],
  given: Values<typeof RUN_OPTIONS>,
  deps: RunDeps,
): Promise<OpenCase | Failure> {
  const all = await receiveFor(state, paths, given, deps);
  return all.ok ? runFor(state, all) : all;
}
