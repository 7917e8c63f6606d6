/// <reference lib="webworker" />
import { Session } from '../../app/session';
import { anyHasher } from '../hash/any-hasher';
import { readAttachment } from '../readers/read-attachment';
import { createReader } from '../readers/read-workbook';
import { READY, type Request } from './protocol';
import { builtInRegisters } from './registers';
import { serve } from './serve';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const session = new Session({
  reader: createReader(), hasher: anyHasher, registers: builtInRegisters, attachment: readAttachment,
  writer: async () => (await import('../xlsx-writer/create-xlsx-writer')).createXlsxWriter(),
});
const answer = serve(session, (reply, transfer) => scope.postMessage(reply, transfer));

scope.onmessage = (event: MessageEvent<Request>) => answer(event.data);
scope.postMessage(READY);
