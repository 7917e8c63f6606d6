import { bootExcel, type Booted } from './boot-node';
import { sheetOfGrid } from './load';
import type { Grid } from '../../src/core/model/grid';

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

test('comments are added, found by cell, changed and deleted', () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const made = context.workbook.comments.add('Sheet1!C13', 'Tổng số 3 khác tổng các cấp 1').load('content,id');
    sheet.comments.load('items/content');
    await context.sync();
    expect(sheet.comments.items.map((c) => c.content)).toEqual(['Tổng số 3 khác tổng các cấp 1']);
    const found = context.workbook.comments.getItemByCell(sheet.getRange('C13')).load('id');
    const place = made.getLocation().load('address');
    await context.sync();
    expect([found.id, place.address]).toEqual([made.id, 'Sheet1!C13']);
    expect(
      await refusal(
        (async () => {
          context.workbook.comments.add(sheet.getRange('C13'), 'x');
          await context.sync();
        })(),
      ),
    ).toBe('ItemAlreadyExists');
    sheet.comments.items[0]!.delete();
    await context.sync();
    expect(
      await refusal(
        (async () => {
          context.workbook.comments.getItemByCell('Sheet1!C13').load('id');
          await context.sync();
        })(),
      ),
    ).toBe('ItemNotFound');
  }));

test('conditional formats are added to a range, listed with ids and deleted one by one', () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('C8:F30');
    const format = range.conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$C8<>SUM($D8:$F8)';
    format.custom.format.fill.color = '#FFC7CE';
    format.custom.format.font.color = '#9C0006';
    const other = range.conditionalFormats.add('Custom').load('id');
    format.load('id,type');
    range.conditionalFormats.load('items/id,items/type');
    format.custom.rule.load('formula');
    await context.sync();
    expect(range.conditionalFormats.items.map((f) => f.id)).toEqual([other.id, format.id]);
    expect(format.custom.rule.formula).toBe('=$C8<>SUM($D8:$F8)');
    context.workbook.worksheets.getFirst().getRange('C9').conditionalFormats.getItem(other.id).delete();
    const count = range.conditionalFormats.getCount();
    await context.sync();
    expect(count.value).toBe(1);
    expect(booted.host.snapshot().sheets[0]!.conditional).toMatchObject([
      { kind: 'Custom', areas: ['C8:F30'], props: { Custom: { Format: { Fill: { Color: '#FFC7CE' } } } } },
    ]);
  }));

test('settings, custom XML, properties and calculation mode', () =>
  Excel.run(async (context) => {
    const { settings, customXmlParts, properties, application } = context.workbook;
    settings.add('kỳ', { from: '2019-12-15' });
    const set = settings.getItemOrNullObject('kỳ').load('value');
    const unset = settings.getItemOrNullObject('không');
    customXmlParts.add('<?xml version="1.0"?><p xmlns="urn:phu-luc:nguon"><a/></p>');
    const part = customXmlParts.getByNamespace('urn:phu-luc:nguon').getOnlyItemOrNullObject();
    const none = customXmlParts.getByNamespace('urn:x').getOnlyItemOrNullObject();
    const xml = part.getXml();
    part.load('id');
    properties.title = 'Phụ lục';
    properties.load('title');
    application.calculationMode = 'Manual';
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    application.load('calculationMode');
    await context.sync();
    expect([
      set.value,
      unset.isNullObject,
      xml.value,
      none.isNullObject,
      properties.title,
      application.calculationMode,
    ]).toEqual([
      { from: '2019-12-15' },
      true,
      '<?xml version="1.0"?><p xmlns="urn:phu-luc:nguon"><a/></p>',
      true,
      'Phụ lục',
      'Manual',
    ]);
    const byId = customXmlParts.getItemOrNullObject(part.id);
    byId.setXml('<p xmlns="urn:phu-luc:nguon">2</p>');
    await context.sync();
    expect(booted.host.snapshot()).toMatchObject({
      settings: { kỳ: { from: '2019-12-15' } },
      xmlParts: [{ namespace: 'urn:phu-luc:nguon', xml: '<p xmlns="urn:phu-luc:nguon">2</p>' }],
    });
    byId.delete();
    set.delete();
    const again = settings.getItemOrNullObject('kỳ');
    await context.sync();
    expect([again.isNullObject, booted.host.snapshot().xmlParts]).toEqual([true, []]);
    expect(
      await refusal(
        (async () => {
          customXmlParts.add('không phải XML');
          await context.sync();
        })(),
      ),
    ).toBe('InvalidArgument');
  }));

test('manual calculation waits for calculate()', () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
    await context.sync();
    context.workbook.application.calculationMode = 'Manual';
    const sum = sheet.getRange('B1').load('values');
    await context.sync();
    sheet.getRange('A1').values = [[5]];
    sum.load('values');
    await context.sync();
    expect(sum.values).toEqual([[2]]);
    context.workbook.application.calculate('Full');
    sum.load('values');
    await context.sync();
    expect(sum.values).toEqual([[6]]);
  }));

test('looking at things changes nothing', () =>
  Excel.run(async (context) => {
    const before = booted.host.snapshot();
    const sheet = context.workbook.worksheets.getFirst();
    sheet.pageLayout.headersFooters.defaultForAllPages.load('centerHeader');
    sheet.getRange('A1:C3').load('values,format/fill/color,format/borders/items/style,hyperlink');
    sheet.getRange('A1').conditionalFormats.load('items');
    sheet.load();
    context.workbook.properties.load('title');
    await context.sync();
    expect(sheet.name).toBe('Sheet1');
    expect(booted.host.snapshot()).toEqual(before);
  }));

test('a Grid as our readers give it opens as a sheet', async () => {
  const grid: Grid = {
    sheet: 'PL2',
    index: 0,
    visibility: 'visible',
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    hiddenRows: [{ from: 3, to: 4 }],
    hiddenCols: [],
    cells: [
      { row: 0, col: 0, kind: 'text', value: 'PHỤ LỤC 2', text: 'PHỤ LỤC 2', font: '.VnTime' },
      { row: 1, col: 1, kind: 'number', value: 0.958, text: '95,8%', format: '0.0%' },
      { row: 1, col: 2, kind: 'date', value: '2020-01-30', text: '30/01/2020' },
      { row: 2, col: 1, kind: 'number', value: 1.916, text: '1,916', formula: 'B2*2' },
      { row: 2, col: 2, kind: 'error', value: '#REF!', text: '#REF!' },
    ],
  };
  booted.host.load([sheetOfGrid(grid)]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('PL2').getUsedRange().load('values,text,valueTypes,formulas');
    await context.sync();
    expect(range.text).toEqual([
      ['PHỤ LỤC 2', '', ''],
      ['', '95,8%', '30/01/2020'],
      ['', '1,916', '#REF!'],
    ]);
    expect(range.formulas[2]![1]).toBe('=B2*2');
    expect(range.valueTypes[2]![2]).toBe('Error');
  });
  expect(booted.host.snapshot().sheets[0]!.hiddenRows).toEqual([3, 4]);
});
