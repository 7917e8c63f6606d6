import fc from 'fast-check';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { storable } from '../../src/excel/write/cell-entry';
import { movesForNew, movesToOrder } from '../../src/excel/write/place-sheets';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { COUNT_FORMAT } from '../../src/core/plan/styles';
import { appendixSheet, listSheet, samplePlan, TRICKY } from './sample-plan';
import { visibleNames, withoutView } from './views';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([
    { name: 'Của tôi', cells: { A1: 'giữ nguyên', B2: { value: 5, style: { 'Fill.Color': '#FFFF00' } } } },
    { name: 'Ẩn', visibility: 'Hidden', cells: { A1: 1 } },
  ]);
});
afterEach(() => expect(host.bugs).toEqual([]));

const sheet = (name: string): ReturnType<ExcelHost['snapshot']>['sheets'][number] => {
  const found = host.snapshot().sheets.find((s) => s.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

test('a plan becomes sheets with values, formulas, looks, sizes, panes, page, notes and links', async () => {
  const own = host.snapshot().sheets;
  const result = await createOpenWorkbook().write(samplePlan(), 'Tổng hợp');
  expect(result).toMatchObject({ ok: true, value: { sheets: ['Phụ lục 2', 'PL4', 'Nguồn'] } });
  expect(visibleNames(host)).toEqual(['Của tôi', 'Phụ lục 2', 'PL4', 'Nguồn']);
  expect(host.snapshot().sheets.slice(0, 2)).toEqual(own);
  const made = sheet('Phụ lục 2');
  expect(made.cells['C5']).toMatchObject({
    formula: '=SUM(D5:D5)',
    value: 1,
    style: {
      'Font.Bold': true,
      'Font.Name': 'Times New Roman',
      'Font.Size': 12,
      'Borders.Top.Style': 'Continuous',
      HorizontalAlignment: 'Right',
      IndentLevel: 1,
    },
  });
  expect(made.cells['C5']?.style?.['NumberFormat']).toBe(COUNT_FORMAT);
  expect(made.cells['A4']).toMatchObject({ value: '1' });
  expect(made.cells['D8']?.value).toBeUndefined();
  expect(made).toMatchObject({
    merges: ['A1:D1'],
    frozen: 'A1:B3',
    colWidths: { 0: 36, 1: 300 },
    rowHeights: { 0: 30, 2: 42 },
    comments: [{ cell: 'C5', content: 'Cộng từ 12 đơn vị' }],
  });
  expect(made.page).toMatchObject({
    Orientation: 'Landscape',
    PaperSize: 'A4',
    PrintArea: 'A1:D8',
    PrintTitleRows: '3:3',
    RowBreaks: [6],
    Zoom: { horizontalFitToPages: 1 },
  });
  expect(sheet('Nguồn')).toMatchObject({ tabColor: '#7F8C8D', filter: { area: `A2:C${TRICKY.length + 2}` } });
  expect(sheet('Nguồn').links['A3']).toMatchObject({ documentReference: "'Phụ lục 2'!C4" });
  expect(host.snapshot().settings['phuluc.journal']).toBeUndefined();
});

test('a sheet wider than a page repeats its left columns at its own size; page numbers are of size 13', async () => {
  const plan = samplePlan();
  plan.sheets[0]!.page = { ...plan.sheets[0]!.page, fitWidth: false, scale: 65, repeatCols: { from: 0, to: 1 } };
  await createOpenWorkbook().write(plan, 'Tổng hợp');
  expect(sheet(plan.sheets[0]!.name).page).toMatchObject({
    PrintTitleColumns: 'A:B',
    Zoom: { scale: 65 },
    CenterHorizontally: true,
    HeadersFooters: { DefaultForAllPages: { CenterHeader: '&"Times New Roman,Regular"&13&P' } },
  });
});

test('text stays text, whatever it looks like', async () => {
  await createOpenWorkbook().write(samplePlan(), 'Tổng hợp');
  const { cells } = sheet('Nguồn');
  TRICKY.forEach((text, i) => expect(cells[`B${i + 3}`]).toMatchObject({ value: storable(text) }));
  expect(Object.values(cells).filter((c) => c.formula)).toEqual([]);
});

test('any text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.stringMatching(/^[-+=@'0-9.,/% ]{1,8}$/)), {
        minLength: 1,
        maxLength: 30,
      }),
      async (texts) => {
        host.reset();
        const plan = {
          ...samplePlan(),
          sheets: [
            listSheet(
              'Chữ',
              'sources',
              texts.map((t) => [t]),
            ),
          ],
        };
        expect(await createOpenWorkbook().write(plan, 'Chữ')).toMatchObject({ ok: true });
        const { cells } = sheet('Chữ');
        texts.forEach((text, i) => {
          if (storable(text) !== '') expect(cells[`A${i + 3}`]?.value).toBe(storable(text));
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a second write replaces only sheets with our mark, at their places', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  host.user.addSheet('Sau cùng');
  const before = host.snapshot();
  expect(await book.write(samplePlan(2), 'Lần 2')).toMatchObject({
    ok: true,
    value: { sheets: ['Phụ lục 2', 'PL4', 'Nguồn'] },
  });
  expect(visibleNames(host)).toEqual(['Của tôi', 'Phụ lục 2', 'PL4', 'Nguồn', 'Sau cùng']);
  expect(sheet('Phụ lục 2').cells['D5']?.value).toBe(2);
  expect(sheet('Của tôi')).toEqual(before.sheets[0]);
  expect(host.snapshot().sheets.filter((s) => s.visibility === 'VeryHidden')).toHaveLength(3);
});

test('a sheet of the same name without our mark is kept, the new one gets another name, and links follow', async () => {
  host.user.addSheet('Phụ lục 2');
  host.user.edit('Phụ lục 2', 'A1', 'của cán bộ');
  const kept = sheet('Phụ lục 2');
  expect(await createOpenWorkbook().write(samplePlan(), 'Tổng hợp')).toMatchObject({
    ok: true,
    value: { sheets: ['Phụ lục 2 (2)', 'PL4', 'Nguồn'] },
  });
  expect(sheet('Phụ lục 2')).toEqual(kept);
  expect(sheet('Nguồn').links['A3']).toMatchObject({ documentReference: "'Phụ lục 2 (2)'!C4" });
});

test.each(['renamed', 'copied'])("a sheet of ours that was %s is the officer's own from then on", async (how) => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  if (how === 'renamed') host.user.renameSheet('PL4', 'PL4 đã ký');
  else
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('PL4').copy();
      await context.sync();
    });
  const name = how === 'renamed' ? 'PL4 đã ký' : 'PL4 (2)';
  const kept = sheet(name);
  expect(await book.write(samplePlan(2), 'Lần 2')).toMatchObject({ ok: true });
  expect(sheet(name)).toEqual(kept);
  expect(sheet('PL4').cells['D5']?.value).toBe(2);
});

