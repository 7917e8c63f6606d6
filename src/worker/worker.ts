/// <reference lib="webworker" />
import { Session } from '../app/session/session';
import { anyHasher } from '../files/hash/any-hasher';
import { readAttachment } from '../files/readers/read-attachment';
import { createReader } from '../files/readers/read-workbook';
import { READY, type Request } from './protocol';
import { builtInRegisters } from './registers';
import { serve } from './serve';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const session = new Session({
  reader: createReader(),
  hasher: anyHasher,
  registers: builtInRegisters,
  attachment: readAttachment,
  writer: async () => (await import('../files/xlsx-writer/create-xlsx-writer')).createXlsxWriter(),
});
const answer = serve(session, (reply, transfer) => scope.postMessage(reply, transfer));

scope.onmessage = (event: MessageEvent<Request>) => answer(event.data);
scope.postMessage(READY);
