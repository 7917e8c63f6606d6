/// <reference lib="webworker" />
import { createSession } from './create-session';
import { holdLock } from './life-lock';
import type { FromWorker, Request } from './protocol';
import { serve } from './serve';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromWorker, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);

const answer = serve(createSession(), post);
scope.onmessage = (event: MessageEvent<Request>) => answer(event.data);
void holdLock().then((lock) => post({ ready: true, lock }));
