import { bootExcel, type Booted } from './boot-node';

let booted: Booted;
beforeAll(() => {
  booted = bootExcel({ dataLocale: 'vi-VN' });
});
afterAll(() => booted.dispose());
beforeEach(() => booted.host.reset());
afterEach(() => expect(booted.host.bugs).toEqual([]));

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (e: { code?: string }) => e.code ?? String(e),
  );
/** Runs with the first sheet at hand. */
const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getFirst(), context));

test('values, formulas, text, types and formats come back as written', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('B2:C4');
    range.numberFormat = [
      ['#,##0', '0.0%'],
      ['@', 'dd/mm/yyyy'],
      ['General', 'General'],
    ];
    range.values = [
      [1234, 0.958],
      ['04', 43860],
      ['=B2*2', true],
    ];
    range.load(
      'values,formulas,text,numberFormat,valueTypes,address,rowIndex,columnIndex,rowCount,columnCount,cellCount',
    );
    await context.sync();
    expect(range.values).toEqual([
      [1234, 0.958],
      ['04', 43860],
      [2468, true],
    ]);
    expect(range.formulas[2]).toEqual(['=B2*2', true]);
    expect(range.text).toEqual([
      ['1.234', '95,8%'],
      ['04', '30/01/2020'],
      ['2468', 'TRUE'],
    ]);
    expect(range.valueTypes).toEqual([
      ['Double', 'Double'],
      ['String', 'Double'],
      ['Double', 'Boolean'],
    ]);
    expect([
      range.address,
      range.rowIndex,
      range.columnIndex,
      range.rowCount,
      range.columnCount,
      range.cellCount,
    ]).toEqual(['Sheet1!B2:C4', 1, 1, 3, 2, 6]);
  }));

test('an entry is read as if typed, unless the cell is text or an apostrophe leads', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:G1');
    range.values = [['12,5', '1.234', "'1.234", '47%', '30/1/2020', '928/928', '  12 ']];
    range.load('values,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[12.5, 1234, '1.234', 0.47, 43860, '928/928', 12]]);
    expect(range.numberFormat[0]!.slice(3, 5)).toEqual(['0%', 'dd/mm/yyyy']);
  }));

test('formulas are calculated again when what they stand on changes, hidden rows count for SUBTOTAL(9) and not for 109', () =>
  onSheet(async (sheet, context) => {
    context.workbook.worksheets.add('Phụ lục 2');
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    const sums = sheet.getRange('B1:B7');
    sums.formulas = [
      ['=SUM(A1:A3)'],
      ['=SUBTOTAL(109,A1:A3)'],
      ['=SUBTOTAL(9,A1:A3)'],
      ["='Phụ lục 2'!C3+1"],
      ['=IFERROR(A1/A9,"–")'],
      ['=A1/A9'],
      ['=IF(B1>5,"nhiều","ít")'],
    ];
    await context.sync();
    sheet.getRange('2:2').rowHidden = true;
    context.workbook.worksheets.getItem('Phụ lục 2').getRange('C3').values = [[41]];
    sums.load('values,valueTypes');
    await context.sync();
    expect(sums.values.flat()).toEqual([6, 4, 6, 42, '–', '#DIV/0!', 'nhiều']);
    expect(sums.valueTypes[5]).toEqual(['Error']);
    expect([...booted.host.calc.notUnderstood]).toEqual([]);
  }));

