import { readXlsx } from 'hucre/xlsx';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { fileTarget } from '../../src/files/xlsx-writer/file-target';
import { safeSheetNames } from '../../src/files/xlsx-writer/sheet-names';
import { buildPlan } from '../../src/core/plan/build-plan';
import { fixture } from '../core/plan/fixture';
import { cellsOf, decode, partsOf } from './read-parts';
import { planOf, sheetOf, smallPlan } from './small-plan';

const writer = createXlsxWriter();
const written = writer.write(smallPlan()).then(partsOf);

test('equal plans give equal bytes, now and later', async () => {
  const first = await writer.write(smallPlan());
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(first, await writer.write(smallPlan()))).toBe(0);
  expect((await written)['docProps/core.xml']).toContain('2020-01-01T00:00:00Z');
});

test('formulas carry their result, numbers their format', async () => {
  const parts = await written;
  const cells = cellsOf(parts);
  expect(cells.get('D4')).toMatchObject({ formula: 'SUM(C4:C4)+4', value: '1238', type: undefined });
  expect(cells.get('C4')).toMatchObject({ value: '1234', type: undefined });
  expect(decode(parts['xl/styles.xml']!)).toContain('formatCode="[<1000]0;[<1000000]#\\.##0;#\\.###\\.##0"');
});

test('a merged area has the look of its first cell everywhere', async () => {
  const cells = cellsOf(await written);
  for (const ref of ['B1', 'C1', 'D1']) expect(cells.get(ref)!.style).toBe(cells.get('A1')!.style);
});

test('the page is A4 landscape, one page wide, numbered from the second page, with the rows that repeat', async () => {
  const parts = await written;
  const sheet = parts['xl/worksheets/sheet1.xml']!;
  expect(sheet).toMatch(
    /<pageSetup firstPageNumber="1" useFirstPageNumber="1" paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
  );
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874"');
  expect(decode(sheet)).toContain(
    '<headerFooter differentFirst="1"><oddHeader>&C&"Times New Roman,Regular"&13&P</oddHeader></headerFooter>',
  );
  expect(sheet).toMatch(/<brk id="4" max="16383" man="1"\/>/);
  expect(decode(parts['xl/workbook.xml']!)).toContain(`localSheetId="0">'Phụ lục 2'!$3:$3</definedName>`);
  expect(decode(parts['xl/workbook.xml']!)).toContain(`localSheetId="0">'Phụ lục 2'!$A$1:$D$6</definedName>`);
});

test('links lead to the cell of the file, relative and encoded, and inside the workbook', async () => {
  const parts = await written;
  const rels = parts['xl/worksheets/_rels/sheet2.xml.rels']!;
  expect(rels).toContain(
    'Target="nh%E1%BA%ADn/02%20S%E1%BB%9F%20T%C6%B0%20ph%C3%A1p%20%232.xlsx" TargetMode="External"',
  );
  const sheet = parts['xl/worksheets/sheet2.xml']!;
  expect(sheet).toContain(`<hyperlink ref="A2" r:id="rId1" location="'PL''2 &amp; &lt;3>'!C13"`);
  expect(decode(sheet)).toContain(`<hyperlink ref="A3" location="'Phụ lục 2'!C4"`);
  expect(sheet).not.toMatch(/ref="A4" r:id="[^"]*" location/);
});

test('file names cannot become other kinds of address', () => {
  expect(fileTarget('javascript:alert(1).xlsx')).toBe('javascript%3Aalert(1).xlsx');
  expect(fileTarget('\\\\may-chu\\x.xlsx')).toBe('%5C%5Cmay-chu%5Cx.xlsx');
  expect(fileTarget('//may-chu/x.xlsx')).toBe('may-chu/x.xlsx');
  expect(fileTarget('../nhận/50%.xls')).toBe('../nh%E1%BA%ADn/50%25.xls');
  expect(fileTarget(`${'ả'.repeat(300)}.xlsx`)).toBeNull();
  expect(fileTarget('\ud800.xlsx')).toBeNull();
});

