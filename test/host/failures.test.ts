import { bootExcel, type Booted } from './boot-node';
import { display } from './display';
import { CELL_EDIT, REQUEST_TOO_LARGE, SESSION_LOST } from './failures';

let booted: Booted;
beforeAll(() => {
  booted = bootExcel();
});
afterAll(() => booted.dispose());
beforeEach(() => booted.host.reset());
afterEach(() => expect(booted.host.bugs).toEqual([]));

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (e: { code?: string }) => e.code ?? String(e),
  );
/** Three writes in three requests. */
const threeWrites = (): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (const [i, cell] of ['A1', 'A2', 'A3'].entries()) {
      sheet.getRange(cell).values = [[i + 1]];
      await context.sync();
    }
  });
const written = (): string[] => Object.keys(booted.host.snapshot().sheets[0]!.cells);

test('the n-th request fails with the code asked for; those before it stay done', async () => {
  booted.host.failures.failNth(3, { error: { code: 'GeneralException', message: 'Lỗi thử' } });
  expect(await refusal(threeWrites())).toBe('GeneralException');
  expect(written()).toEqual(['A1', 'A2']);
  expect(await refusal(threeWrites())).toBe('no error');
});

test('every request after the n-th fails until cleared', async () => {
  booted.host.failures.failAfter(1, { error: SESSION_LOST });
  expect(await refusal(threeWrites())).toBe('InvalidOrTimedOutSession');
  expect(await refusal(threeWrites())).toBe('InvalidOrTimedOutSession');
  expect(written()).toEqual(['A1']);
  booted.host.failures.clear();
  expect(await refusal(threeWrites())).toBe('no error');
});

test('a batch can be cut in the middle, or done in full with its answer lost', async () => {
  const twoInOne = (): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('B1').values = [[2]];
      await context.sync();
    });
  await twoInOne();
  const actions = booted.host.roundTrips[0]!.body.Actions;
  const lastWrite = actions.map((a) => a.ActionType).lastIndexOf(4);
  booted.host.reset();
  booted.host.failures.failNext({ error: { code: 'GeneralException' }, done: lastWrite });
  expect(await refusal(twoInOne())).toBe('GeneralException');
  expect(written()).toEqual(['A1']);
  booted.host.reset();
  booted.host.failures.failNext({ error: { transport: 5012 }, done: 'all' });
  expect(await refusal(twoInOne())).toBe('InvalidOrTimedOutSession');
  expect(written()).toEqual(['A1', 'B1']);
});

test('the n-th write fails whatever reads lie between', async () => {
  booted.host.failures.failNthWrite(2, { error: REQUEST_TOO_LARGE });
  const work = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load('name');
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    const range = sheet.getUsedRange();
    range.load('values');
    await context.sync();
    range.values = [[2]];
    await context.sync();
  });
  expect(await refusal(work)).toBe('RequestPayloadSizeLimitExceeded');
  expect(booted.host.snapshot().sheets[0]!.cells).toEqual({ A1: { value: 1 } });
});

test('while somebody types in a cell everything is refused', async () => {
  booted.host.user.startEditing();
  expect(await refusal(threeWrites())).toBe('InvalidOperationInCellEditMode');
  booted.host.user.stopEditing();
  expect(await refusal(threeWrites())).toBe('no error');
  booted.host.failures.failNext({ error: CELL_EDIT });
  expect(await refusal(threeWrites())).toBe('InvalidOperationInCellEditMode');
});

test('requests and answers above 5 MB are refused', async () => {
  const write = (cell: string, rows: number): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets
        .getFirst()
        .getRange(cell)
        .getResizedRange(rows - 1, 0).values = Array.from({ length: rows }, () => ['ộ'.repeat(1000)]);
      await context.sync();
    });
  expect(await refusal(write('A1', 1700))).toBe('RequestPayloadSizeLimitExceeded');
  expect(written()).toEqual([]);
  expect(await refusal(write('A1', 1600))).toBe('no error');
  expect(await refusal(write('B1', 1600))).toBe('no error');
  expect(
    await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getUsedRange().load('values');
        await context.sync();
      }),
    ),
  ).toBe('ResponsePayloadSizeLimitExceeded');
});

