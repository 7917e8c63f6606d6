import type { HostResult } from '../../src/app/ports';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { bootExcel } from '../host/boot-node';
import type { Failure } from '../host/failures';
import type { WorkbookSnapshot } from '../host/snapshot';
import { samplePlan } from './sample-plan';
import { withoutView } from './views';

const { host } = bootExcel();

/** The workbook as the officer had it: own sheets, a formula into our earlier result, and that result. */
async function start(): Promise<WorkbookSnapshot> {
  host.reset();
  host.load([
    { name: 'Của tôi', cells: { A1: 'giữ nguyên', B2: { value: '04', format: '@' } } },
    { name: 'Ẩn', visibility: 'Hidden', cells: { A1: 1 } },
  ]);
  await createOpenWorkbook().write(samplePlan(1), 'Lần 1');
  host.user.edit('Của tôi', 'C3', "='Phụ lục 2'!D5*10");
  host.state.names.push({ name: 'TongSo', formula: "='Phụ lục 2'!$D$5", comment: '', visible: true });
  host.forget();
  return host.snapshot();
}

type Act = () => Promise<HostResult<unknown>>;
const write: Act = () => createOpenWorkbook().write(samplePlan(2), 'Lần 2');
const undo: Act = () => createOpenWorkbook().undo();
const repair: Act = () =>
  createOpenWorkbook().repair(
    [
      { sheet: 'Của tôi', cell: 'B2', value: 4, expected: '04' },
      { sheet: 'Của tôi', cell: 'A1', formula: '1+1', expected: 'giữ nguyên' },
    ],
    'Sửa',
  );

/** Without what differs from run to run: ids of steps. */
const essence = (shot: WorkbookSnapshot): unknown =>
  JSON.parse(
    JSON.stringify(withoutView(shot))
      .replace(/m[a-z0-9]{9,10}(?=[-|:"\\])/g, 'ID')
      .replace(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, 'TIME'),
  );

/** A result whose page setup Excel refused says so; all else must be there. */
const withoutPages = (shot: unknown): unknown => ({
  ...(shot as object),
  sheets: (shot as WorkbookSnapshot).sheets.map((s) => ({ ...s, page: null })),
});

async function outcomes(act: Act): Promise<{ finished: unknown; requests: number; actions: number[] }> {
  await start();
  host.forget();
  expect(await act()).toMatchObject({ ok: true });
  const trips = host.roundTrips;
  return {
    finished: essence(host.snapshot()),
    requests: trips.length,
    actions: trips.map((t) => t.body.Actions.length),
  };
}

async function failWith(act: Act, n: number, failure: Failure, finished: unknown): Promise<void> {
  const original = await start();
  host.failures.clear();
  host.failures.failNth(n, failure);
  const result = await act();
  host.failures.clear();
  const now = host.snapshot();
  const label = `${n} ${JSON.stringify(failure)}`;
  const told = result.ok && (result.value as { notes?: string[] } | null)?.notes !== undefined;
  if (told) expect([label, withoutPages(essence(now))]).toEqual([label, withoutPages(finished)]);
  else if (result.ok) expect([label, essence(now)]).toEqual([label, finished]);
  else expect([label, withoutView(now)]).toEqual([label, withoutView(original)]);
  expect(host.bugs).toEqual([]);
}

const KINDS: Failure['error'][] = [{ transport: 5004 }, { transport: 7000 }, { code: 'GeneralException' }];

describe.each([
  ['write', write],
  ['undo', undo],
  ['repair', repair],
])('%s', (_, act) => {
  test('every request refused in turn leaves the finished result or the original', async () => {
    const { finished, requests } = await outcomes(act);
    expect(requests).toBeGreaterThan(2);
    for (let n = 1; n <= requests; n++) for (const error of KINDS) await failWith(act, n, { error }, finished);
  });

  test('every request whose answer is lost leaves the finished result or the original', async () => {
    const { finished, requests } = await outcomes(act);
    for (let n = 1; n <= requests; n++) await failWith(act, n, { error: { transport: 5012 }, done: 'all' }, finished);
  });

  test('every request that stops after some of its actions leaves the finished result or the original', async () => {
    const { finished, actions } = await outcomes(act);
    for (const [i, count] of actions.entries()) {
      const step = Math.max(1, Math.floor(count / 15));
      for (let done = 1; done < count; done += step)
        await failWith(act, i + 1, { error: { code: 'GeneralException' }, done }, finished);
    }
  });

  test('when Excel goes away for good, the next start tidies up', async () => {
    const { finished, actions } = await outcomes(act);
    for (const [i, count] of actions.entries()) {
      for (const done of [0, Math.floor(count / 3), Math.floor((count * 2) / 3), count - 1]) {
        const original = await start();
        host.failures.clear();
        host.failures.failNth(i + 1, { error: { transport: 5012 }, done: done === 0 ? 'nothing' : done });
        host.failures.failAfter(i + 1, { error: { transport: 5012 } });
        expect(await act()).toMatchObject({ ok: false });
        host.failures.clear();
        expect(await createOpenWorkbook().steps()).toMatchObject({ ok: true });
        const now = host.snapshot();
        const isOriginal = JSON.stringify(withoutView(now)) === JSON.stringify(withoutView(original));
        if (!isOriginal) expect([i, done, essence(now)]).toEqual([i, done, finished]);
      }
    }
  });
});

test('a message after which something is left half done does not say that nothing happened', async () => {
  await start();
  host.failures.failAfter(3, { error: { transport: 5012 } });
  const result = await createOpenWorkbook().write(samplePlan(2), 'Lần 2', { overwriteEdited: true });
  expect(result).toMatchObject({ ok: false, kind: 'session-lost', message: expect.stringContaining('tự được dọn') });
});
