import { bootExcel, type Booted } from './boot-node';

let booted: Booted;
beforeAll(() => {
  booted = bootExcel();
});
afterAll(() => booted.dispose());
beforeEach(() => booted.host.reset());

/** The code of the refusal, or "no error". */
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (e: { code?: string }) => e.code ?? String(e),
  );
const run = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(work);

test('worksheets are added, listed, renamed, moved, hidden, shown and deleted', () =>
  run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Phụ lục 2');
    sheet.tabColor = '#ff0000';
    sheet.visibility = 'Hidden';
    sheet.load('name,id,position,visibility,tabColor');
    const missing = worksheets.getItemOrNullObject('không có');
    const count = worksheets.getCount();
    worksheets.load('items/name,items/id');
    await context.sync();
    expect([sheet.name, sheet.position, sheet.visibility, sheet.tabColor]).toEqual([
      'Phụ lục 2',
      1,
      'Hidden',
      '#FF0000',
    ]);
    expect(missing.isNullObject).toBe(true);
    expect(count.value).toBe(2);
    expect(worksheets.items.map((s) => s.name)).toEqual(['Sheet1', 'Phụ lục 2']);
    sheet.visibility = 'Visible';
    sheet.name = 'PL2';
    sheet.position = 0;
    sheet.activate();
    await context.sync();
    worksheets.items[0]!.delete();
    const active = worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect(active.name).toBe('PL2');
    expect(booted.host.snapshot().sheets.map((s) => s.name)).toEqual(['PL2']);
  }));

test.each([
  ['a/b', 'InvalidArgument'],
  ['x'.repeat(32), 'InvalidArgument'],
  ["'x", 'InvalidArgument'],
  ['SHEET1', 'ItemAlreadyExists'],
  ['x'.repeat(31), 'no error'],
])('a sheet named %s gives %s', async (name, code) => {
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    ),
  ).toBe(code);
});

test('the last visible sheet can be neither deleted nor hidden', async () => {
  booted.host.load([{ name: 'A' }, { name: 'B', visibility: 'Hidden' }]);
  const before = booted.host.snapshot();
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem('A').delete();
        await context.sync();
      }),
    ),
  ).toBe('InvalidOperation');
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem('A').visibility = 'Hidden';
        await context.sync();
      }),
    ),
  ).toBe('InvalidOperation');
  expect(booted.host.snapshot()).toEqual(before);
});

test('a protected sheet refuses writes, a protected workbook refuses sheets', async () => {
  booted.host.load([
    { name: 'A', cells: { A1: 1, B1: { value: 2, style: { 'Protection.Locked': false } } }, protect: {} },
  ]);
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem('A').getRange('A1').values = [[5]];
        await context.sync();
      }),
    ),
  ).toBe('AccessDenied');
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem('A').getRange('B1').values = [[5]];
        await context.sync();
      }),
    ),
  ).toBe('no error');
  expect(() => booted.host.user.edit('A', 'A1', 1)).toThrow();
  await run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem('A');
    protection.load('protected');
    context.workbook.protection.load('protected');
    await context.sync();
    expect([protection.protected, context.workbook.protection.protected]).toEqual([true, false]);
    protection.unprotect();
    context.workbook.protection.protect('m');
    await context.sync();
  });
  for (const work of [
    (w: Excel.Workbook) => {
      w.worksheets.add('B');
    },
    (w: Excel.Workbook) => {
      w.worksheets.getItem('A').delete();
    },
    (w: Excel.Workbook) => {
      w.worksheets.getItem('A').name = 'B';
    },
  ])
    expect(
      await refusal(
        run(async (context) => {
          work(context.workbook);
          await context.sync();
        }),
      ),
    ).toBe('AccessDenied');
  expect(
    await refusal(
      run(async (context) => {
        context.workbook.protection.unprotect('sai');
        await context.sync();
      }),
    ),
  ).toBe('InvalidArgument');
});

test('freeze panes, page layout, autofilter, gridlines, custom properties and names are kept', async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B7'));
    sheet.showGridlines = false;
    const { pageLayout } = sheet;
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.centerHorizontally = true;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintMargins('Centimeters', { top: 2, left: 3 });
    pageLayout.setPrintTitleRows('$6:$7');
    pageLayout.setPrintArea('A1:G44');
    pageLayout.headersFooters.defaultForAllPages.centerHeader = '&P';
    sheet.autoFilter.apply('A7:G44');
    sheet.customProperties.add('vai-trò', 'findings');
    context.workbook.names.add('Tổng', sheet.getRange('C8'));
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const area = pageLayout.getPrintAreaOrNullObject().load('address');
    const filtered = sheet.autoFilter.getRangeOrNullObject().load('address');
    const mark = sheet.customProperties.getItemOrNullObject('vai-trò').load('value');
    const total = context.workbook.names.getItem('Tổng').getRange().load('address');
    pageLayout.load('orientation,topMargin,leftMargin,zoom');
    await context.sync();
    expect([frozen.address, area.address, filtered.address, mark.value, total.address]).toEqual([
      'Sheet1!A1:B7',
      'Sheet1!A1:G44',
      'Sheet1!A7:G44',
      'findings',
      'Sheet1!C8',
    ]);
    expect(pageLayout.orientation).toBe('Landscape');
    expect(pageLayout.topMargin).toBeCloseTo(56.69, 2);
    expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
    sheet.freezePanes.unfreeze();
    sheet.autoFilter.remove();
    mark.delete();
    await context.sync();
  });
  const [sheet] = booted.host.snapshot().sheets;
  expect(sheet).toMatchObject({
    showGridlines: false,
    frozen: null,
    filter: null,
    custom: {},
    page: { PrintTitleRows: '6:7', HeadersFooters: { DefaultForAllPages: { CenterHeader: '&P' } } },
  });
  expect(booted.host.bugs).toEqual([]);
});

test('a copied sheet is a twin of its own', async () => {
  booted.host.load([
    {
      name: 'Gốc',
      cells: { A1: 'Bộ, cơ quan', B2: { value: 3, format: '#,##0' } },
      merges: ['A1:C1'],
      hiddenRows: [4],
    },
    { name: 'Sau' },
  ]);
  await run(async (context) => {
    const gốc = context.workbook.worksheets.getItem('Gốc');
    const copy = gốc.copy('After', gốc).load('name,position');
    await context.sync();
    expect([copy.name, copy.position]).toEqual(['Gốc (2)', 1]);
    copy.getRange('A1').values = [['khác']];
    await context.sync();
  });
  const [first, second] = booted.host.snapshot().sheets;
  expect(first!.cells['A1']!.value).toBe('Bộ, cơ quan');
  expect({ ...second, name: '', cells: { ...second!.cells, A1: null } }).toEqual({
    ...first,
    name: '',
    cells: { ...first!.cells, A1: null },
  });
});