test('a sheet of the earlier result that the new one lacks does not stay beside it', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  const plan = samplePlan(2);
  plan.sheets = plan.sheets.filter((s) => s.name !== 'PL4');
  await book.write(plan, 'Lần 2');
  expect(visibleNames(host)).toEqual(['Của tôi', 'Phụ lục 2', 'Nguồn']);
});

const EDITS: [string, () => void | Promise<void>][] = [
  ['a value', () => host.user.edit('PL4', 'D5', 99)],
  ['a text below', () => host.user.edit('PL4', 'A30', 'ghi thêm')],
  ['a hidden row', () => host.user.hideRows('PL4', 4, 4)],
  [
    'a fill',
    () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('PL4').getRange('D5').format.fill.color = '#FF0000';
        await context.sync();
      }),
  ],
  [
    'a comment',
    () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('PL4').comments.add('D5', 'xem lại');
        await context.sync();
      }),
  ],
];
test.each(EDITS)('a sheet edited since (%s) is not replaced without asking', async (_, edit) => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  await edit();
  const before = host.snapshot();
  const refused = await book.write(samplePlan(2), 'Lần 2');
  expect(refused).toMatchObject({ ok: false, kind: 'changed-since' });
  expect(refused.ok ? '' : refused.message).toContain('"PL4"');
  expect(host.snapshot()).toEqual(before);
  expect(await book.write(samplePlan(2), 'Lần 2', { overwriteEdited: true })).toMatchObject({ ok: true });
  expect(sheet('PL4').cells['D5']?.value).toBe(2);
});

test('formulas between sheets of a plan hold, and the sheet does not count as edited for them', async () => {
  const book = createOpenWorkbook();
  const plan = samplePlan(3);
  plan.sheets[1]!.cells.push({ row: 9, col: 0, value: 3, formula: "'Phụ lục 2'!D5+0", style: 'count' });
  await book.write(plan, 'Lần 1');
  expect(sheet('PL4').cells['A10']).toMatchObject({ formula: "='Phụ lục 2'!D5+0", value: 3 });
  expect(await book.write(plan, 'Lần 2')).toMatchObject({ ok: true });
});

test('a formula of the officer into a result looks into the new one after a rewrite, and into the old one after undo', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  host.user.edit('Của tôi', 'C3', "='Phụ lục 2'!D5*10");
  host.state.names.push({ name: 'TongSo', formula: "='Phụ lục 2'!$D$5", comment: '', visible: true });
  const before = host.snapshot();
  await book.write(samplePlan(2), 'Lần 2');
  expect(sheet('Của tôi').cells['C3']).toMatchObject({ formula: "='Phụ lục 2'!D5*10", value: 20 });
  expect(host.snapshot().names).toEqual(before.names);
  expect(await book.undo()).toMatchObject({ ok: true });
  expect(withoutView(host.snapshot())).toEqual(withoutView(before));
});

