import type { DeliveryRequest, EngineCalls, ReviewRequest } from '../app/calls/engine-calls';
import type { FileView } from '../app/results/file-view';
import type { ArchivedFile, SourceFile, UnreadFile } from '../app/ports';

/** A received file with all its cells, encoded: the page keeps it for a fresh worker without ever unpacking it. */
export type Kept = Uint8Array;

export interface Received {
  view: FileView;
  kept: Kept;
}

/** Everything that crosses to the worker: the engine's calls, and those that only the client makes. */
export interface WorkerCalls extends EngineCalls {
  /** Answered when everything asked for before is done: a file's time begins then. */
  turn(arg: null): Promise<null>;
  expand(source: SourceFile): Promise<ArchivedFile[] | UnreadFile | null>;
  receive(source: SourceFile): Promise<Received>;
  refuse(arg: { source: SourceFile; refusal: UnreadFile }): Promise<Received>;
  restore(kept: readonly Kept[]): Promise<null>;
  review(request: ReviewRequest): Promise<unknown>;
  delivery(request: DeliveryRequest): Promise<unknown>;
}

export type CallName = keyof WorkerCalls;

export interface Request<K extends CallName = CallName> {
  id: number;
  call: K;
  arg: Parameters<WorkerCalls[K]>[0];
}

/** `id` 0 is the worker's own word that it is ready. */
export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: string };

export const READY: Reply = { id: 0, ok: true, value: 'ready' };