test('sheet names are those that Excel accepts, and references follow a changed name', async () => {
  expect(
    safeSheetNames(['Phụ lục 2', 'phụ lục 2', 'a/b:c*?[d]', "'x'", '', 'History', 'x'.repeat(40), 'x'.repeat(40)]),
  ).toEqual([
    'Phụ lục 2',
    'phụ lục 2 (2)',
    'a b c   d',
    'x',
    'Bảng',
    'History_',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
  ]);
  const plan = planOf([
    { row: 0, col: 0, value: 2, formula: "'a/b'!A1*2", style: 'count' },
    { row: 1, col: 0, value: 'x', style: 'tableLink', link: { sheet: 'a/b', cell: 'A1' } },
  ]);
  plan.sheets.push(sheetOf([{ row: 0, col: 0, value: 1, style: 'count' }], { name: 'a/b' }));
  const parts = partsOf(await writer.write(plan));
  expect(decode(parts['xl/worksheets/sheet1.xml']!)).toContain("<f>'a b'!A1*2</f>");
  expect(decode(parts['xl/worksheets/sheet1.xml']!)).toContain(`location="'a b'!A1"`);
});

test.each([
  [
    'overlapping merges',
    planOf([], {
      merges: [
        { top: 0, left: 0, bottom: 1, right: 1 },
        { top: 1, left: 1, bottom: 2, right: 2 },
      ],
    }),
  ],
  [
    'a value under a merged area',
    planOf([{ row: 0, col: 1, value: 7, style: 'count' }], { merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] }),
  ],
  [
    'a cell drawn twice',
    planOf([
      { row: 0, col: 0, value: 1, style: 'count' },
      { row: 0, col: 0, value: 2, style: 'count' },
    ]),
  ],
  ['not a number', planOf([{ row: 0, col: 0, value: NaN, style: 'count' }])],
  ['a formula with "="', planOf([{ row: 0, col: 0, value: 1, formula: '=A2', style: 'count' }])],
  ['a row that no sheet has', planOf([{ row: 1_048_576, col: 0, value: 1, style: 'count' }])],
])('a plan with %s is refused', async (_, plan) => {
  await expect(writer.write(plan)).rejects.toThrow('Phụ lục 2');
});

test('a note is as large as its text', async () => {
  const long = 'Số các đơn vị báo khác nhau. '.repeat(40);
  const parts = partsOf(
    await writer.write(
      planOf([
        { row: 0, col: 0, value: 1, style: 'count', note: 'ngắn' },
        { row: 1, col: 0, value: 1, style: 'count', note: long },
      ]),
    ),
  );
  const bottoms = [
    ...parts['xl/drawings/vmlDrawing1.vml']!.matchAll(/<x:Anchor>(?:\d+,){6}(\d+),\d+<\/x:Anchor>/g),
  ].map((m) => Number(m[1]));
  expect(bottoms[1]! - 1).toBeGreaterThan(bottoms[0]! + 10);
  expect(decode(parts['xl/comments1.xml']!)).toContain(long.trim().slice(0, 100));
});

test('the whole result workbook reads back with every value of its plan', async () => {
  const plan = buildPlan(fixture());
  const book = await readXlsx(await writer.write(plan), { readStyles: true });
  expect(book.sheets.map((s) => s.name)).toEqual(plan.sheets.map((s) => s.name));
  plan.sheets.forEach((sheet, i) => {
    const read = book.sheets[i]!;
    for (const cell of sheet.cells)
      if (cell.value !== null && cell.value !== '') expect(read.rows[cell.row]?.[cell.col]).toBe(cell.value);
    expect(read.merges).toHaveLength(sheet.merges.length);
  });
  expect(book.defaultFont).toMatchObject({ name: 'Times New Roman', size: 12 });
});
