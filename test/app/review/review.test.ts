import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DecisionRequest } from '../../../src/app/case/decision';
import type { ReadResult, SourceFile } from '../../../src/app/ports';
import { createReader } from '../../../src/files/readers/read-workbook';
import type { Session } from '../../../src/app/session/session';
import { createSession } from '../../../src/worker/create-session';

const SAMPLE = path.join(__dirname, '../../../samples/khanh-hoa-2020');
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã đối chiếu' };
const json = readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8');
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file)));

/** Reads as it is, but a file whose name ends in "(2)" has 15 wherever PL3 has 8. */
const reader = {
  async read(source: SourceFile): Promise<ReadResult> {
    const read = await createReader().read(source);
    if (!read.ok || !source.file.includes('(2)')) return read;
    return {
      ...read,
      grids: read.grids.map((g) =>
        g.sheet !== 'PL3'
          ? g
          : {
              ...g,
              cells: g.cells.map((c) => (c.kind === 'number' && c.value === 8 ? { ...c, value: 15, text: '15' } : c)),
            },
      ),
    };
  },
};

async function session(files: readonly (readonly [string, string])[]): Promise<Session> {
  const made = createSession({ reader });
  await made.work.settle({ register: { kind: 'own', name: 'agencies.json', json }, period: '2020' });
  for (const [name, from] of files) await receive(made, name, from);
  await made.work.run(null);
  return made;
}

/** A trailing byte makes another hash of the same workbook. */
async function receive(to: Session, name: string, from: string): Promise<void> {
  const bytes = bytesOf(from);
  await to.files.receive({
    file: name,
    bytes: name === from || name.startsWith('cop') ? bytes : Uint8Array.from([...bytes, 0]),
  });
}

async function take(s: Session, ...requests: DecisionRequest[]): Promise<void> {
  for (const request of requests) {
    const done = await s.cases.decide({ request, who: WHO });
    if (!done.ok) throw new Error(done.message);
    await s.work.run(null);
  }
}

const TWO = [
  ['So Tu phap.xlsx', 'So Tu phap.xlsx'],
  ['SYT.xlsx', 'SYT.xlsx'],
] as const;

test('a second version is told cell by cell with its effect, and decides nothing by being looked at', async () => {
  const s = await session(TWO);
  await s.cases.save({ receivedOn: null });
  await receive(s, 'SYT (2).xlsx', 'SYT.xlsx');
  const run = await s.work.run(null);
  const waiting = run.case.pending.filter((p) => p.file === 'SYT (2).xlsx');
  expect(waiting.length).toBeGreaterThan(0);
  const view = await s.review.version({ file: 'SYT (2).xlsx', templates: waiting.map((p) => p.template) });
  if (!view.ok) throw new Error(view.message);
  expect(view.cells.length).toBeGreaterThan(0);
  for (const c of view.cells)
    expect([c.before?.text, c.after?.text, c.place]).toEqual(['8', '15', expect.stringMatching(/^dòng .*, cột /)]);
  const moved = view.cells.find((c) => typeof c.province?.before === 'number')!;
  expect(Number(moved.province!.after) - Number(moved.province!.before)).toBe(7);
  expect((await s.work.run(null)).case.pending).toEqual(run.case.pending);
  // Keeping the old one answers the question for good.
  await take(s, ...waiting.map((p) => ({ kind: 'choose-version' as const, file: p.counted, template: p.template })));
  expect((await s.work.run(null)).case.pending).toEqual([]);
});

