import type { CellPlace } from '../../src/app/ports';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import type { FigurePlace } from '../../src/excel/watch';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { samplePlan } from './sample-plan';

let host: ExcelHost;
beforeEach(async () => {
  ({ host } = bootExcel());
  host.load([
    {
      name: 'PL2',
      cells: { A1: 'x', C13: { value: '3', style: { 'Fill.Color': '#FFFF00' }, comment: 'của tôi' }, D4: 4 },
    },
    { name: 'Ẩn', visibility: 'Hidden' },
  ]);
  // A conditional format of the officer's own.
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem('PL2').getRange('A1:D9').conditionalFormats.add('Custom');
    own.custom.rule.formula = '=A1>5';
    own.custom.format.fill.color = '#00FF00';
    await context.sync();
  });
  host.forget();
});
afterEach(() => expect(host.bugs).toEqual([]));

const MARKS = [
  { sheet: 'PL2', cell: 'C13', severity: 'error' as const, message: 'sai' },
  { sheet: 'PL2', cell: 'D4', severity: 'warning' as const, message: 'hỏi' },
  { sheet: 'PL2', cell: 'D5', severity: 'warning' as const, message: 'hỏi' },
  { sheet: 'Không có', cell: 'A1', severity: 'info' as const, message: '' },
];

test('highlights lie over the sheet and go without a trace', async () => {
  const before = host.snapshot();
  const book = createOpenWorkbook();
  expect(await book.highlight(MARKS)).toMatchObject({ ok: true });
  const shown = host.snapshot().sheets[0]!;
  expect(shown.conditional.map((c) => c.areas)).toEqual([['C13'], ['D4:D5'], ['A1:D9']]);
  expect({ ...shown, conditional: [] }).toEqual({ ...before.sheets[0], conditional: [] });
  expect(await book.clearHighlights()).toMatchObject({ ok: true });
  expect(host.snapshot()).toEqual(before);
});

test('new highlights take the place of the old, and a new start still knows them', async () => {
  const before = host.snapshot();
  await createOpenWorkbook().highlight(MARKS);
  await createOpenWorkbook().highlight(MARKS.slice(1, 2));
  expect(host.snapshot().sheets[0]!.conditional.map((c) => c.areas)).toEqual([['D4'], ['A1:D9']]);
  await createOpenWorkbook().clearHighlights();
  expect(host.snapshot()).toEqual(before);
});

test('every failing request of a highlight leaves the old, the new, or none that cannot be cleared', async () => {
  const before = host.snapshot();
  await createOpenWorkbook().highlight(MARKS);
  const old = JSON.stringify(host.snapshot().sheets[0]!.conditional.map((c) => c.areas));
  for (let n = 1; n <= 5; n++) {
    for (const done of ['nothing', 2, 9] as const) {
      host.failures.failNth(n, { error: { code: 'GeneralException' }, done });
      const result = await createOpenWorkbook().highlight(MARKS.slice(1, 2));
      host.failures.clear();
      const now = JSON.stringify(host.snapshot().sheets[0]!.conditional.map((c) => c.areas));
      if (!result.ok) expect([n, done, now]).toEqual([n, done, old]);
      await createOpenWorkbook().highlight(MARKS);
    }
  }
  await createOpenWorkbook().clearHighlights();
  expect(host.snapshot()).toEqual(before);
});

test('a protected sheet is told', async () => {
  host.user.protectSheet('PL2');
  const before = host.snapshot();
  expect(await createOpenWorkbook().highlight(MARKS)).toMatchObject({ ok: false, kind: 'protected-sheet' });
  expect(host.snapshot()).toEqual(before);
});

test('select goes to the cell; a missing or hidden sheet is told', async () => {
  const book = createOpenWorkbook();
  expect(await book.select({ sheet: 'PL2', cell: 'C13' })).toMatchObject({ ok: true });
  expect(host.snapshot().view).toEqual({ active: 'PL2', selection: 'C13' });
  expect(await book.select({ sheet: 'Mất', cell: 'A1' })).toMatchObject({ ok: false, kind: 'not-found' });
  expect(await book.select({ sheet: 'Ẩn', cell: 'A1' })).toMatchObject({ ok: false, kind: 'not-found' });
});

const settle = async (): Promise<void> => {
  for (let i = 0; i < 4; i++) await host.settle();
};

test('edits of the person are told, ours are not, and none after stopping', async () => {
  const book = createOpenWorkbook();
  const seen: string[] = [];
  const stop = book.onEdit((sheet) => seen.push(sheet));
  await settle();
  await book.write(samplePlan(), 'Tổng hợp');
  await book.repair([{ sheet: 'PL2', cell: 'C13', value: 3, expected: '3' }], 'Sửa');
  await book.undo();
  await settle();
  expect(seen).toEqual([]);
  host.user.edit('PL2', 'A1', 'y');
  await settle();
  expect(seen).toEqual(['PL2']);
  stop();
  await settle();
  host.user.edit('PL2', 'A1', 'z');
  await settle();
  expect(seen).toEqual(['PL2']);
  expect(host.events.listening).toEqual([]);
});

test('a selected result cell tells its figure, also after opening again', async () => {
  await createOpenWorkbook().write(samplePlan(), 'Tổng hợp');
  const seen: FigurePlace[] = [];
  const stop = createOpenWorkbook().onSelect((place) => seen.push(place));
  await settle();
  const select = async (place: CellPlace): Promise<void> => {
    host.user.select(place.sheet, place.cell);
    await settle();
  };
  await select({ sheet: 'Phụ lục 2', cell: 'C5' });
  await select({ sheet: 'Phụ lục 2', cell: 'A1' });
  await select({ sheet: 'PL2', cell: 'C5' });
  await select({ sheet: 'PL4', cell: 'D5:D7' });
  stop();
  await settle();
  expect(seen).toEqual([
    {
      sheet: 'Phụ lục 2',
      cell: 'C5',
      figure: { template: 'phu-luc-2', row: '2', column: 'total', write: expect.any(String) as string },
    },
    { sheet: 'Phụ lục 2', cell: 'A1', figure: null },
    { sheet: 'PL2', cell: 'C5', figure: null },
    {
      sheet: 'PL4',
      cell: 'D5',
      figure: { template: 'phu-luc-4', row: '2', column: 'province', write: expect.any(String) as string },
    },
  ]);
});
