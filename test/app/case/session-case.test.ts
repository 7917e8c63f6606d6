import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Session } from '../../../src/app/session/session';
import { readAttachment } from '../../../src/files/readers/read-attachment';
import { createReader } from '../../../src/files/readers/read-workbook';
import { webHasher } from '../../../src/files/hash/web-hasher';
import { createXlsxWriter } from '../../../src/files/xlsx-writer/create-xlsx-writer';

const SAMPLE = path.join(__dirname, '../../../samples/khanh-hoa-2020');
const FILES = ['So Tu phap.xlsx', 'SYT.xlsx', 'UBND TP Nha Trang.xlsx'];
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã đối chiếu' };
const json = readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8');

async function session(): Promise<Session> {
  const made = new Session({
    reader: createReader(),
    hasher: webHasher,
    registers: {},
    writer: async () => createXlsxWriter(),
  });
  await made.settle({ register: { kind: 'own', name: 'agencies.json', json }, period: '2020' });
  for (const file of FILES)
    await made.receive({ file, bytes: new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file))) });
  return made;
}

test('the pane and the page: decide, put down, take up from the file or from the workbook, and get the same bytes', async () => {
  const first = await session();
  const before = await first.run();
  const error = before.findings.findIndex((f) => f.severity === 'error');
  expect(await first.decide({ request: { kind: 'approve', agency: 'SYT' }, who: WHO })).toMatchObject({ ok: false });
  for (const request of [
    { kind: 'accept', key: before.case.keys[error]! },
    { kind: 'adjust', template: 'phu-luc-2', row: '1', column: 'province', value: 77 },
    { kind: 'approve', agency: 'SYT' },
  ] as const) {
    expect(await first.decide({ request, who: WHO })).toMatchObject({ ok: true });
    await first.run();
  }
  const after = await first.run();
  expect(after.findings[error]!.accepted).toBeDefined();
  expect(after.case).toMatchObject({ approved: ['SYT'], pending: [], doubles: [] });
  expect((await first.trace({ template: 'phu-luc-2', row: '1', column: 'province' }))!).toMatchObject({
    value: '77',
    adjustment: { reason: WHO.reason },
  });
  const text = await first.saveCase({ receivedOn: '2020-12-15' });
  const bytes = await first.workbook();
  expect(readAttachment(bytes, 'case.json')).toBe(text);

  for (const saved of [text, readAttachment(bytes, 'case.json')!]) {
    const second = await session();
    expect(await second.openCase(saved)).toMatchObject({ ok: true, text, migrated: [] });
    await second.run();
    expect(Buffer.from(await second.workbook()).equals(Buffer.from(bytes))).toBe(true);
    expect(await second.report()).toBe(await first.report());
  }
});

test('board, versions and comparison through the same calls; a broken case is refused with words', async () => {
  const s = await session();
  await s.run();
  expect((await s.board({ today: '2020-12-20' })).board.overdue).toBe(26);
  expect(await s.versionEffect({ file: 'SYT.xlsx', template: null })).toEqual({
    ok: false,
    message: expect.any(String),
  });
  expect(await s.compare(await s.report())).toMatchObject({ changes: [], figures: [] });
  expect(await s.compare('không phải JSON')).toEqual({ ok: false, message: expect.stringContaining('JSON') });
  expect(await s.openCase('{}')).toMatchObject({ ok: false });
  expect(await s.openCase(null)).toMatchObject({ ok: true, migrated: [] });
});
