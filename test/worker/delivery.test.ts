import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { packReturns } from '../../src/app/returns/pack-returns';
import type { InputFile } from '../../src/app/ports';
import { buffersOf } from '../../src/worker/buffers';
import type { OpenChannel } from '../../src/worker/channel';
import { EngineClient } from '../../src/worker/engine-client';
import type { FromWorker, Request } from '../../src/worker/protocol';
import { serve } from '../../src/worker/serve';
import { createSession } from '../../src/worker/create-session';

const FOLDER = path.join(__dirname, '../../samples/khanh-hoa-2020/received');
const input = (file: string): InputFile => ({
  file,
  size: 1,
  bytes: async () => Uint8Array.from(readFileSync(path.join(FOLDER, file))).buffer,
});

/**
 * The two sides apart, as with a real worker: everything is cloned, and what is moved is gone on the side it came from.
 */
const apart: OpenChannel = (events) => {
  const { port1, port2 } = new MessageChannel();
  const answer = serve(createSession(), (reply, transfer) => port2.postMessage(reply, transfer as never));
  port2.on('message', (m: Request) => answer(m));
  port1.on('message', (m: FromWorker) => ('ready' in m ? events.ready() : events.reply(m)));
  port2.postMessage({ ready: true, lock: null });
  return {
    post: (request, transfer) => port1.postMessage(request, transfer as never),
    close: () => {
      port1.close();
      port2.close();
    },
  };
};

let engine: EngineClient;
beforeEach(() => {
  engine = new EngineClient({ channels: [apart] });
});
afterEach(() => engine.close());

async function read(files: readonly string[]): Promise<void> {
  await engine.work.settle({ register: { kind: 'built-in', id: 'khanh-hoa-2020' }, period: 'năm 2020' });
  await engine.read(files.map(input), { started: () => undefined, received: () => undefined }).done;
  await engine.work.run(null);
}

test('what goes back crosses to the worker and comes back as one zip; received bytes are moved, not copied', async () => {
  await read(['SYT.xlsx', 'TNMT.xlsx']);
  const { rows } = await engine.delivery.notices(null);
  const handed: ArrayBuffer[] = [];
  const watched = (file: string): InputFile => ({
    ...input(file),
    bytes: async () => {
      const b = await input(file).bytes();
      handed.push(b);
      return b;
    },
  });
  const packed = await packReturns(
    rows.filter((r) => r.errors > 0),
    { delivery: engine.delivery, letter: {}, input: watched, progress: () => undefined },
  ).done;
  if (packed === 'cancelled') throw new Error('not cancelled');
  expect(handed.map((b) => b.byteLength)).toEqual([0, 0]);
  expect(packed.made.sort()).toEqual(['Sở Tài nguyên và Môi trường', 'Sở Y tế']);
  const paths = packed.files.map((f) => f.path);
  const zip = unzipSync(await engine.delivery.zip(packed.files));
  expect(Object.keys(zip)).toEqual(paths);
  expect(paths).toContain('SYT - Sở Y tế/SYT (cần sửa).xlsx');
  expect(zip['SYT - Sở Y tế/SYT (cần sửa).xlsx']!.length).toBeGreaterThan(1000);
});

test('the set to sign, its beginning and its pages cross too', async () => {
  await read(['SYT.xlsx']);
  expect((await engine.delivery.signStart(null)).blocked).toBeNull();
  expect((await engine.delivery.signPreview({ numerals: 'arabic' })).sheets.length).toBeGreaterThan(0);
  for (const kind of ['xlsx', 'docx'] as const) {
    const made = await engine.delivery.sign({ kind, options: {} });
    expect(made.ok && [...made.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  }
});

test('without a run the calls fail with words, and the engine goes on', async () => {
  await expect(engine.delivery.notices(null)).rejects.toThrow('no run');
  await read(['SYT.xlsx']);
  expect((await engine.delivery.notices(null)).rows).toHaveLength(1);
});

test('buffers are found wherever they lie, each once', () => {
  const [a, b] = [new Uint8Array(3), new Uint8Array(4)];
  expect(
    buffersOf([{ content: a, path: 'x' }, { content: 'text' }, null, { deep: { b, again: a.subarray(1) } }]),
  ).toEqual([a.buffer, b.buffer]);
  expect(buffersOf('text')).toEqual([]);
});
