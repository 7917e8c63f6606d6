import { utils, write } from '@e965/xlsx';
import { cellName } from '../../../../src/core/model/address';
import type { Grid } from '../../../../src/core/model/grid';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { fromR1c1 } from '../../../../src/files/readers/xml-2003/r1c1';
import { readXml2003 } from '../../../../src/files/readers/xml-2003/read-xml-2003';
import type { Book } from '../../book';
import { outcome, survivesDamage } from '../../hostile';
import { makeXlsx } from '../../make-xlsx';
import { makeXml2003, xml2003 } from '../../make-xml-2003';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeXml2003, {
  format: 'xml-2003',
  formulas: true,
  fonts: true,
  runs: true,
  comments: true,
  sheets: true,
  hidden: true,
  veryHidden: true,
  filter: true,
  dates: true,
  errors: true,
  invisible: true,
});

function grids(bytes: Uint8Array): Grid[] {
  const result = readXml2003(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const table = (rows: string, options = ''): Uint8Array =>
  xml2003(`<Worksheet ss:Name="PL"><Table>${rows}</Table>${options}</Worksheet>`);
const cells = (grid: Grid | undefined): Record<string, unknown> =>
  Object.fromEntries(grid!.cells.map((c) => [cellName(c.row, c.col), c.value]));
const num = (n: number, attributes = ''): string => `<Cell ${attributes}><Data ss:Type="Number">${n}</Data></Cell>`;

describe('the same content in two formats', () => {
  it('gives the same grids as .xlsx', async () => {
    const book: Book = {
      externalLinks: true,
      sheets: [
        {
          name: 'PL2',
          merges: ['A1:C1'],
          hiddenRows: [4],
          hiddenCols: ['C'],
          cells: [
            { at: 'A1', value: 'Phụ lục 2' },
            { at: 'A2', value: 'Tiêu chí', font: '.VnTime' },
            { at: 'B2', value: 12, format: '#,##0', comment: 'ghi chú' },
            { at: 'A3', date: '2020-01-30', format: 'dd/mm/yyyy' },
            { at: 'B3', value: 0.958, format: '0.0%' },
            { at: 'A4', formula: 'SUM(B2:B3)', value: 12.958 },
            { at: 'B4', value: true },
            { at: 'A5', error: '#N/A', formula: 'B9' },
            {
              at: 'A6',
              font: 'Arial',
              runs: [
                { text: 'Céng ', font: '.VnTime' },
                { text: 'hòa', font: 'Arial' },
              ],
            },
          ],
        },
        { name: 'ẩn', visibility: 'veryHidden', cells: [] },
      ],
    };
    const other = await createReader().read({ file: 'a', bytes: makeXlsx(book) });
    const plain = (list: Grid[]): unknown => list.map((g) => ({ ...g, cells: g.cells.map(({ font: _, ...c }) => c) }));
    expect(other.ok && plain(other.grids)).toEqual(plain(grids(makeXml2003(book))));
  });

  it('reads what another library writes', () => {
    const sheet = utils.aoa_to_sheet([
      ['Phụ lục 2', 'x'],
      [1, 2.5],
      [true, 'b'],
    ]);
    Object.assign(sheet, {
      D2: { t: 'n', v: 3.5, f: 'SUM(A2:B2)' },
      '!ref': 'A1:D3',
      '!merges': [{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }],
      '!cols': [{}, { hidden: true }],
    });
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'PL2');
    const [grid] = grids(new TextEncoder().encode(write(book, { type: 'string', bookType: 'xlml' }) as string));
    expect(cells(grid)).toEqual({ A1: 'Phụ lục 2', B1: 'x', A2: 1, B2: 2.5, D2: 3.5, A3: true, B3: 'b' });
    expect(grid).toMatchObject({ sheet: 'PL2', hiddenCols: [{ from: 1, to: 1 }] });
    expect(grid!.cells.find((c) => c.col === 3)!.formula).toBe('SUM(A2:B2)');
  });
});

describe('places', () => {
  it('cells follow each other, jump, and stand behind merged ones; rows and columns may be repeated', () => {
    const [grid] = grids(
      table(
        '<Column ss:Hidden="1" ss:Span="1"/><Column/><Column ' +
          `ss:Width="0"/><Row>${num(1)}${num(2, 'ss:MergeAcross="2"')}${num(3)}</Row><Row ss:Hidden="1" ` +
          `ss:Span="2"/><Row>${num(4, 'ss:Index="3"')}${num(5)}</Row><Row ss:Index="9" ` +
          `ss:Height="0">${num(6)}</Row>`,
      ),
    );
    expect(cells(grid)).toEqual({ A1: 1, B1: 2, E1: 3, C5: 4, D5: 5, A9: 6 });
    expect(grid).toMatchObject({
      hiddenCols: [
        { from: 0, to: 1 },
        { from: 3, to: 3 },
      ],
      hiddenRows: [
        { from: 1, to: 3 },
        { from: 8, to: 8 },
      ],
      merges: [{ top: 0, left: 1, bottom: 0, right: 3 }],
    });
  });

  it('a table may begin elsewhere on the sheet', () => {
    const [grid] = grids(
      xml2003(
        '<Worksheet ss:Name="x"><Table ss:TopCell="3" ss:LeftCell="2"><Column ' +
          `ss:Hidden="1"/><Row>${num(1)}</Row><Row ss:Index="4">${num(2, 'ss:Index="2"')}</Row></Table></Worksheet>`,
      ),
    );
    expect([cells(grid), grid!.hiddenCols]).toEqual([{ B3: 1, C6: 2 }, [{ from: 1, to: 1 }]]);
  });

  it('says what is struck through or raised', () => {
    const [grid] = grids(
      xml2003(
        '<Worksheet ss:Name="x"><Table><Row><Cell ss:StyleID="k"><Data ' +
          'ss:Type="Number">5</Data></Cell><Cell><ss:Data ss:Type="String" ' +
          'xmlns="http://www.w3.org/TR/REC-html40">52<Sup>1</Sup></ss:Data></Cell></Row></Table></Worksheet>',
        '<Style ss:ID="k"><Font ss:StrikeThrough="1"/></Style>',
      ),
    );
    expect(grid!.cells.map((c) => [c.struck, c.raised])).toEqual([
      ['all', undefined],
      [undefined, '1'],
    ]);
  });

  it('formats come by name, from the row and from the column', () => {
    const styles =
      '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="q" ss:Parent="p"><Font ' +
      'ss:Color="#FFFFFF"/></Style>';
    const [grid] = grids(
      xml2003(
        `<Worksheet ss:Name="x"><Table><Column ss:StyleID="p"/><Row>${num(0.5)}</Row><Row ` +
          `ss:StyleID="q">${num(0.25)}</Row></Table></Worksheet>`,
        styles,
      ),
    );
    expect(grid!.cells.map((c) => [c.text, c.invisible ?? false])).toEqual([
      ['50,00%', false],
      ['25,00%', true],
    ]);
  });
});

test.each([
  ['SUM(R[-3]C:R[-1]C)', 'SUM(C7:C9)'],
  ['RC[-1]/R5C2*100', 'B10/$B$5*100'],
  ['R[1]C3+R2C[1]', '$C11+D$2'],
  ['\'R1C1\'!RC&"RC"', '\'R1C1\'!C10&"RC"'],
  ['ROUND(RC[1],0)+RC(1)', 'ROUND(D10,0)+RC(1)'],
  ['R[-20]C', '#REF!'],
  ['SUM(C[-1])', null],
  ['SUM(R3)', null],
  ['A1R1C1x', 'A1R1C1x'],
])('%s is shown as %s', (formula, expected) => expect(fromR1c1(formula, 9, 2)).toBe(expected));

describe('hostile files', () => {
  it('what is out of place, too much or cut is refused', async () => {
    expect(await outcome(table('<Row ss:Index="0"/>'))).toBe('file-unreadable');
    expect(await outcome(table(`<Row>${num(1, 'ss:Index="2"')}${num(1, 'ss:Index="2"')}</Row>`))).toBe(
      'file-unreadable',
    );
    expect(await outcome(table(`<Row ss:Index="1048577">${num(1)}</Row>`))).toBe('file-unreadable');
    expect(await outcome(table(`<Row>${num(1, 'ss:MergeAcross="-1"')}</Row>`))).toBe('file-unreadable');
    expect(await outcome(table('<Row><Cell><Data ss:Type="Number">x</Data></Cell></Row>'))).toBe('file-unreadable');
    expect(await outcome(table(`<Row><Cell><Data ss:Type="String">${'a'.repeat(200_000)}</Data></Cell></Row>`))).toBe(
      'file-too-large',
    );
    expect(await outcome(table('<Column ss:Index="1"/>'.repeat(1) + '<Column/>'.repeat(16_384)))).toMatch(/file-/);
    expect(await outcome(table(`<Row>${'<Cell/>'.repeat(16_385)}</Row>`))).toBe('file-unreadable');
    expect(await outcome(xml2003('<Worksheet ss:Name="x"/>'.repeat(501)))).toBe('file-too-large');
    expect(await outcome(table(`<Row><Cell><Data ss:Type="String">${'<B>'.repeat(10_000)}`))).toMatch(/file-/);
    expect(await outcome(xml2003('<Worksheet ss:Name="x"><Table/>'))).toBe('file-unreadable');
  });

  it('any bytes changed or cut', () =>
    survivesDamage(
      makeXml2003({
        sheets: [
          {
            name: 'x',
            merges: ['A1:B2'],
            cells: [
              { at: 'A1', value: 'Phụ lục 2' },
              { at: 'C1', formula: 'A1+1', value: 12, comment: 'c' },
            ],
          },
        ],
      }),
      400,
    ));
});