test('a form for filling in replaces nothing, is not replaced, and can be undone', async () => {
  const book = createOpenWorkbook();
  await book.write(samplePlan(1), 'Lần 1');
  const before = host.snapshot();
  const form = { ...samplePlan(), sheets: [appendixSheet('Phụ lục 2', 'phu-luc-2', 0)] };
  expect(await book.write(form, 'Chèn biểu mẫu', { asForm: true })).toMatchObject({
    ok: true,
    value: { sheets: ['Phụ lục 2 (2)'] },
  });
  const kept = sheet('Phụ lục 2 (2)');
  expect(await book.undo()).toMatchObject({ ok: true, value: { title: 'Chèn biểu mẫu' } });
  expect(withoutView(host.snapshot())).toEqual(withoutView(before));
  await book.write(form, 'Chèn biểu mẫu', { asForm: true });
  await book.write(samplePlan(2), 'Lần 2');
  expect({ ...sheet('Phụ lục 2 (2)'), custom: {} }).toEqual({ ...kept, custom: {} });
});

test('our marks stay short enough for every Excel', async () => {
  const plan = samplePlan();
  plan.sheets[0]!.name = 'Một tên trang dài vừa đủ 31 chữ';
  const book = createOpenWorkbook();
  await book.write(plan, 'Lần 1');
  await book.write(plan, 'Lần 2');
  const values = host.snapshot().sheets.flatMap((s) => Object.values(s.custom));
  expect(values.length).toBeGreaterThan(5);
  for (const value of values) expect(value.length).toBeLessThanOrEqual(200);
});

test('progress ends with everything done', async () => {
  const seen: [number, number][] = [];
  await createOpenWorkbook().write(samplePlan(), 'Tổng hợp', { progress: (done, total) => seen.push([done, total]) });
  expect(seen.at(-1)).toEqual([3, 3]);
});

test('where Excel refuses the page setup, the figures are written without it, and that is told', async () => {
  await createOpenWorkbook().write(samplePlan(), 'Thử');
  const trip = host.roundTrips.findIndex((t) => t.body.Actions.some((a) => a.Name === 'Orientation'));
  const action = host.roundTrips[trip]!.body.Actions.findIndex((a) => a.Name === 'Orientation');
  await createOpenWorkbook().undo();
  const before = host.snapshot();
  host.failures.failNth(trip + 1, { error: { code: 'GeneralException' }, done: action });
  const result = await createOpenWorkbook().write(samplePlan(), 'Tổng hợp');
  expect(result).toMatchObject({ ok: true, value: { notes: [expect.stringContaining('máy in')] } });
  expect(sheet('Phụ lục 2')).toMatchObject({ page: {}, cells: { C5: { value: 1 } } });
  await createOpenWorkbook().undo();
  expect(host.snapshot()).toEqual(before);
});

describe('places of sheets', () => {
  test.each<[string[], { name: string; before: string | null }[], string[]]>([
    [
      ['a', 'x', 'y'],
      [
        { name: 'x', before: null },
        { name: 'y', before: null },
      ],
      ['a', 'x', 'y'],
    ],
    [
      ['a', 'old', 'b', 'x', 'y'],
      [
        { name: 'x', before: 'old' },
        { name: 'y', before: null },
      ],
      ['a', 'x', 'y', 'old', 'b'],
    ],
    [
      ['a', 'old', 'b', 'x', 'y'],
      [
        { name: 'x', before: null },
        { name: 'y', before: 'old' },
      ],
      ['a', 'x', 'y', 'old', 'b'],
    ],
    [
      ['p', 'q', 'x', 'y'],
      [
        { name: 'x', before: 'q' },
        { name: 'y', before: 'p' },
      ],
      ['y', 'p', 'x', 'q'],
    ],
  ])('%j with %j', (current, fresh, wanted) => {
    const now = [...current];
    for (const { name, to } of movesForNew(current, fresh)) {
      now.splice(now.indexOf(name), 1);
      now.splice(to, 0, name);
    }
    expect(now).toEqual(wanted);
  });

  test('any order can be restored; one that holds moves nothing', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 6 }), fc.shuffledSubarray(names), (current, order) => {
        const now = [...current];
        for (const { name, to } of movesToOrder(current, order)) {
          now.splice(now.indexOf(name), 1);
          now.splice(to, 0, name);
        }
        expect(now.filter((n) => order.includes(n))).toEqual(order);
        expect(movesToOrder(current, current)).toEqual([]);
      }),
    );
  });
});
