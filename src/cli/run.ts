import type { WorkbookReader, Hasher } from '../app/ports';
import { newCase } from '../app/case/new-case';
import { runCase, type CaseRun } from '../app/case/run-case';
import type { SourceDeps } from './read-sources';
import { receiveAll } from './receive-all';

export interface RunRequest { paths: readonly string[]; agencies: string | null; period: string | null; except: string | null; /** A saved case, or a result workbook that holds one. */ casePath?: string | null; /** Senders confirmed before. */ confirmations?: string | null }
export interface RunDeps extends SourceDeps {
  reader: WorkbookReader;
  hasher: Hasher;
  progress(done: number, total: number, file: string): void;
  /** A text kept inside a workbook, or null. */
  attachment(bytes: Uint8Array, name: string): string | null;
}

/** Reads, checks and consolidates everything under the paths, with the decisions of a case where one is named; `wrong` is for the person at the keyboard. */
export async function run(request: RunRequest, deps: RunDeps): Promise<CaseRun | { wrong: string }> {
  const all = await receiveAll(request, deps);
  return 'wrong' in all ? all : runCase(all.received, all.options, all.state ?? newCase());
}
