import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { ReadEvents } from '../../src/app/calls/engine-calls';
import type { FileView } from '../../src/app/results/file-view';
import type { InputFile } from '../../src/app/ports';
import type { ReadResult, WorkbookReader } from '../../src/app/ports';
import { createReader } from '../../src/files/readers/read-workbook';
import { workerChannel, type OpenChannel } from '../../src/worker/channel';
import { EngineClient } from '../../src/worker/engine-client';
import { pageChannel } from '../../src/worker/page-channel';
import { createSession } from '../../src/worker/create-session';

const FOLDER = path.join(__dirname, '../../samples/khanh-hoa-2020/received');
const input = (file: string): InputFile => ({
  file,
  size: 1,
  bytes: async () => new Uint8Array(readFileSync(path.join(FOLDER, file))).buffer,
});
const named = (file: string): InputFile => ({ file, size: 1, bytes: async () => new ArrayBuffer(8) });

const real = createReader();
/** Hangs on "treo", throws on "hong", reads everything else. */
const moody: WorkbookReader = {
  read: (source) =>
    source.file.startsWith('treo')
      ? new Promise<ReadResult>(() => undefined)
      : source.file.startsWith('hong')
        ? Promise.reject(new Error('bug'))
        : real.read(source),
};

let opened = 0;
const inProcess = (reader = real): OpenChannel =>
  pageChannel(async () => {
    opened += 1;
    return createSession({ reader });
  });

function collector(): ReadEvents & { views: FileView[]; begun: string[] } {
  const views: FileView[] = [];
  const begun: string[] = [];
  return { views, begun, started: (f) => begun.push(f), received: (v) => views.push(v) };
}

const clients: EngineClient[] = [];
const client = (...args: ConstructorParameters<typeof EngineClient>): EngineClient => {
  const c = new EngineClient(...args);
  clients.push(c);
  return c;
};

beforeEach(() => {
  opened = 0;
});
afterEach(() => {
  for (const c of clients.splice(0)) c.close();
});

test('reads in the order given and runs; the plan arrives whole', async () => {
  const engine = client({ channels: [inProcess()] });
  await engine.work.settle({ register: { kind: 'built-in', id: 'khanh-hoa-2020' }, period: 'năm 2020' });
  const events = collector();
  expect(await engine.read([input('SYT.xlsx'), input('TNMT.xlsx')], events).done).toBe('done');
  expect(events.views.map((v) => [v.file, v.agency?.code])).toEqual([
    ['SYT.xlsx', 'SYT'],
    ['TNMT.xlsx', 'STNMT'],
  ]);
  const run = await engine.work.run(null);
  expect(run.dryRun).toMatchObject({ files: 2, wrong: 2, unread: 0, blocked: null });
  expect(run.dryRun.missing).toHaveLength(27);
  const plan = await engine.plan();
  expect(plan.sheets.every((s) => s.cells.length > 0)).toBe(true);
  expect([...(await engine.results.workbook(null)).subarray(0, 2)]).toEqual([0x50, 0x4b]);
});

test(
  'an archive among the files is read as the files in it; what it would not give is told, also after a fresh ' +
    'worker',
  async () => {
    const engine = client({ channels: [inProcess()] });
    const bytes = zipSync({
      'SYT.xlsx': new Uint8Array(await input('SYT.xlsx').bytes()),
      'a.zip': zipSync({ 'b.csv': new Uint8Array(3) }),
    });
    const archive: InputFile = { file: 'goi.zip', size: bytes.length, bytes: async () => bytes.slice().buffer };
    const files = await engine.unpack([
      input('TNMT.xlsx'),
      archive,
      { ...archive, file: 'hong.zip', bytes: async () => bytes.slice(0, 5_000).buffer },
    ]);
    expect(files.map((f) => f.file)).toEqual(['TNMT.xlsx', 'goi.zip/a.zip', 'goi.zip/SYT.xlsx', 'hong.zip']);
    for (const again of [false, true]) {
      if (again) engine.close();
      const events = collector();
      await engine.read(files, events).done;
      expect(events.views.map((v) => [v.status, v.agency?.code ?? v.reason?.slice(0, 12)])).toEqual([
        ['read', 'STNMT'],
        ['rejected', 'Tệp nén nằm '],
        ['read', 'SYT'],
        ['rejected', 'Tệp bị hỏng '],
      ]);
    }
  },
);