test('formats are kept per cell, whole columns and sheets included, and mixed ones are null', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange().format.font.name = 'Times New Roman';
    sheet.getRange('A:C').format.columnWidth = 90;
    const range = sheet.getRange('A1:B2');
    range.format.fill.color = '#eeeeee';
    range.format.font.bold = true;
    range.format.horizontalAlignment = 'Center';
    range.format.verticalAlignment = 'Center';
    range.format.wrapText = true;
    range.format.rowHeight = 20;
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.format.borders.getItem('InsideVertical').color = '#111111';
    sheet.getRange('B1').format.font.bold = false;
    range.load(
      'format/font/bold,format/font/name,format/fill/color,format/columnWidth,format/rowHeight,format/indentLevel',
    );
    const far = sheet.getRange('Z999').load('format/font/name,format/columnWidth');
    await context.sync();
    expect(range.format.font.bold).toBeNull();
    expect([
      range.format.font.name,
      range.format.fill.color,
      range.format.columnWidth,
      range.format.rowHeight,
      range.format.indentLevel,
    ]).toEqual(['Times New Roman', '#EEEEEE', 90, 20, 0]);
    expect([far.format.font.name, far.format.columnWidth]).toEqual(['Times New Roman', 48]);
    const { cells } = booted.host.snapshot().sheets[0]!;
    expect(cells['A2']!.style).toMatchObject({
      'Borders.Bottom.Style': 'Continuous',
      'Borders.Right.Color': '#111111',
      'Font.Name': 'Times New Roman',
    });
    expect(cells['A1']!.style).not.toHaveProperty(['Borders.Bottom.Style']);
    range.format.fill.clear();
    expect(
      await refusal(
        (async () => {
          range.format.font.color = 'no colour';
          await context.sync();
        })(),
      ),
    ).toBe('InvalidArgument');
  }));

test('cell properties are written and read in one call', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B1');
    range.setCellProperties([[{ format: { fill: { color: '#FFC7CE' }, font: { color: '#9C0006', bold: true } } }, {}]]);
    const read = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
    await context.sync();
    expect(read.value).toEqual([
      [
        { address: 'Sheet1!A1', format: { fill: { color: '#FFC7CE' }, font: { bold: true } } },
        { address: 'Sheet1!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: false } } },
      ],
    ]);
  }));

test('one range leads to another', () =>
  onSheet(async (sheet, context) => {
    const base = sheet.getRange('B2:D5');
    const ways = [
      base.getCell(1, 1),
      base.getRow(3),
      base.getColumn(0),
      base.getOffsetRange(1, -1),
      base.getResizedRange(1, 0),
      base.getIntersectionOrNullObject('C4:F9'),
      base.getBoundingRect('F1'),
      base.getEntireRow(),
      base.getEntireColumn(),
      base.getLastCell(),
      sheet.getRangeByIndexes(0, 0, 2, 3),
      base.getIntersectionOrNullObject('Z1'),
    ].map((r) => r.load('address'));
    await context.sync();
    expect(ways.slice(0, -1).map((r) => r.address.replace('Sheet1!', ''))).toEqual([
      'C3',
      'B5:D5',
      'B2:B5',
      'A3:C6',
      'B2:D6',
      'C4:D5',
      'B1:F5',
      '2:5',
      'B:D',
      'D5',
      'A1:C2',
    ]);
    expect(ways.at(-1)!.isNullObject).toBe(true);
  }));

test('used range: values only, formatted cells too, none at all', () =>
  onSheet(async (sheet, context) => {
    const none = sheet.getUsedRangeOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
    sheet.getRange('C3').values = [['x']];
    sheet.getRange('E9').format.fill.color = '#FF0000';
    const values = sheet.getUsedRangeOrNullObject(true).load('address');
    const all = sheet.getUsedRange().load('address');
    await context.sync();
    expect([values.address, all.address]).toEqual(['Sheet1!C3', 'Sheet1!C3:E9']);
  }));

