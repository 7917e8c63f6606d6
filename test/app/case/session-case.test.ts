import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAttachment } from '../../../src/files/readers/read-attachment';
import type { Session } from '../../../src/app/session/session';
import { createSession } from '../../../src/worker/create-session';

const SAMPLE = path.join(__dirname, '../../../samples/khanh-hoa-2020');
const FILES = ['So Tu phap.xlsx', 'SYT.xlsx', 'UBND TP Nha Trang.xlsx'];
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã đối chiếu' };
const json = readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8');

async function session(): Promise<Session> {
  const made = createSession({ registers: {} });
  await made.work.settle({ register: { kind: 'own', name: 'agencies.json', json }, period: '2020' });
  for (const file of FILES)
    await made.files.receive({ file, bytes: new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file))) });
  return made;
}

test('the pane and the page: decide, put down, take up from the file or from the workbook, and get the same bytes', async () => {
  const first = await session();
  const before = await first.work.run(null);
  const error = before.findings.findIndex((f) => f.severity === 'error');
  expect(await first.cases.decide({ request: { kind: 'approve', agency: 'SYT' }, who: WHO })).toMatchObject({
    ok: false,
  });
  for (const request of [
    { kind: 'accept', key: before.case.keys[error]! },
    { kind: 'adjust', template: 'phu-luc-2', row: '1', column: 'province', value: 77 },
    { kind: 'approve', agency: 'SYT' },
  ] as const) {
    expect(await first.cases.decide({ request, who: WHO })).toMatchObject({ ok: true });
    await first.work.run(null);
  }
  const after = await first.work.run(null);
  expect(after.findings[error]!.accepted).toBeDefined();
  expect(after.case).toMatchObject({ approved: ['SYT'], pending: [], doubles: [] });
  expect((await first.results.trace({ template: 'phu-luc-2', row: '1', column: 'province' }))!).toMatchObject({
    value: '77',
    adjustment: { reason: WHO.reason },
  });
  const text = await first.cases.save({ receivedOn: '2020-12-15' });
  const bytes = await first.results.workbook(null);
  expect(readAttachment(bytes, 'case.json')).toBe(text);

  for (const saved of [text, readAttachment(bytes, 'case.json')!]) {
    const second = await session();
    expect(await second.cases.open(saved)).toMatchObject({ ok: true, text, migrated: [] });
    await second.work.run(null);
    expect(Buffer.from(await second.results.workbook(null)).equals(Buffer.from(bytes))).toBe(true);
    expect(await second.results.report(null)).toBe(await first.results.report(null));
  }
});

test('board, versions and comparison through the same calls; a broken case is refused with words', async () => {
  const s = await session();
  await s.work.run(null);
  expect((await s.cases.board({ today: '2020-12-20' })).board.overdue).toBe(26);
  expect(await s.review.version({ file: 'SYT.xlsx', templates: ['phu-luc-2'] })).toEqual({
    ok: false,
    message: expect.any(String),
  });
  expect(await s.review.compare(await s.results.report(null))).toMatchObject({ changes: [], figures: [] });
  expect(await s.review.compare('không phải JSON')).toEqual({ ok: false, message: expect.stringContaining('JSON') });
  expect(await s.cases.open('{}')).toMatchObject({ ok: false });
  expect(await s.cases.open(null)).toMatchObject({ ok: true, migrated: [] });
});