test('a file that hangs is ended and told, and the others go on with what was read before', async () => {
  const engine = client({ channels: [inProcess(moody)], fileMs: 3000 });
  const events = collector();
  await engine.read([input('SYT.xlsx'), named('treo.xlsx'), input('TNMT.xlsx')], events).done;
  expect(events.views.map((v) => [v.file, v.status])).toEqual([
    ['SYT.xlsx', 'read'],
    ['treo.xlsx', 'rejected'],
    ['TNMT.xlsx', 'read'],
  ]);
  expect(events.views[1]!.reason).toMatch(/quá 3 giây/);
  expect(opened).toBe(2);
  const run = await engine.work.run(null);
  expect(run.files.map((f) => f.file).sort()).toEqual(['SYT.xlsx', 'TNMT.xlsx', 'treo.xlsx']);
  expect(run.findings.filter((f) => f.file === 'treo.xlsx').map((f) => f.rule)).toContain('file-unreadable');
});

test('a bug in reading one file does not end the others', async () => {
  const engine = client({ channels: [inProcess(moody)] });
  const events = collector();
  await engine.read([named('hong.xlsx'), input('SYT.xlsx')], events).done;
  expect(events.views.map((v) => v.status)).toEqual(['rejected', 'read']);
});

test('stopped, it is as it was before the batch', async () => {
  const engine = client({ channels: [inProcess(moody)] });
  await engine.read([input('SYT.xlsx')], collector()).done;
  const before = await engine.work.run(null);
  const events = collector();
  const job = engine.read([input('TNMT.xlsx'), named('treo.xlsx'), input('SXD.xlsx')], {
    ...events,
    started: (f) => {
      if (f === 'treo.xlsx') setTimeout(() => job.cancel(), 20);
    },
  });
  expect(await job.done).toBe('cancelled');
  expect(await engine.work.run(null)).toEqual(before);
});

test('a file that can no longer be opened, or is far too large, is told', async () => {
  const engine = client({ channels: [inProcess()] });
  const events = collector();
  const gone: InputFile = {
    file: 'mat.xlsx',
    size: 1,
    bytes: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
  };
  const huge: InputFile = {
    file: 'to.xlsx',
    size: 2 ** 40,
    bytes: () => Promise.reject(new Error('must not be asked for')),
  };
  await engine.read([gone, huge], events).done;
  const run = await engine.work.run(null);
  expect(run.findings.filter((f) => f.severity === 'error').map((f) => [f.file, f.rule])).toEqual([
    ['mat.xlsx', 'file-unreadable'],
    ['to.xlsx', 'file-too-large'],
  ]);
  expect(events.views.every((v) => v.status === 'rejected')).toBe(true);
});

test('a case survives the end of its worker', async () => {
  const engine = client({ channels: [inProcess(moody)], fileMs: 3000 });
  await engine.work.settle({ register: { kind: 'built-in', id: 'khanh-hoa-2020' }, period: 'năm 2020' });
  await engine.read([input('SYT.xlsx')], collector()).done;
  await engine.work.run(null);
  const who = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Theo văn bản' };
  expect(
    await engine.cases.decide({
      request: { kind: 'adjust', template: 'phu-luc-2', row: '1', column: 'province', value: 77 },
      who,
    }),
  ).toMatchObject({ ok: true });
  const before = opened;
  await engine.read([named('treo.xlsx')], collector()).done;
  const run = await engine.work.run(null);
  expect(opened).toBeGreaterThan(before);
  expect(run.case.summary.journal.map((j) => j.entry.kind)).toEqual(['adjust']);
  expect((await engine.results.trace({ template: 'phu-luc-2', row: '1', column: 'province' }))!.value).toBe('77');
});

test('where no worker can be started the page does the work', async () => {
  const refused = workerChannel(() => {
    throw new DOMException('not here', 'SecurityError');
  });
  const silent: OpenChannel = () => ({ post: () => undefined, close: () => undefined });
  const engine = client({ channels: [refused, silent, inProcess()], readyMs: 50 });
  expect((await engine.work.facts(null)).forms.map((f) => f.id)).toContain('phu-luc-2');
});

test('the sources kept with a workbook answer without the files', async () => {
  const first = client({ channels: [inProcess()] });
  await first.read([input('SYT.xlsx')], collector()).done;
  await first.work.run(null);
  const figure = { template: 'phu-luc-2', row: '1', column: 'total' };
  const trace = await first.results.trace(figure);
  expect(trace!.contributions.length).toBeGreaterThan(0);
  const later = client({ channels: [inProcess()] });
  await later.results.adopt(await first.results.evidence(null));
  expect(await later.results.trace({ ...figure, written: true })).toEqual(trace);
  await later.results.adopt('khong phai JSON');
  expect(await later.results.trace(figure)).toBeNull();
});