test('the log tells round trips, sizes and which of them write', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A2000');
    range.load('values');
    await context.sync();
    range.values = Array.from({ length: 2000 }, (_, i) => [i]);
    await context.sync();
  });
  await new Promise((done) => {
    setTimeout(done, 10);
  });
  const { roundTrips, requests } = booted.host;
  expect(roundTrips.map((r) => r.write)).toEqual([false, true]);
  expect(roundTrips[0]!.responseBytes).toBeGreaterThan(8000);
  expect(roundTrips[1]!.bytes).toBeGreaterThan(8000);
  expect(requests.filter((r) => r.cleanup)).toHaveLength(1);
});

test('a handler does not hear while events are switched off; API writes are heard as local ones', async () => {
  const got: [string, string][] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async (e) => {
      got.push([e.address, e.triggerSource]);
    });
    context.workbook.worksheets.onAdded.add(async (e) => {
      got.push(['added', e.source]);
    });
    context.workbook.worksheets.onDeleted.add(async (e) => {
      got.push(['deleted', e.source]);
    });
    context.workbook.worksheets.onSelectionChanged.add(async (e) => {
      got.push(['selected', e.address]);
    });
    await context.sync();
    sheet.getRange('A1:B1').values = [[1, 2]];
    context.workbook.worksheets.add('Kết quả');
    await context.sync();
    context.runtime.enableEvents = false;
    sheet.getRange('A2').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await booted.host.settle();
  booted.host.user.deleteSheet('Kết quả');
  booted.host.user.select('Sheet1', 'C3:D4');
  booted.host.user.edit('Sheet1', 'C3', 7);
  await booted.host.settle();
  expect(got).toEqual([
    ['A1:B1', 'ThisLocalAddin'],
    ['added', 'Local'],
    ['deleted', 'Local'],
    ['selected', 'C3:D4'],
    ['C3', 'Unknown'],
  ]);
});

test('a person can act between two requests, and answers can take their time', async () => {
  booted.host.load([{ name: 'A', cells: { A1: 1 } }]);
  booted.host.beforeRequest = (request) => {
    if (request.write) {
      booted.host.beforeRequest = undefined;
      booted.host.user.renameSheet('A', 'B');
    }
  };
  const rename = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A').load('name');
    await context.sync();
    context.workbook.worksheets.getItem(sheet.name).getRange('A1').values = [[2]];
    await context.sync();
  });
  expect(await refusal(rename)).toBe('ItemNotFound');
  booted.host.delay = 20;
  const start = Date.now();
  await threeWrites();
  expect(Date.now() - start).toBeGreaterThanOrEqual(55);
});

test('the display shows what a person would see', () => {
  booted.host.load([
    {
      name: 'PL2',
      cells: {
        A1: { value: 0.958, format: '0.0%', style: { 'Font.Bold': true } },
        B2: { value: 'x', comment: 'Đề nghị xem lại' },
      },
      hiddenRows: [4],
    },
    { name: 'Ẩn', visibility: 'Hidden' },
  ]);
  const { tabs, sheet } = display(booted.host);
  expect(tabs.map((t) => [t.name, t.active, t.hidden])).toEqual([
    ['PL2', true, false],
    ['Ẩn', false, true],
  ]);
  expect(sheet.cells).toMatchObject([
    { address: 'A1', text: '95,8%', number: true, style: { 'Font.Bold': true } },
    { address: 'B2', text: 'x', comment: 'Đề nghị xem lại' },
  ]);
  expect([sheet.rows, sheet.cols, sheet.hiddenRows]).toEqual([2, 2, [4]]);
});

test('an event leads to its range, and tells inserted rows', async () => {
  const got: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async (e) => {
      await Excel.run(async (inner) => {
        const range = e.getRange(inner).load('address,values');
        await inner.sync();
        got.push([e.changeType, range.address, e.changeDirectionState?.insertShiftDirection]);
      });
    });
    await context.sync();
    context.workbook.worksheets.getFirst().getRange('2:3').insert('Down');
    await context.sync();
  });
  booted.host.user.edit('Sheet1', 'B2', 9);
  await booted.host.settle();
  await booted.host.settle();
  expect(got).toEqual([
    ['RowInserted', 'Sheet1!2:3', 'Down'],
    ['RangeEdited', 'Sheet1!B2', undefined],
  ]);
});
