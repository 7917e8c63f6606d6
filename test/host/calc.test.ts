import { bootExcel, type Booted } from './boot-node';
import { formatText, readEntry, type Locale } from './formats';

const VI: Locale = { decimal: ',', group: '.', dayFirst: true };
const EN: Locale = { decimal: '.', group: ',', dayFirst: false };
let booted: Booted;
beforeAll(() => {
  booted = bootExcel({ globals: false });
});
beforeEach(() => booted.host.reset());
afterAll(() => booted.dispose());

/** What a formula gives on a sheet with some figures. */
function value(formula: string): unknown {
  booted.host.load([
    {
      name: 'Phụ lục 2',
      cells: {
        A1: 1,
        A2: 2.5,
        A3: 'ba',
        A4: true,
        B1: '12',
        B2: { formula: '=A1+A2' },
        C1: { value: '#REF!', error: true },
        Z1: { formula },
      },
    },
    { name: 'Khác', cells: { A1: 10 } },
  ]);
  return booted.host.cell(booted.host.sheet('Phụ lục 2'), 0, 25)!.v;
}

test.each<[string, unknown]>([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['=-2^2', 4],
  ['=2^3^1', 8],
  ['=10%', 0.1],
  ['=1/0', '#DIV/0!'],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['=A1&""', '1'],
  ['=SUM(A1:A4)', 3.5],
  ['=SUM(A1:A3,B1)', 3.5],
  ['=SUM("3",2)', 5],
  ['=SUM(C1)', '#REF!'],
  ['=SUM(A:A)', 3.5],
  ['=A3+1', '#VALUE!'],
  ['=B1+1', 13],
  ['=D9', 0],
  ['=B2', 3.5],
  ["=SUM('Phụ lục 2'!A1:A2,Khác!A1)", 13.5],
  ['=Không!A1', '#REF!'],
  ['=IF(A1=1,"có","không")', 'có'],
  ['=IF(A1>1,1/0,5)', 5],
  ['=IFERROR(1/0,"–")', '–'],
  ['=IFERROR(A2,0)', 2.5],
  ['=ROUND(2.345,2)', 2.35],
  ['=MAX(A1:A4)', 2.5],
  ['=COUNT(A1:A4)', 2],
  ['=COUNTA(A1:A4)', 4],
  ['=AND(A1=1,A2>2)', true],
  ['="abc"="ABC"', true],
  ['=0.1+0.2=0.3', true],
  ['=SUM(0.1,0.2)', 0.3],
  ['=$A$1+A$2', 3.5],
  ['=HYPERLINK("#A1","Về")', 'Về'],
  ['=Z1+1', 0],
  ['=SUBTOTAL(109,A1:A4)', 3.5],
  ['=KHÔNGCÓ(1)', '#NAME?'],
  ['=1+', '#NAME?'],
])('%s gives %p', (formula, expected) => {
  expect(value(formula)).toBe(expected);
});

test('a formula that is not understood is told', () => {
  value('=VLOOKUP(A1,A1:B2,2)');
  expect([...booted.host.calc.notUnderstood]).toContain('VLOOKUP');
});

test.each<[number | string, string, string, string]>([
  [1234567.5, '#,##0', '1.234.568', '1,234,568'],
  [0.958, '0.0%', '95,8%', '95.8%'],
  [0.285, '0%', '29%', '29%'],
  [4, '00', '04', '04'],
  [-1234, '#,##0', '-1.234', '-1,234'],
  [0, '#,##0;-#,##0;"–"', '–', '–'],
  [43860, 'dd/mm/yyyy', '30/01/2020', '30/01/2020'],
  [43860.75, 'dd/mm/yyyy hh:mm', '30/01/2020 18:00', '30/01/2020 18:00'],
  [1234.5, 'General', '1234,5', '1234.5'],
  ['04', '@', '04', '04'],
  [0.1 + 0.2, 'General', '0,3', '0.3'],
  [12, '0 "hồ sơ"', '12 hồ sơ', '12 hồ sơ'],
  [1.5, '0.##', '1,5', '1.5'],
  [-0.2, '0', '0', '0'],
])('%p in %s reads %s (Việt), %s (Anh)', (number, code, vi, en) => {
  expect([formatText(number, code, VI), formatText(number, code, EN)]).toEqual([vi, en]);
});

test('an entry means what its place says', () => {
  expect(readEntry('1.234', 'General', VI)).toEqual({ value: 1234 });
  expect(readEntry('1.234', 'General', EN)).toEqual({ value: 1.234 });
  expect(readEntry('12.5', 'General', VI)).toEqual({ value: '12.5' });
  expect(readEntry('03/02/2020', 'General', EN)).toEqual({ value: 43892, format: 'm/d/yyyy' });
  expect(readEntry('=A1', '@', VI)).toEqual({ value: '=A1' });
  expect(readEntry('31/2/2020', 'General', VI)).toEqual({ value: '31/2/2020' });
});

test('formulas follow cells that move, sheets that are renamed and sheets that go', async () => {
  booted.host.load([
    { name: 'A', cells: { A5: 1, A6: 2, B1: { formula: '=SUM($A$5:A6)' }, B2: { formula: '=A5' } } },
    { name: 'Phụ lục', cells: { A1: { formula: '=A!A6*2' } } },
  ]);
  const { Excel: client } = booted;
  const formulas = (): unknown[] =>
    booted.host
      .snapshot()
      .sheets.flatMap((s) => Object.values(s.cells).map((c) => c.formula))
      .filter(Boolean);
  await client.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('3:4').insert('Down');
    await context.sync();
  });
  expect(formulas()).toEqual(['=SUM($A$7:A8)', '=A7', '=A!A8*2']);
  booted.host.user.renameSheet('A', 'Bộ A');
  await client.run(async (context) => {
    context.workbook.worksheets.getItem('Bộ A').getRange('7:7').delete('Up');
    await context.sync();
  });
  expect(formulas()).toEqual(['=SUM($A$7:A7)', '=#REF!', "='Bộ A'!A7*2"]);
  expect(booted.host.snapshot().sheets[1]!.cells['A1']!.value).toBe(4);
  booted.host.user.deleteSheet('Bộ A');
  expect(booted.host.snapshot().sheets[0]!.cells['A1']).toEqual({ value: '#REF!', formula: '=#REF!*2' });
});
