import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { MOST_ASIDE, MOST_STEPS } from '../../src/excel/steps/drop-old-steps';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { listSheet, samplePlan } from './sample-plan';
import { visibleNames } from './views';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([
    {
      name: 'Của tôi',
      cells: {
        A1: 'giữ nguyên',
        B2: { value: 5, style: { 'Fill.Color': '#FFFF00' } },
        C3: { formula: 'B2*2', value: 10 },
      },
    },
    { name: 'Ẩn', visibility: 'Hidden', cells: { A1: 1 } },
    { name: 'Rất ẩn', visibility: 'VeryHidden', cells: { A1: 2 } },
    { name: 'Cuối', cells: { A1: 3 } },
  ]);
});
afterEach(() => expect(host.bugs).toEqual([]));

test('undo takes the workbook back to exactly what it was, step by step', async () => {
  const book = createOpenWorkbook();
  const shots = [host.snapshot()];
  for (const scale of [1, 2, 3]) {
    expect(await book.write(samplePlan(scale), `Lần ${scale}`)).toMatchObject({ ok: true });
    shots.push(host.snapshot());
  }
  const steps = await book.steps();
  expect(steps).toMatchObject({
    ok: true,
    value: [{ title: 'Lần 1' }, { title: 'Lần 2' }, { title: 'Lần 3', sheets: ['Phụ lục 2', 'PL4', 'Nguồn'] }],
  });
  for (const scale of [3, 2, 1]) {
    expect(await book.undo()).toMatchObject({ ok: true, value: { title: `Lần ${scale}` } });
    expect(host.snapshot()).toEqual(shots[scale - 1]);
  }
  expect(await book.undo()).toEqual({ ok: true, value: null });
});

test('undo works after closing and opening again', async () => {
  const before = host.snapshot();
  await createOpenWorkbook().write(samplePlan(1), 'Lần 1');
  const first = host.snapshot();
  await createOpenWorkbook().write(samplePlan(2), 'Lần 2');
  expect(await createOpenWorkbook().steps()).toMatchObject({
    ok: true,
    value: [{ title: 'Lần 1' }, { title: 'Lần 2' }],
  });
  await createOpenWorkbook().undo();
  expect(host.snapshot()).toEqual(first);
  await createOpenWorkbook().undo();
  expect(host.snapshot()).toEqual(before);
});

test('what the officer changed since is not lost without asking', async () => {
  const book = createOpenWorkbook();
  const before = host.snapshot();
  await book.write(samplePlan(1), 'Lần 1');
  host.user.edit('Phụ lục 2', 'D5', 77);
  const edited = host.snapshot();
  expect(await book.undo()).toMatchObject({ ok: false, kind: 'changed-since' });
  expect(host.snapshot()).toEqual(edited);
  expect(await book.undo({ overwriteEdited: true })).toMatchObject({ ok: true });
  expect(host.snapshot()).toEqual(before);
});

test('changes elsewhere stay when a step is taken back', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  host.user.edit('Của tôi', 'A9', 'viết sau');
  host.user.addSheet('Thêm sau');
  await book.undo();
  expect(visibleNames(host)).toEqual(['Của tôi', 'Cuối', 'Thêm sau']);
  expect(host.snapshot().sheets[0]?.cells['A9']?.value).toBe('viết sau');
});

test('a name taken meanwhile does not stop undo', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  await book.write(samplePlan(2), 'Lần 2');
  host.user.deleteSheet('PL4');
  host.user.addSheet('PL4');
  expect(await book.undo()).toMatchObject({ ok: true });
  expect(visibleNames(host).sort()).toEqual(['Cuối', 'Của tôi', 'Nguồn', 'PL4', 'PL4 (2)', 'Phụ lục 2'].sort());
});

test('a workbook of nothing but results can be rewritten and undone; undo never leaves it without a sheet', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  for (const name of ['Của tôi', 'Cuối']) host.user.deleteSheet(name);
  const only = host.snapshot();
  expect(await book.write(samplePlan(2), 'Lần 2')).toMatchObject({ ok: true });
  expect(await book.undo()).toMatchObject({ ok: true });
  expect(host.snapshot()).toEqual(only);
  expect(await book.undo()).toMatchObject({ ok: false, kind: 'other' });
  expect(host.snapshot()).toEqual(only);
});

test('put-aside sheets that a cleaning tool removed are told before undo', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  await book.write(samplePlan(2), 'Lần 2');
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    for (const sheet of sheets.items)
      if (sheet.name.startsWith('~pl-')) {
        sheet.visibility = 'Hidden';
        sheet.delete();
      }
    await context.sync();
  });
  const before = host.snapshot();
  expect(await book.undo()).toMatchObject({
    ok: false,
    kind: 'changed-since',
    message: expect.stringContaining('3 trang'),
  });
  expect(host.snapshot()).toEqual(before);
  expect(await book.undo({ overwriteEdited: true })).toMatchObject({ ok: true });
  expect(visibleNames(host)).toEqual(['Của tôi', 'Cuối']);
});

