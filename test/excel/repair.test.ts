import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { withoutView } from './views';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([
    {
      name: 'PL2',
      cells: {
        C3: { value: '04', style: { 'Font.Bold': true } },
        C4: { value: '12', format: '@' },
        C5: { value: "'5", format: '@' },
        C6: 7,
        D6: { value: 8 },
        E6: { value: 15, formula: 'C6+D6' },
        C7: { value: '=1', format: '@' },
        C8: { value: '30/1/2020' },
      },
    },
    { name: 'Khác', cells: { A1: '9' } },
  ]);
});
afterEach(() => expect(host.bugs).toEqual([]));

const REPAIRS = [
  { sheet: 'PL2', cell: 'C3', value: 4, expected: '04' },
  { sheet: 'PL2', cell: 'C4', value: 12, expected: '12' },
  { sheet: 'PL2', cell: 'C5', value: 5, expected: "'5" },
  { sheet: 'PL2', cell: 'F6', formula: 'C6+D6', expected: '' },
  { sheet: 'PL2', cell: 'C7', value: 1, expected: '=1' },
  { sheet: 'PL2', cell: 'C8', value: 3, expected: '30/1/2020' },
  { sheet: 'Khác', cell: 'A1', value: 9, expected: '9' },
];

test('text becomes a number, a missing total a formula, looks stay', async () => {
  expect(await createOpenWorkbook().repair(REPAIRS, 'Sửa 7 ô')).toEqual({
    ok: true,
    value: { written: 7, skipped: [] },
  });
  const { cells } = host.snapshot().sheets[0]!;
  expect(cells['C3']).toEqual({ value: 4, style: { 'Font.Bold': true } });
  expect(cells['C4']).toEqual({ value: 12 });
  expect(cells['F6']).toMatchObject({ formula: '=C6+D6', value: 15 });
  expect(cells['C7']).toEqual({ value: 1 });
});

test('undo puts back texts, text formats and blanks exactly, also after opening again', async () => {
  const before = host.snapshot();
  await createOpenWorkbook().repair(REPAIRS, 'Sửa 7 ô');
  expect(await createOpenWorkbook().steps()).toMatchObject({
    ok: true,
    value: [{ title: 'Sửa 7 ô', sheets: ['PL2', 'Khác'] }],
  });
  expect(await createOpenWorkbook().undo()).toMatchObject({ ok: true, value: { title: 'Sửa 7 ô' } });
  expect(withoutView(host.snapshot())).toEqual(withoutView(before));
});

test('formulas and their formats come back too', async () => {
  const before = host.snapshot();
  await createOpenWorkbook().repair([{ sheet: 'PL2', cell: 'E6', value: 15, expected: '15' }], 'Ghi số');
  expect(host.snapshot().sheets[0]!.cells['E6']).toEqual({ value: 15 });
  await createOpenWorkbook().undo();
  expect(host.snapshot()).toEqual(before);
});

test('a cell that is no longer as expected is skipped; where all are, nothing is written', async () => {
  const before = host.snapshot();
  const book = createOpenWorkbook();
  expect(
    await book.repair(
      [
        { sheet: 'PL2', cell: 'C3', value: 4, expected: '05' },
        { sheet: 'Mất', cell: 'A1', value: 1, expected: '' },
      ],
      'Sửa',
    ),
  ).toEqual({
    ok: true,
    value: {
      written: 0,
      skipped: [
        { sheet: 'PL2', cell: 'C3' },
        { sheet: 'Mất', cell: 'A1' },
      ],
    },
  });
  expect(host.snapshot()).toEqual(before);
  expect(await book.repair([REPAIRS[0]!, { ...REPAIRS[1]!, expected: 'khác' }], 'Sửa')).toMatchObject({
    ok: true,
    value: { written: 1, skipped: [{ cell: 'C4' }] },
  });
});

test('a cell edited after the repair is not put back without asking', async () => {
  const before = host.snapshot();
  const book = createOpenWorkbook();
  await book.repair(REPAIRS, 'Sửa');
  host.user.edit('PL2', 'C3', 6);
  const edited = host.snapshot();
  const refused = await book.undo();
  expect(refused).toMatchObject({ ok: false, kind: 'changed-since' });
  expect(refused.ok ? '' : refused.message).toContain('C3');
  expect(host.snapshot()).toEqual(edited);
  expect(await book.undo({ overwriteEdited: true })).toMatchObject({ ok: true });
  expect(withoutView(host.snapshot())).toEqual(withoutView(before));
});

test('a thousand repairs go in few round trips and come back', async () => {
  host.load([{ name: 'PL', rows: Array.from({ length: 1_000 }, (_, i) => [{ value: String(i), format: '@' }]) }]);
  const before = host.snapshot();
  host.forget();
  const repairs = Array.from({ length: 1_000 }, (_, i) => ({
    sheet: 'PL',
    cell: `A${i + 1}`,
    value: i,
    expected: String(i),
  }));
  expect(await createOpenWorkbook().repair(repairs, 'Tất cả')).toMatchObject({ ok: true, value: { written: 1_000 } });
  expect(host.roundTrips.length).toBeLessThanOrEqual(6);
  for (const trip of host.roundTrips) expect(trip.bytes).toBeLessThan(5_000_000);
  await createOpenWorkbook().undo();
  expect(host.snapshot()).toEqual(before);
});