test('merge keeps the first value; unmerge, clear, insert and delete move everything along', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [['h', 'x']];
    sheet.getRange('A1:B1').merge();
    sheet.getRange('A2:B3').values = [
      [1, 2],
      [3, 4],
    ];
    context.workbook.comments.add('Sheet1!B3', 'Đề nghị kiểm tra');
    sheet.getRange('2:2').insert('Down');
    const merged = sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address,areaCount');
    const noMerge = sheet.getRange('A2:D4').getMergedAreasOrNullObject();
    await context.sync();
    expect([merged.address, merged.areaCount, noMerge.isNullObject]).toEqual(['Sheet1!A1:B1', 1, true]);
    const [after] = booted.host.snapshot().sheets;
    expect(after!.cells).toEqual({
      A1: { value: 'h' },
      A3: { value: 1 },
      B3: { value: 2 },
      A4: { value: 3 },
      B4: { value: 4 },
    });
    expect(after!.comments.map((c) => c.cell)).toEqual(['B4']);
    sheet.getRange('3:3').delete('Up');
    sheet.getRange('A1:B1').unmerge();
    sheet.getRange('A3').clear('Contents');
    await context.sync();
    expect(booted.host.snapshot().sheets[0]!).toMatchObject({
      merges: [],
      cells: { A1: { value: 'h' }, B3: { value: 4 } },
    });
  }));

test('copyFrom carries values, formats and moved formulas', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:C1').formulas = [[2, 3, '=A1*$B$1']];
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A2:C3').copyFrom('A1:C1');
    sheet.getRange('A3').values = [[10]];
    const range = sheet.getRange('A3:C3').load('formulas,values,format/font/bold');
    await context.sync();
    expect(range.formulas[0]![2]).toBe('=A3*$B$1');
    expect(range.values).toEqual([[10, 3, 30]]);
    expect(booted.host.snapshot().sheets[0]!.cells['A3']!.style).toEqual({ 'Font.Bold': true });
  }));

test('hyperlinks, selection and active cell', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1').hyperlink = {
      documentReference: "'Sheet1'!C13",
      textToDisplay: 'PL2!C13',
      screenTip: 'Về ô gốc',
    };
    sheet.getRange('B2:C3').select();
    const link = sheet.getRange('A1').load('hyperlink,values');
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    await context.sync();
    expect(link.hyperlink).toMatchObject({ documentReference: "'Sheet1'!C13" });
    expect([link.values[0]![0], selected.address, active.address]).toEqual(['PL2!C13', 'Sheet1!B2:C3', 'Sheet1!B2']);
  }));

test('a wrong shape, a wrong address and an unknown member are refused; what was done before stays done', async () => {
  expect(
    await refusal(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').values = [[7]];
        sheet.getRange('A1:B2').values = [[1]];
        await context.sync();
      }),
    ),
  ).toBe('InvalidArgument');
  expect(booted.host.snapshot().sheets[0]!.cells).toEqual({ A1: { value: 7 } });
  expect(
    await refusal(
      onSheet(async (sheet, context) => {
        sheet.getRange('A0').values = [[1]];
        await context.sync();
      }),
    ),
  ).toBe('InvalidArgument');
  const unknown = onSheet(async (sheet, context) => {
    sheet.getRange('A1').showCard();
    await context.sync();
  });
  await expect(unknown).rejects.toMatchObject({
    code: 'ApiNotFound',
    message: expect.stringContaining('is not simulated'),
  });
});

test('the library refuses members above ExcelApi 1.14, and properties that were not loaded', () =>
  onSheet(async (sheet) => {
    const range = sheet.getRange('A1');
    expect(() => range.getMergedAreasOrNullObject()).not.toThrow();
    expect(() => range.getDependents()).toThrow(
      expect.objectContaining({ code: 'ApiNotFound', message: expect.stringContaining('1.15') }),
    );
    expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    await Promise.resolve();
  }));

test('130,000 cells are written and read within a second of work', () =>
  onSheet(async (sheet, context) => {
    // Processor time, not the clock: other tests run beside this one.
    const start = process.cpuUsage();
    sheet.getRange('A1:Z5000').values = Array.from({ length: 5000 }, (_, i) =>
      Array.from({ length: 26 }, (_x, j) => i * j),
    );
    await context.sync();
    const used = sheet.getUsedRange().load('values');
    await context.sync();
    const { user, system } = process.cpuUsage(start);
    expect(used.values[4999]![25]).toBe(124975);
    expect((user + system) / 1000).toBeLessThan(1000);
  }));