test('the oldest steps and their put-aside sheets are dropped, the newest can still be undone', async () => {
  const book = createOpenWorkbook();
  const plan = (n: number) => ({ ...samplePlan(n), sheets: [listSheet('Bảng', 'sources', [[n]])] });
  for (let n = 0; n < MOST_STEPS + 3; n++) await book.write(plan(n), `Lần ${n}`);
  const steps = await book.steps();
  expect(steps.ok && steps.value.map((s) => s.title)).toEqual(
    Array.from({ length: MOST_STEPS }, (_, i) => `Lần ${i + 3}`),
  );
  expect(host.snapshot().sheets.filter((s) => s.name.startsWith('~'))).toHaveLength(MOST_STEPS);
  expect(await book.undo()).toMatchObject({ ok: true, value: { title: `Lần ${MOST_STEPS + 2}` } });
});

test('put-aside sheets stay within their number', async () => {
  const book = createOpenWorkbook();
  const wide = (n: number) => ({
    ...samplePlan(n),
    sheets: Array.from({ length: 9 }, (_, i) => listSheet(`Bảng ${i}`, 'sources', [[n]])),
  });
  for (let n = 0; n < 6; n++) await book.write(wide(n), `Lần ${n}`);
  expect(host.snapshot().sheets.filter((s) => s.name.startsWith('~')).length).toBeLessThanOrEqual(MOST_ASIDE);
  expect(await book.undo()).toMatchObject({ ok: true });
});

test('the kept steps are told with their size and can be forgotten; the sheets in sight stay as they are', async () => {
  const book = createOpenWorkbook();
  const empty = host.snapshot();
  expect(await book.stepStorage()).toEqual({ ok: true, value: { steps: [], sheets: 0, bytes: 0 } });
  expect(await book.clearSteps()).toMatchObject({ ok: true, value: { sheets: 0 } });
  expect(host.snapshot()).toEqual(empty);
  for (const n of [1, 2, 3]) await book.write(samplePlan(n), `Lần ${n}`);
  await book.repair([{ sheet: 'Của tôi', cell: 'A1', value: 5, expected: 'giữ nguyên' }], 'Chuyển số');
  const held = await book.stepStorage();
  expect(held).toMatchObject({
    ok: true,
    value: { steps: [{ title: 'Lần 1' }, { title: 'Lần 2' }, { title: 'Lần 3' }, { title: 'Chuyển số' }], sheets: 6 },
  });
  expect(held.ok && held.value.bytes).toBeGreaterThan(2_000);
  const seen = visibleNames(host);
  expect(await book.clearSteps()).toEqual(held);
  expect(visibleNames(host)).toEqual(seen);
  expect(host.snapshot().sheets.filter((s) => s.name.startsWith('~'))).toEqual([]);
  expect(await book.steps()).toEqual({ ok: true, value: [] });
  expect(await book.undo()).toEqual({ ok: true, value: null });
  expect(await book.stepStorage()).toEqual({ ok: true, value: { steps: [], sheets: 0, bytes: 0 } });
  // The result still knows its figures and is replaced by the next one.
  expect(await book.write(samplePlan(4), 'Lần 4')).toMatchObject({ ok: true });
  expect(await book.undo()).toMatchObject({ ok: true, value: { title: 'Lần 4' } });
  expect(visibleNames(host)).toEqual(seen);
});

test(
  'a protected workbook forgets no steps; where Excel refuses a request nothing is half forgotten, or the rest ' +
    'goes the next time',
  async () => {
    const book = createOpenWorkbook();
    for (const n of [1, 2]) await book.write(samplePlan(n), `Lần ${n}`);
    const before = host.snapshot();
    host.user.protectWorkbook();
    expect(await book.clearSteps()).toMatchObject({ ok: false, kind: 'protected-workbook' });
    host.user.unprotectWorkbook();
    for (let request = 1; request <= 4; request++) {
      host.failures.failNth(request, { error: { code: 'GeneralException' } });
      expect(await book.clearSteps()).toMatchObject({ ok: false });
      host.failures.clear();
      expect(host.snapshot()).toEqual(before);
    }
    host.failures.failNth(4, { error: { code: 'GeneralException' }, done: 3 });
    expect(await book.clearSteps()).toMatchObject({ ok: false });
    host.failures.clear();
    expect(await book.clearSteps()).toMatchObject({ ok: true });
    expect(await book.stepStorage()).toEqual({ ok: true, value: { steps: [], sheets: 0, bytes: 0 } });
  },
);

test('what a result was made of is kept with it: gone when it is taken back, there again for the one before', async () => {
  const book = createOpenWorkbook();
  const writes: string[] = [];
  for (const n of [1, 2]) {
    const written = await book.write(samplePlan(n), `Lần ${n}`);
    if (!written.ok) throw new Error(written.message);
    writes.push(written.value.write);
    expect(await book.saveSources(written.value.write, `nguồn ${n}`)).toEqual({ ok: true, value: undefined });
  }
  expect(await book.loadSources(writes[0]!)).toEqual({ ok: true, value: 'nguồn 1' });
  await book.undo();
  expect(await book.loadSources(writes[1]!)).toEqual({ ok: true, value: null });
  expect(await book.loadSources(writes[0]!)).toEqual({ ok: true, value: 'nguồn 1' });
  await book.write(samplePlan(3), 'Lần 3');
  await book.clearSteps();
  expect(await book.loadSources(writes[0]!)).toEqual({ ok: true, value: null });
});
