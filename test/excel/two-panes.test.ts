import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { samplePlan } from './sample-plan';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([{ name: 'Của tôi', cells: { A1: 'giữ nguyên', B2: { value: '12', style: { NumberFormat: '@' } } } }]);
});
afterEach(() => expect(host.bugs).toEqual([]));

const REPAIR = [{ sheet: 'Của tôi', cell: 'B2', value: 12, expected: '12' }];

describe('two panes on one workbook', () => {
  test('a repair in one and a write in the other: both are done, and both can be taken back', async () => {
    const before = host.snapshot();
    const [one, two] = [createOpenWorkbook(), createOpenWorkbook()];
    const done = await Promise.all([one.repair(REPAIR, 'Sửa ô'), two.write(samplePlan(1), 'Ghi')]);
    expect(done).toMatchObject([{ ok: true, value: { written: 1 } }, { ok: true }]);
    expect(await one.steps()).toMatchObject({ value: [{ title: 'Sửa ô' }, { title: 'Ghi' }] });
    expect(await one.undo()).toMatchObject({ ok: true, value: { title: 'Ghi' } });
    expect(await two.undo()).toMatchObject({ ok: true, value: { title: 'Sửa ô' } });
    expect(host.snapshot()).toEqual(before);
  });

  test('two writes at once leave one result in sight, no second “Phụ lục 2 (2)” and nothing half written', async () => {
    const [one, two] = [createOpenWorkbook(), createOpenWorkbook()];
    const done = await Promise.all([one.write(samplePlan(1), 'Một'), two.write(samplePlan(2), 'Hai')]);
    expect(done).toMatchObject([{ ok: true }, { ok: true }]);
    const { sheets, settings } = host.snapshot();
    const seen = sheets.filter((s) => s.visibility === 'Visible').map((s) => s.name);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen.some((n) => n.includes('(2)'))).toBe(false);
    expect(sheets.filter((s) => s.visibility === 'Hidden')).toEqual([]);
    expect(settings['phuluc.journal']).toBeUndefined();
  });

  test('a repair in one while the other takes back: no changed cell without its step', async () => {
    const [one, two] = [createOpenWorkbook(), createOpenWorkbook()];
    await one.write(samplePlan(1), 'Ghi');
    await Promise.all([one.repair(REPAIR, 'Sửa ô'), two.undo()]);
    const steps = await one.steps();
    const repaired = host.snapshot().sheets.find((s) => s.name === 'Của tôi')?.cells['B2']?.value === 12;
    expect(steps.ok && steps.value.some((s) => s.title === 'Sửa ô')).toBe(repaired);
  });
});

describe('notes of ours in the workbook that do not fit', () => {
  const NOTES: [string, string][] = [
    ['phuluc.journal', '{"schema":1,"files":[null]}'],
    ['phuluc.journal', 'null'],
    ['phuluc.journal', '{"step":{"id":"x"},"relinks":[],"names":[]}'],
    ['phuluc.journal', '{'],
    ['phuluc.steps', '[null]'],
    ['phuluc.steps', '{"a":1}'],
    ['phuluc.steps', '[{"id":"x","order":[],"sheets":[]}]'],
    ['phuluc.steps', '7'],
  ];

  test.each(NOTES)('%s = %s: set aside, told once, and every command works', async (key, value) => {
    await Excel.run(async (context) => {
      context.workbook.settings.add(key, value);
      await context.sync();
    });
    const told: string[] = [];
    const book = createOpenWorkbook();
    const stop = book.onNotice!((message) => told.push(message));
    expect(await book.steps()).toEqual({ ok: true, value: [] });
    expect(await book.read('workbook')).toMatchObject({ ok: true });
    expect(await book.write(samplePlan(1), 'Ghi')).toMatchObject({ ok: true });
    expect(await book.undo()).toMatchObject({ ok: true, value: { title: 'Ghi' } });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/bị hỏng nên đã được để riêng/);
    const { settings } = host.snapshot();
    expect(settings[`${key}.hong`]).toBe(value);
    expect(settings['phuluc.journal']).toBeUndefined();
    stop();
  });

  test('steps that fit stay beside one that does not', async () => {
    const book = createOpenWorkbook();
    await book.write(samplePlan(1), 'Ghi');
    const kept = host.snapshot().settings['phuluc.steps'] as string;
    await Excel.run(async (context) => {
      context.workbook.settings.add('phuluc.steps', JSON.stringify([null, ...(JSON.parse(kept) as unknown[])]));
      await context.sync();
    });
    expect(await book.steps()).toMatchObject({ ok: true, value: [{ title: 'Ghi' }] });
    expect(await book.undo()).toMatchObject({ ok: true, value: { title: 'Ghi' } });
  });
});
