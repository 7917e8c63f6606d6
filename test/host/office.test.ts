/** @jest-environment jsdom */
import { bootOffice, type OfficeBooted } from './boot-jsdom';

let booted: OfficeBooted;
beforeAll(async () => {
  booted = await bootOffice({ theme: 'dark', platform: 'Mac' });
});
beforeEach(() => booted.host.reset());
afterEach(() => expect(booted.host.bugs).toEqual([]));

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (e: { code?: string }) => e.code ?? String(e),
  );

test('the whole office.js starts as in Excel, with our requirement sets, theme, platform and language', async () => {
  expect(await Office.onReady()).toMatchObject({ host: 'Excel', platform: 'Mac' });
  const { requirements, officeTheme, displayLanguage, contentLanguage } = Office.context;
  expect(['1.14', '1.15'].map((v) => requirements.isSetSupported('ExcelApi', v))).toEqual([true, false]);
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(officeTheme).toMatchObject({ bodyBackgroundColor: '#262626', bodyForegroundColor: '#ffffff' });
  expect([displayLanguage, contentLanguage]).toEqual(['vi-VN', 'vi-VN']);
});

test('Excel.run reads and writes, errors are errors of this realm', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
    range.values = [
      [1, 2],
      ['ba', '=A1+B1'],
    ];
    range.load('values,address');
    await context.sync();
    expect(range.values).toEqual([
      [1, 2],
      ['ba', 3],
    ]);
    expect(() => range.getDependents()).toThrow(expect.objectContaining({ code: 'ApiNotFound' }));
  });
  const error: unknown = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('không có').getRange('A1').load('values');
    await context.sync();
  }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  expect(error).toBeInstanceOf(Error);
  expect((error as OfficeExtension.Error).code).toBe('ItemNotFound');
});

test('transport failures have the names Excel gives them', async () => {
  const read = (): Promise<unknown> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
    });
  for (const [transport, code] of [
    [5004, 'InvalidOperationInCellEditMode'],
    [5012, 'InvalidOrTimedOutSession'],
    [5103, 'RequestPayloadSizeLimitExceeded'],
    [5104, 'ResponsePayloadSizeLimitExceeded'],
  ] as const) {
    booted.host.failures.failNext({ error: { transport } });
    expect(await refusal(read())).toBe(code);
  }
  expect(await refusal(read())).toBe('no error');
});

test('events reach their handlers and stop when removed', async () => {
  const got: string[] = [];
  booted.host.load([{ name: 'A' }, { name: 'B' }]);
  const handler = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const changed = worksheets.onChanged.add(async (e) => {
      got.push(`${e.address} ${e.source} ${String(e.details?.valueAfter)}`);
    });
    context.workbook.onSelectionChanged.add(async () => {
      got.push('selection');
    });
    worksheets.onActivated.add(async () => {
      got.push('activated');
    });
    await context.sync();
    return changed;
  });
  booted.host.user.edit('A', 'B2', '04');
  await booted.host.settle();
  booted.host.user.select('B', 'C3');
  await booted.host.settle();
  expect(got).toEqual(['B2 Local 4', 'activated', 'selection']);
  await Excel.run(handler.context as Excel.RequestContext, async (context) => {
    handler.remove();
    await context.sync();
  });
  booted.host.user.edit('A', 'B2', 5);
  await booted.host.settle();
  expect(got).toHaveLength(3);
});

test('document settings outlive a reload of the pane', async () => {
  const { settings } = Office.context.document;
  settings.set('hồ-sơ', { kỳ: 'năm 2020' });
  await new Promise((done) => {
    settings.saveAsync(done);
  });
  expect(booted.host.snapshot().documentSettings).toEqual({ 'hồ-sơ': JSON.stringify({ kỳ: 'năm 2020' }) });
  expect(settings.get('hồ-sơ')).toEqual({ kỳ: 'năm 2020' });
});

test('a ribbon command is run by name and reports its completion', async () => {
  const pressed: string[] = [];
  const check = async (event: Office.AddinCommands.Event): Promise<void> => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [['đã kiểm tra']];
      await context.sync();
    });
    pressed.push(event.source.id);
    event.completed();
  };
  Office.actions.associate('checkSheet', (event: Office.AddinCommands.Event) => void check(event));
  await booted.host.invokeCommand('checkSheet', 'CheckButton');
  expect(pressed).toEqual(['CheckButton']);
  expect(booted.host.snapshot().sheets[0]!.cells['A1']!.value).toBe('đã kiểm tra');
});

test('services of Office are accepted and written down', async () => {
  await Office.addin.showAsTaskpane();
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  await Office.ribbon.requestUpdate({
    tabs: [{ id: 'Tab', groups: [{ id: 'G', controls: [{ id: 'Undo', enabled: false }] }] }],
  });
  expect(booted.host.services.map(([, method]) => method)).toEqual(expect.arrayContaining(['Enabled =']));
});
