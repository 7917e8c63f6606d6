import type { HostFailure, HostResult } from '../../src/app/ports';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { bootExcel } from '../host/boot-node';
import { SESSION_LOST, REQUEST_TOO_LARGE, RESPONSE_TOO_LARGE } from '../host/failures';
import type { ExcelHost } from '../host/host';
import { samplePlan } from './sample-plan';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
  host.load([{ name: 'PL2', cells: { A1: '04' } }]);
});
afterEach(() => expect(host.bugs).toEqual([]));

const book = createOpenWorkbook();
const ACTS: [string, () => Promise<HostResult<unknown>>][] = [
  ['read', () => book.read('workbook')],
  ['select', () => book.select({ sheet: 'PL2', cell: 'A1' })],
  ['write', () => book.write(samplePlan(), 'Ghi')],
  ['repair', () => book.repair([{ sheet: 'PL2', cell: 'A1', value: 4, expected: '04' }], 'Sửa')],
  ['undo', () => book.undo()],
  ['steps', () => book.steps()],
  ['highlight', () => book.highlight([{ sheet: 'PL2', cell: 'A1', severity: 'error', message: '' }])],
  ['clearHighlights', () => book.clearHighlights()],
  ['load', () => book.load('k')],
  ['save', () => book.save('k', 'v')],
];

async function refused(act: () => Promise<HostResult<unknown>>): Promise<HostFailure> {
  const before = host.snapshot();
  const result = await act();
  if (result.ok) throw new Error('was not refused');
  expect(host.snapshot()).toEqual(before);
  expect(result.message).toBe(result.message.normalize('NFC'));
  expect(result.message.length).toBeGreaterThan(30);
  return result;
}

test.each(ACTS)('%s while a cell is being typed in', async (_, act) => {
  host.user.startEditing();
  expect(await refused(act)).toMatchObject({ kind: 'cell-edit', message: expect.stringContaining('Enter') });
});

test.each(ACTS)('%s when the session is lost', async (_, act) => {
  host.failures.failAfter(0, { error: SESSION_LOST });
  expect(await refused(act)).toMatchObject({ kind: 'session-lost' });
});

test.each(ACTS)('%s when something is too large', async (_, act) => {
  host.failures.failNext({ error: REQUEST_TOO_LARGE });
  expect(await refused(act)).toMatchObject({ kind: 'too-large', message: expect.stringContaining('5 MB') });
  host.failures.failNext({ error: RESPONSE_TOO_LARGE });
  expect(await refused(act)).toMatchObject({ kind: 'too-large' });
});

test('a protected workbook refuses sheets, not repairs', async () => {
  host.user.protectWorkbook();
  expect(await refused(() => book.write(samplePlan(), 'Ghi'))).toMatchObject({ kind: 'protected-workbook' });
  expect(await book.repair([{ sheet: 'PL2', cell: 'A1', value: 4, expected: '04' }], 'Sửa')).toMatchObject({
    ok: true,
  });
});

test('a workbook protected after a write refuses undo', async () => {
  await book.write(samplePlan(), 'Ghi');
  host.user.protectWorkbook();
  expect(await refused(() => book.undo())).toMatchObject({ kind: 'protected-workbook' });
});

test('a protected sheet refuses repairs, and a protected result is not replaced', async () => {
  host.user.protectSheet('PL2');
  expect(
    await refused(() => book.repair([{ sheet: 'PL2', cell: 'A1', value: 4, expected: '04' }], 'Sửa')),
  ).toMatchObject({ kind: 'protected-sheet', message: expect.stringContaining('"PL2"') });
  await book.write(samplePlan(), 'Ghi');
  host.user.protectSheet('Phụ lục 2');
  expect(await refused(() => book.write(samplePlan(), 'Ghi lại'))).toMatchObject({
    kind: 'protected-sheet',
    message: expect.stringContaining('"Phụ lục 2"'),
  });
  expect(await refused(() => book.undo())).toMatchObject({ kind: 'protected-sheet' });
});

test.each([1, 2, 3, 4])('another workbook comes forward before request %i of a write', async (n) => {
  const answer = host.answer.bind(host);
  let seen = 0;
  let other: unknown;
  host.answer = (body, flags, bytes) => {
    seen += 1;
    if (seen === n) {
      host.load([{ name: 'Sổ khác', cells: { A1: 'của sổ khác' } }]);
      host.state.settings.clear();
      other = host.snapshot();
    }
    return answer(body, flags, bytes);
  };
  const result = await book.write(samplePlan(), 'Ghi');
  if (n === 1) {
    expect(result).toMatchObject({ ok: true });
    return;
  }
  expect(result).toMatchObject({ ok: false });
  if (!result.ok && n > 2) expect(result.kind).toBe('workbook-switched');
  expect(host.snapshot()).toEqual(other);
});

test('values are kept with the workbook, whatever they hold', async () => {
  const value = `<v of="2">&amp; ]]> "x" 'y' \u0000\u0007\r\n\ud800 ${'ă'.repeat(2_500_000)}</v>`;
  expect(await book.load('minh chứng')).toEqual({ ok: true, value: null });
  await book.save('minh chứng', 'cũ');
  expect(await book.save('minh chứng', value)).toEqual({ ok: true, value: undefined });
  expect(await createOpenWorkbook().load('minh chứng')).toEqual({ ok: true, value });
  expect(await book.load('khác')).toEqual({ ok: true, value: null });
  for (const trip of host.roundTrips) expect(trip.bytes).toBeLessThan(5_000_000);
  await book.save('minh chứng', 'mới');
  expect(host.snapshot().xmlParts).toHaveLength(1);
});
