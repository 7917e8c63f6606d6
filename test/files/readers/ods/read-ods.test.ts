import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellName } from '../../../../src/core/model/address';
import type { Cell, Grid } from '../../../../src/core/model/grid';
import { readOds } from '../../../../src/files/readers/ods/read-ods';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';
import type { Book } from '../../book';
import { makeFods, makeOds, odsContent, odsRows, odsWith } from '../../make-ods';
import { makeXlsx } from '../../make-xlsx';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeOds, {
  format: 'ods',
  formulas: true,
  fonts: true,
  runs: true,
  comments: true,
  sheets: true,
  hidden: true,
  veryHidden: false,
  filter: true,
  dates: true,
  errors: true,
  invisible: true,
});

readerContract(createReader(), makeFods, {
  format: 'fods',
  formulas: true,
  fonts: true,
  runs: true,
  comments: true,
  sheets: true,
  hidden: true,
  veryHidden: false,
  filter: true,
  dates: true,
  errors: true,
  invisible: true,
});

function grids(bytes: Uint8Array): Grid[] {
  const result = readOds(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const first = (bytes: Uint8Array): Grid => grids(bytes)[0]!;
const byName = (grid: Grid): Record<string, Cell> =>
  Object.fromEntries(grid.cells.map((c) => [cellName(c.row, c.col), c]));
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (words: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${words}</text:p></table:table-cell>`;
const reason = (bytes: Uint8Array): string => {
  const r = readOds(bytes);
  return r.ok ? 'read' : `${r.rule}: ${r.message}`;
};

describe('content.xml as programs write it', () => {
  it('writes out what is repeated and holds something, and only that', () => {
    const grid = first(
      odsRows(
        row(
          text('a', 'table:number-columns-repeated="2"') +
            '<table:table-cell table:number-columns-repeated="3"/>' +
            text('b'),
          'table:number-rows-repeated="2"',
        ) +
          row('<table:table-cell/>', 'table:number-rows-repeated="1000"') +
          row(text('c')),
      ),
    );
    expect(grid.cells.map((c) => [cellName(c.row, c.col), c.value])).toEqual([
      ['A1', 'a'],
      ['B1', 'a'],
      ['F1', 'b'],
      ['A2', 'a'],
      ['B2', 'a'],
      ['F2', 'b'],
      ['A1003', 'c'],
    ]);
  });

  it('reads blanks, tabs and breaks as elements, and blanks of the file as one', () => {
    const words = (xml: string): unknown => first(odsRows(row(text(xml)))).cells[0]?.value;
    expect(words('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d')).toBe('a   b\tc\nd');
    expect(words('\n   a \n  <text:span>b</text:span> <text:a>c</text:a>')).toBe('a b c');
    expect(words('a</text:p><text:p>b</text:p><text:p>')).toBe('a\nb\n');
    expect(words('a<!-- x --><![CDATA[<b>]]>&amp;')).toBe('a<b>&');
  });

  it('reads rows and columns in groups and headers', () => {
    const grid = first(
      odsRows(`<table:table-column-group><table:table-column/></table:table-column-group><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group>
      <table:table-header-rows>${row(text('a'))}</table:table-header-rows><table:table-row-group table:display="false"><table:table-row-group>${row(text('b'))}</table:table-row-group></table:table-row-group><table:table-rows>${row(text('c'))}</table:table-rows>`),
    );
    expect(grid.cells.map((c) => c.value)).toEqual(['a', 'b', 'c']);
    expect([grid.hiddenRows, grid.hiddenCols, grid.filtered]).toEqual([
      [{ from: 1, to: 1 }],
      [{ from: 1, to: 2 }],
      undefined,
    ]);
  });

  it('takes fonts and formats from column, row, parent and common styles', () => {
    const styles =
      '<style:style style:name="c" style:family="table-cell" style:parent-style-name="P"/><style:style ' +
      'style:name="r" style:family="table-cell"><style:text-properties style:font-name="F2"/></style:style>';
    const common = `<office:document-styles><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/><style:font-face style:name="F2" svg:font-family="VNI-Times, serif"/></office:font-face-decls>
      <office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial"/></style:default-style><style:style style:name="P" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style></office:styles></office:document-styles>`;
    const sheet =
      '<table:table table:name="PL"><table:table-column ' +
      `table:default-cell-style-name="c"/><table:table-column/>${row(text('a') + text('b'))}${row(text('c'), 'table:default-cell-style-name="r"')}</table:table>`;
    const grid = first(odsWith(odsContent(sheet, styles), { 'styles.xml': common }));
    expect(grid.cells.map((c) => c.font)).toEqual(['.VnTime', 'Arial', 'VNI-Times']);
  });

  it('shows numbers by the data style, in Vietnamese', () => {
    const number = (more: string): string => `<number:number number:min-integer-digits="1" ${more}/>`;
    const styles = `<number:number-style style:name="A">${number('number:decimal-places="2" ' + 'number:min-decimal-places="2" number:grouping="true"')}</number:number-style>
      <number:number-style style:name="B1">${number('number:decimal-places="0"')}</number:number-style>
      <number:number-style style:name="B"><number:text>(</number:text>${number('number:decimal-places="0"')}<number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="B1"/></number:number-style>
      <number:date-style style:name="C" number:automatic-order="true"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style>
      <number:boolean-style style:name="D"><number:boolean/></number:boolean-style>
      <number:number-style style:name="E">${number('number:decimal-places="0"')}<number:text> TTHC</number:text></number:number-style>
      ${['A', 'B', 'C', 'D', 'E'].map((n) => `<style:style style:name="s${n}" style:family="table-cell" ` + `style:data-style-name="${n}"/>`).join('')}`;
    const cell = (style: string, type: string): string =>
      `<table:table-cell table:style-name="s${style}" office:value-type="${type}"/>`;
    const grid = first(
      odsRows(
        row(
          cell('A', 'float" office:value="1234.5') +
            cell('B', 'float" office:value="-7') +
            cell('C', 'date" office:date-value="2020-01-30') +
            cell('D', 'float" office:value="1') +
            cell('E', 'float" office:value="5'),
        ),
        styles,
      ),
    );
    expect(grid.cells.map((c) => [c.kind, c.value, c.text])).toEqual([
      ['number', 1234.5, '1.234,50'],
      ['number', -7, '(7)'],
      ['date', '2020-01-30', '30/01/2020'],
      ['boolean', true, 'TRUE'],
      ['number', 5, '5 TTHC'],
    ]);
  });

  it('tells errors that are stored as text or number', () => {
    const cell = (attributes: string, words: string): string =>
      `<table:table-cell table:formula="of:=1/0" ${attributes}><text:p>${words}</text:p></table:table-cell>`;
    const grid = first(
      odsRows(
        row(
          cell('office:value-type="string" office:string-value="" calcext:value-type="error"', '#DIV/0!') +
            cell('office:value-type="float" office:value="0"', '#N/A') +
            cell('office:value-type="float" office:value="0"', 'Err:522') +
            text('#REF!'),
        ),
      ),
    );
    expect(grid.cells.map((c) => [c.kind, c.value])).toEqual([
      ['error', '#DIV/0!'],
      ['error', '#N/A'],
      ['error', 'Err:522'],
      ['text', '#REF!'],
    ]);
  });

  it('keeps what a merged area covers, and the value behind a text', () => {
    const cells = byName(
      first(
        odsRows(
          row(
            `${text('a', 'table:number-columns-spanned="2" table:number-rows-spanned="1"')}<table:covered-table-cell office:value-type="float" office:value="9"/>`,
          ) +
            row(
              '<table:table-cell office:value-type="string" office:string-value="a  b"><text:p>a ' +
                'b</text:p></table:table-cell>',
            ),
        ),
      ),
    );
    expect(cells.B1!.value).toBe(9);
    expect(cells.A2!.value).toBe('a  b');
  });

  it('leaves out sheets kept of other files, and says so', () => {
    const sheet = (name: string): string => `<table:table table:name="${name}">${row(text('a'))}</table:table>`;
    const read = grids(odsWith(odsContent(sheet('PL') + sheet("'file:///home/a.ods'#$S") + sheet('PL2'))));
    expect(read.map((g) => [g.sheet, g.index, g.externalLinks])).toEqual([
      ['PL', 0, true],
      ['PL2', 1, true],
    ]);
  });

  it('says when a file has a password', () => {
    const manifest =
      '<?xml version="1.0"?><!DOCTYPE manifest:manifest PUBLIC "-//x" ' +
      '"Manifest.dtd"><manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(reason(odsWith('\u0001\u0002', { 'META-INF/manifest.xml': manifest }))).toMatch(/^file-encrypted/);
  });

  it('refuses a number without a value and a place beyond the sheet', () => {
    expect(reason(odsRows(row('<table:table-cell office:value-type="float" office:value="x"/>')))).toMatch(
      /^file-unreadable/,
    );
    expect(reason(odsRows(row('<table:table-cell table:number-columns-repeated="16384"/>' + text('a'))))).toMatch(
      /^file-unreadable/,
    );
    expect(reason(odsRows(row('', 'table:number-rows-repeated="1048576"') + row(text('a'))))).toMatch(
      /^file-unreadable/,
    );
    expect(reason(odsRows(row('', 'table:number-rows-repeated="-1"')))).toMatch(/^file-unreadable/);
  });
});