test('the same file under two senders is shown with both, and leaving one out keeps the full figure beside', async () => {
  const s = await session([...TWO, ['copy/So Y te.xlsx', 'SYT.xlsx']]);
  const before = await s.review.doubles(null);
  // The copy says the same of its sender, so it is a duplicate and no double; given to another agency it is one.
  await take(s, { kind: 'confirm-agency', file: 'copy/So Y te.xlsx', agency: 'STTTT' });
  const now = await s.review.doubles(null);
  expect(before.found).toEqual([]);
  expect(now.found[0]).toMatchObject({ how: 'same-file', severity: 'error', accepted: null, locked: [] });
  expect([now.found[0]!.agencyName, now.found[0]!.otherName].sort()).toEqual([
    'Sở Thông tin và Truyền thông',
    'Sở Y tế',
  ]);
  const effect = await s.review.effect([{ kind: 'leave-out', file: 'copy/So Y te.xlsx', template: null }]);
  if (!effect.ok) throw new Error(effect.message);
  expect(effect.lines.length).toBeGreaterThan(10);
  expect(now.found[0]!.key).not.toBeNull();
  await take(s, { kind: 'accept', key: now.found[0]!.key! });
  expect((await s.review.doubles(null)).found[0]!.accepted).toMatchObject({ reason: WHO.reason });
  await take(s, { kind: 'leave-out', file: 'copy/So Y te.xlsx', template: null });
  const after = await s.review.doubles(null);
  expect(after.found).toEqual([]);
  expect(after.leftOut).toEqual([
    expect.objectContaining({ by: WHO.by, about: expect.stringContaining('So Y te.xlsx') }),
  ]);
  const numbers = (list: { value?: unknown; full?: unknown }[]): number =>
    list.filter((l) => l.value !== l.full).length;
  expect(numbers(after.beside)).toBe(after.beside.length);
  expect(after.beside.length).toBeGreaterThan(10);
});

test('rules tell what they found, which are always on, and who switched one off', async () => {
  const s = await session(TWO);
  const rules = await s.review.rules(null);
  const found = rules.find((r) => r.findings > 0 && !r.alwaysOn)!;
  expect(rules.find((r) => r.id === 'not-a-number')).toMatchObject({ alwaysOn: true, off: null });
  await take(s, { kind: 'rule-off', rule: found.id });
  expect((await s.review.rules(null)).find((r) => r.id === found.id)).toMatchObject({
    findings: 0,
    off: { by: WHO.by, reason: WHO.reason },
  });
});

test('a marked form is laid beside the sum row by row', async () => {
  const s = await session(TWO);
  expect((await s.review.control(null)).forms).toEqual([]);
  await take(s, { kind: 'scope', file: 'SYT.xlsx', template: 'phu-luc-2', scope: 'province-wide' });
  const { forms, files } = await s.review.control(null);
  expect(forms).toEqual([expect.objectContaining({ short: 'Phụ lục 2', agencyName: 'Sở Y tế', entry: 1 })]);
  expect(forms[0]!.differing).toBe(forms[0]!.lines.filter((l) => l.difference !== 0).length);
  for (const l of forms[0]!.lines) expect(l.difference).toBe(l.sum === null ? null : l.sum - l.control);
  expect(files.find((f) => f.file === 'SYT.xlsx')!.forms).toContainEqual({
    template: 'phu-luc-2',
    short: 'Phụ lục 2',
    scope: 'province-wide',
  });
});

test('beside an earlier result: a slip of ten comes first, from a report, a case or a result workbook', async () => {
  const s = await session(TWO);
  const report = JSON.parse(await s.results.report(null)) as {
    tables: { template: string; rows: { row: string; values: Record<string, number> }[] }[];
    agencies: { key: string; values: Record<string, Record<string, Record<string, number>>> }[];
  };
  const syt = report.agencies.find((a) => a.key === 'SYT')!;
  const [template, row, column, value] = Object.entries(syt.values)
    .flatMap(([t, rows]) =>
      Object.entries(rows).flatMap(([r, c]) => Object.entries(c).map(([k, v]) => [t, r, k, v] as const)),
    )
    .find(([t, , k, v]) => t === 'phu-luc-2' && k === 'province' && v >= 3)!;
  syt.values[template]![row]![column] = value * 10;
  const view = await s.review.compare(JSON.stringify(report));
  if (!view.ok) throw new Error(view.message);
  expect(view).toMatchObject({ perAgency: true, total: view.changes.length });
  expect(view.changes[0]).toMatchObject({
    kind: 'slip',
    agencyName: 'Sở Y tế',
    row,
    before: value * 10,
    after: value,
    factor: 0.1,
    short: 'Phụ lục 2',
  });
  expect(await s.review.compare('[]')).toEqual({ ok: false, message: expect.any(String) });
  const kept = await s.review.attachment(await s.results.workbook(null));
  expect(await s.review.compare(kept)).toMatchObject({ total: 0 });
  expect(await s.review.attachment(bytesOf('SYT.xlsx'))).toBeNull();
});

