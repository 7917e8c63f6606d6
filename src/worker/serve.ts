import type { DeliveryRequest, DeliveryAnswers, EngineCalls, ReviewCalls } from '../app/calls/engine-calls';
import type { FileView } from '../app/results/file-view';
import type { ArchivedFile, SourceFile, UnreadFile } from '../app/ports';
import type { ReceivedFile } from '../core/model/submission';
import { buffersOf } from './buffers';
import type { CallName, Kept, Received, Reply, Request, WorkerCalls } from './protocol';

/** What answers the calls: a session of the use cases. */
export interface Served extends EngineCalls {
  receive(source: SourceFile): Promise<{ view: FileView; received: ReceivedFile }>;
  refuse(source: SourceFile, refusal: UnreadFile): Promise<{ view: FileView; received: ReceivedFile }>;
  restore(files: readonly ReceivedFile[]): void;
  readonly review: ReviewCalls;
  readonly delivery: DeliveryAnswers;
}

/** Answers one request after the other in the order of their coming, so that a run never sees half a change. */
export function serve(
  session: Served,
  post: (reply: Reply, transfer: Transferable[]) => void,
): (request: Request) => void {
  const calls = callsOf(session);
  let queue: Promise<void> = Promise.resolve();
  return ({ id, call, arg }) => {
    queue = queue.then(async () => {
      try {
        const value = await (calls[call] as (a: unknown) => Promise<unknown>)(arg);
        post({ id, ok: true, value }, transferable(call, value));
      } catch (error) {
        post({ id, ok: false, error: error instanceof Error ? error.message : String(error) }, []);
      }
    });
  };
}

function callsOf(session: Served): WorkerCalls {
  return {
    facts: (a) => session.facts(a),
    settle: (a) => session.settle(a),
    forget: (a) => session.forget(a),
    run: (a) => session.run(a),
    evidence: (a) => session.evidence(a),
    adopt: (a) => session.adopt(a),
    blank: (a) => session.blank(a),
    table: (a) => session.table(a),
    trace: (a) => session.trace(a),
    planHead: (a) => session.planHead(a),
    planCells: (a) => session.planCells(a),
    workbook: (a) => session.workbook(a),
    report: (a) => session.report(a),
    check: (a) => session.check(a),
    openCase: (a) => session.openCase(a),
    saveCase: (a) => session.saveCase(a),
    settleCase: (a) => session.settleCase(a),
    decide: (a) => session.decide(a),
    board: (a) => session.board(a),
    versionEffect: (a) => session.versionEffect(a),
    compare: (a) => session.compare(a),
    turn: async () => null,
    expand: async (source) => (await import('../files/archives/expand-archive')).expandArchive(source),
    receive: async (source) => pack(await session.receive(source)),
    refuse: async ({ source, refusal }) => pack(await session.refuse(source, refusal)),
    delivery: async (request) => answerDelivery(session.delivery, request),
    review: ({ name, arg }) => session.review[name](arg as never),
    restore: async (kept) => {
      session.restore(kept.map(unpack));
      return null;
    },
  };
}

/** Writers and packer are loaded with the first thing that is handed out. */
async function answerDelivery(delivery: DeliveryAnswers, { name, arg }: DeliveryRequest): Promise<unknown> {
  if (name === 'zip') return (await import('../files/zip/zip-files')).zipFiles(arg as DeliveryRequest<'zip'>['arg']);
  const [{ createAnnotator }, { createDocumentWriter }] = await Promise.all([
    import('../files/annotate/create-annotator'),
    import('../files/docx-writer/create-document-writer'),
  ]);
  return delivery[name](arg as never, { annotator: createAnnotator(), documents: createDocumentWriter() });
}

function pack({ view, received }: { view: FileView; received: ReceivedFile }): Received {
  return { view, kept: new TextEncoder().encode(JSON.stringify(received)) };
}

function unpack(kept: Kept): ReceivedFile {
  return JSON.parse(new TextDecoder().decode(kept)) as ReceivedFile;
}

function transferable(call: CallName, value: unknown): Transferable[] {
  if (call === 'workbook') return [(value as Uint8Array).buffer as ArrayBuffer];
  if (call === 'receive' || call === 'refuse') return [(value as Received).kept.buffer as ArrayBuffer];
  if (call === 'delivery') return buffersOf(value);
  if (call === 'expand')
    return Array.isArray(value) ? (value as ArchivedFile[]).map((f) => f.bytes.buffer as ArrayBuffer) : [];
  return [];
}
