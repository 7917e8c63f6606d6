import type { Calls } from '../app/calls/calls';
import type { ArchivedFile, SourceFile, UnreadFile } from '../app/ports';
import type { FileView } from '../app/results/file-view';

/** A received file with all its cells, encoded: the page keeps it for a fresh worker without ever unpacking it. */
export type Kept = Uint8Array;

export interface Received {
  view: FileView;
  kept: Kept;
}

/** Calls that only the client makes: how files come to the worker. */
export interface FileCalls {
  /** Answered when everything asked for before is done: a file's time begins then. */
  turn(arg: null): Promise<null>;
  /** The files of an archive; null for a file that is none. */
  expand(source: SourceFile): Promise<ArchivedFile[] | UnreadFile | null>;
  receive(source: SourceFile): Promise<Received>;
  refuse(arg: { source: SourceFile; refusal: UnreadFile }): Promise<Received>;
  /** Gives a fresh worker what an earlier one had received. */
  restore(kept: readonly Kept[]): Promise<null>;
}

/** Everything that crosses to the worker. */
export interface WorkerCalls extends Calls {
  files: FileCalls;
}

/** One call on its way: which of which group, and its argument. All calls cross in this way. */
export interface Request {
  id: number;
  group: string;
  call: string;
  arg: unknown;
}

/**
 * `begun`: the turn of this request has come, the answer follows. `caseText`: the case, where the call changed it, for
 * a fresh worker. A reply with `ok: false` is a bug; an expected failure is a value.
 */
export type Reply =
  | { id: number; begun: true }
  | { id: number; ok: true; value: unknown; caseText?: string }
  | { id: number; ok: false; message: string };

/** The worker's first words. `lock` is the name of a lock that it holds as long as it lives, where there are locks. */
export interface Ready {
  ready: true;
  lock: string | null;
}

export type FromWorker = Ready | Reply;