test('senders of the period and former ones; a confirmed sender is remembered in a file and known again', async () => {
  const s = await session(TWO);
  const senders = await s.review.senders(null);
  expect(senders.length).toBeGreaterThan(25);
  expect(senders.every((a) => a.current)).toBe(true);
  const done = await s.review.remember({
    confirmations: null,
    file: 'SYT.xlsx',
    agency: 'STP',
    by: 'Trần An',
    at: WHO.at,
  });
  if (!done.ok) throw new Error(done.message);
  expect(done.count).toBe(1);
  const info = await s.work.settle({
    register: { kind: 'own', name: 'agencies.json', json },
    period: '2020',
    confirmations: done.content,
  });
  expect(info).toMatchObject({ confirmations: 1, wrong: [] });
  // The file's own words stand against it, so it is asked and never taken.
  expect((await s.files.receive({ file: 'SYT.xlsx', bytes: bytesOf('SYT.xlsx') })).agency.because.join(' ')).toContain(
    'xác nhận',
  );
  expect((await s.work.settle({ register: { kind: 'none' }, period: '', confirmations: '{' })).wrong).toEqual([
    { field: 'confirmations', message: expect.any(String) },
  ]);
  expect(
    await s.review.remember({ confirmations: '[]', file: 'SYT.xlsx', agency: 'STP', by: 'A', at: WHO.at }),
  ).toMatchObject({ ok: false });
});

test('a register is made from a list; what is no list is refused with words', async () => {
  const s = await session(TWO);
  const list = new TextEncoder().encode('STT,Tên cơ quan\n1,Sở Tư pháp\n2,UBND phường Nha Trang\n');
  const made = await s.review.registerFromList({ file: 'danh sach.csv', bytes: list, province: 'Khánh Hòa' });
  if (!made.ok) throw new Error(made.message);
  expect(made.register.agencies.map((a) => [a.name, a.level])).toEqual([
    ['Sở Tư pháp', 'province'],
    ['UBND phường Nha Trang', 'commune'],
  ]);
  expect(
    await s.work.settle({ register: { kind: 'own', name: 'x', json: made.register.content }, period: '' }),
  ).toMatchObject({ register: { province: 'Khánh Hòa', agencies: 2 } });
  expect(
    await s.review.registerFromList({ file: 'x.csv', bytes: new TextEncoder().encode('a,b\n1,2\n'), province: 'X' }),
  ).toMatchObject({ ok: false });
});

test('the draft holds decisions and hashes, no figures; a file taken off the list is gone from it', async () => {
  const s = await session(TWO);
  expect(await s.review.draft(null)).toMatchObject({ worth: false, files: 2, decisions: 0 });
  await take(s, { kind: 'rule-off', rule: 'missing-split' });
  const draft = await s.review.draft(null);
  expect(draft).toMatchObject({ worth: true, decisions: 1, period: expect.stringContaining('2020') });
  expect(JSON.parse(draft.text)).toMatchObject({
    figures: null,
    files: [{ file: 'SYT.xlsx' }, { file: 'So Tu phap.xlsx' }],
  });
  await s.cases.save({ receivedOn: null });
  await s.work.forget(['SYT.xlsx']);
  const run = await s.work.run(null);
  expect(run.findings.filter((f) => f.rule === 'source-changed')).toEqual([]);
  expect(JSON.parse(await s.review.caseText(null)).files).toHaveLength(1);
});

test('what came in the place of a returned file is shown though it counts already', async () => {
  const s = await session(TWO);
  await s.cases.save({ receivedOn: null });
  await take(s, { kind: 'return', file: 'SYT.xlsx' });
  await receive(s, 'SYT (2).xlsx', 'SYT.xlsx');
  const run = await s.work.run(null);
  expect(run.case.pending).toEqual([]);
  const view = await s.review.version({ file: 'SYT (2).xlsx', templates: ['phu-luc-3'] });
  if (!view.ok) throw new Error(view.message);
  expect(view.cells.map((c) => [c.before?.text, c.after?.text])).toContainEqual(['8', '15']);
  expect(view.cells.some((c) => Number(c.province?.after) - Number(c.province?.before) === 7)).toBe(true);
  expect(await s.review.version({ file: 'So Tu phap.xlsx', templates: ['phu-luc-3'] })).toEqual({
    ok: false,
    message: expect.any(String),
  });
});