describe('the same content in two formats', () => {
  it('gives the same grids as .xlsx', () => {
    const book: Book = {
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
            { at: 'A3', date: '2020-01-30' },
            { at: 'B3', value: 0.958, format: '0.0%' },
            { at: 'A4', formula: 'SUM(B2:B3)', value: 12.958 },
            { at: 'B4', value: true },
            { at: 'A5', error: '#N/A', formula: 'B9' },
          ],
        },
        { name: 'ẩn', visibility: 'hidden', cells: [] },
      ],
    };
    const xlsx = readXlsx(makeXlsx(book));
    expect(xlsx.ok && xlsx.grids).toEqual(grids(makeOds(book)));
  });

  it('reads the province’s file', async () => {
    const bytes = new Uint8Array(
      readFileSync(path.join(__dirname, '../../../../samples/khanh-hoa-2020/received/LDTBXH.ods')),
    );
    const result = await createReader().read({ file: 'LDTBXH.ods', bytes });
    if (!result.ok) throw new Error(result.message);
    expect(result.grids.map((g) => [g.sheet, g.visibility, g.cells.length > 15])).toEqual([
      ['PL1', 'visible', true],
      ['PL2', 'visible', true],
      ['PL3', 'visible', true],
      ['PL4', 'visible', true],
    ]);
    expect(result.grids[0]!.cells[0]).toMatchObject({ value: 'Phụ lục 1' });
  });
});
