import { strToU8, zipSync } from 'fflate';
import { biffRecord, makeXls, xlsStream } from '../make-xls';
import { cellXml, docxWith, paragraphXml, rowXml, tableXml } from '../make-docx';
import { odsContent, odsRows, odsWith } from '../make-ods';
import { makeOle } from '../make-ole';
import { makeXlsx, worksheetXml, xlsxParts, xlsxWithSheet } from '../make-xlsx';
import { makeZip } from '../zip/make-zip';

/** What a file may come to: read with or without an appendix, or refused. */
export type Allowed = 'read' | 'rejected' | 'any';
export interface HostileCase {
  make(): Uint8Array;
  allowed: Allowed;
}

const MB = 1024 * 1024;
const small = { sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'x' }] }] };
const HEAD_CELLS = ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Ghi chú'];
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD_ROW = `<row>${HEAD_CELLS.map(inline).join('')}</row>`;
const entries = (more: Record<string, Uint8Array> = {}) =>
  Object.entries({
    ...Object.fromEntries(Object.entries(xlsxParts(small)).map(([n, t]) => [n, strToU8(t)])),
    ...more,
  }).map(([name, data]) => ({ name, data }));
const blanks = (size: number): Uint8Array => new Uint8Array(size).fill(32);
const read = (make: () => Uint8Array): HostileCase => ({ make, allowed: 'read' });
const refused = (make: () => Uint8Array): HostileCase => ({ make, allowed: 'rejected' });
const any = (make: () => Uint8Array): HostileCase => ({ make, allowed: 'any' });
/** Stored, so that the limit on the ratio does not answer for the others. */
const stored = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
const sheet = (rows: string, after = '', before = ''): Uint8Array =>
  stored({ ...xlsxParts(small), 'xl/worksheets/sheet1.xml': worksheetXml(rows, after, before) });
const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>';
const docxXml = (xml: string): Uint8Array => docxWith('', { 'document.xml': xml });
const WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';

/** An old workbook whose container's tables were changed: (offset, value) pairs of four bytes. */
function oleWith(changes: (bytes: Uint8Array, set: (at: number, value: number) => void) => void): Uint8Array {
  const bytes = makeXls(small);
  const view = new DataView(bytes.buffer);
  changes(bytes, (at, value) => view.setUint32(at, value, true));
  return bytes;
}

const xlsWith = (extra: number[]): Uint8Array => makeOle({ Workbook: xlsStream(small, extra) });
const repeated = (text: string, count: number): Uint8Array => strToU8(text.repeat(count));

export const HOSTILE: Record<string, HostileCase> = {
  'xlsx: a part of 100 MB of blanks': refused(() => makeZip(entries({ 'xl/worksheets/sheet1.xml': blanks(100 * MB) }))),
  'xlsx: strings of 100 MB of blanks': refused(() => makeZip(entries({ 'xl/sharedStrings.xml': blanks(100 * MB) }))),
  'xlsx: entities that multiply': refused(() => sheet(`${ENTITIES}<row><c t="str"><v>&c;</v></c></row>`)),
  'xlsx: entities that multiply, in the strings': refused(() =>
    xlsxWithSheet(worksheetXml('<row><c t="s"><v>0</v></c></row>'), {
      'xl/sharedStrings.xml': `${ENTITIES}<sst><si><t>&c;</t></si></sst>`,
    }),
  ),
  'xlsx: an entity outside': refused(() =>
    xlsxWithSheet(`${OUTSIDE}${worksheetXml('<row><c t="str"><v>&a;</v></c></row>')}`),
  ),
  'xlsx: a cell at XFD1048576': read(() => sheet(`${HEAD_ROW}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
  'xlsx: 990,000 shared strings': read(() =>
    xlsxWithSheet(worksheetXml('<row><c t="s"><v>7</v></c></row>'), {
      'xl/sharedStrings.xml': `<sst>${Array.from({ length: 990_000 }, (_, i) => `<si><t>x${i}</t></si>`).join('')}</sst>`,
    }),
  ),
  'xlsx: 2 million shared strings': refused(() =>
    stored({ ...xlsxParts(small), 'xl/sharedStrings.xml': `<sst>${'<si><t>x</t></si>'.repeat(2_000_000)}</sst>` }),
  ),
  'xlsx: two parts of one name': refused(() => makeZip([...entries(), ...entries()])),
  'xlsx: a part that climbs out': any(() => makeZip([...entries(), { name: '../../../../tmp/x', data: strToU8('x') }])),
  'xlsx: __proto__ everywhere': read(() =>
    makeXlsx({
      sheets: [
        {
          name: '__proto__',
          cells: [
            ...HEAD_CELLS.map((value, i) => ({ at: `${'ABCDEFG'[i]}1`, value })),
            { at: 'A2', value: '__proto__' },
            { at: 'B2', value: 'constructor', font: '__proto__' },
            { at: 'C2', value: 1, comment: '__proto__' },
          ],
        },
      ],
    }),
  ),
  'xlsx: __proto__ as relation, style and string': any(() =>
    xlsxWithSheet(worksheetXml('<row><c t="s" s="__proto__"><v>__proto__</v></c></row>'), {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="__proto__" Type="x/worksheet" Target="__proto__"/></Relationships>',
    }),
  ),
  'xlsx: a million cells in a form': refused(() => sheet(HEAD_ROW + '<row><c><v>1</v></c></row>'.repeat(1_000_001))),
  'xlsx: 300,000 cells below a header': any(() =>
    sheet(HEAD_ROW + '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>'.repeat(100_000)),
  ),
  'xlsx: 240,000 different texts': refused(() =>
    sheet(
      Array.from(
        { length: 30_000 },
        (_, r) => `<row>${HEAD_CELLS.map((h) => inline(`${h} ${r}`)).join('')}${inline(`Số lượng ${r}`)}</row>`,
      ).join(''),
    ),
  ),
  'xlsx: 16,384 columns in 20 rows': any(() =>
    sheet(HEAD_ROW + `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`.repeat(20)),
  ),
  'xlsx: a header 3,000 times': any(() => sheet(HEAD_ROW.repeat(3_000))),
  'xlsx: a header and a row 3,000 times': any(() =>
    sheet((HEAD_ROW + `<row>${inline('1')}${inline('Nội dung lạ')}<c><v>3</v></c></row>`).repeat(3_000)),
  ),
  'xlsx: 100,000 merged areas over the whole sheet, below a header': any(() =>
    sheet(
      HEAD_ROW + '<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(2_000),
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
    ),
  ),
  'xlsx: 100,000 merged areas of 2,000 cells': any(() =>
    sheet(
      HEAD_ROW,
      `<mergeCells>${Array.from({ length: 100_000 }, (_, i) => `<mergeCell ref="A${i * 10 + 2}:GR${i * 10 + 11}"/>`).join('')}</mergeCells>`,
    ),
  ),
  'xlsx: 200,000 hidden rows, every other one': any(() =>
    sheet(HEAD_ROW + '<row hidden="1"><c><v>1</v></c></row><row><c><v>1</v></c></row>'.repeat(100_000)),
  ),
  'xlsx: long texts in many cells': any(() =>
    sheet(HEAD_ROW + `<row>${inline('Số cơ quan hành chính '.repeat(1_000))}</row>`.repeat(1_000)),
  ),
  'xlsx: a text of 100,000 letters as header': any(() =>
    sheet(`<row>${inline('Tiêu chí '.repeat(11_000))}${inline('Tổng số')}</row>`),
  ),
  'xlsx: a sheet that is its own workbook': any(() =>
    xlsxWithSheet(worksheetXml(''), {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="workbook.xml"/></Relationships>',
    }),
  ),
  'ods: a part of 100 MB of blanks': refused(() =>
    makeZip([
      { name: 'mimetype', data: strToU8('application/vnd.oasis.opendocument.spreadsheet'), stored: true },
      { name: 'content.xml', data: blanks(100 * MB) },
    ]),
  ),
  'ods: entities that multiply': refused(() => odsWith(ENTITIES + odsContent('<table:table table:name="&c;"/>'))),
  'ods: an entity outside': refused(() => odsWith(OUTSIDE + odsContent('<table:table table:name="&a;"/>'))),
  'ods: a cell repeated over the whole sheet': refused(() =>
    odsRows(
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" ' +
        'office:value="1" table:number-columns-repeated="16384"/></table:table-row>',
    ),
  ),
  'ods: a style that is its own parent': read(() =>
    odsWith(
      odsContent(
        '<table:table table:name="__proto__"><table:table-row><table:table-cell ' +
          'table:style-name="__proto__"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        '<style:style style:name="__proto__" style:family="table-cell" style:parent-style-name="__proto__"/>',
      ),
    ),
  ),
  'docx: a part of 100 MB of blanks': refused(() =>
    makeZip([
      { name: '[Content_Types].xml', data: strToU8('<Types/>') },
      { name: 'word/document.xml', data: blanks(100 * MB) },
    ]),
  ),
  'docx: entities that multiply': refused(() =>
    docxXml(`${ENTITIES}${WORD}<w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`),
  ),
  'docx: an entity outside': refused(() =>
    docxXml(`${OUTSIDE}${WORD}<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`),
  ),
  'docx: spans without end': any(() =>
    docxWith(
      tableXml([[cellXml('a', '<w:gridSpan w:val="999999999"/>')], rowXml(['a'], '<w:gridBefore w:val="999999999"/>')]),
    ),
  ),
  'docx: 100 tables inside each other': any(() =>
    docxWith('<w:tbl><w:tr><w:tc>'.repeat(100) + paragraphXml('x') + '</w:tc></w:tr></w:tbl>'.repeat(100)),
  ),
  'docx: 20,000 rows': any(() =>
    docxWith(
      tableXml(Array.from({ length: 20_000 }, (_, i) => [String(i), `Tiêu chí ${(i * 7_919) % 20_011}`, '1', '2'])),
    ),
  ),
  'docx: 400,000 small cells': refused(() =>
    docxWith(tableXml(Array.from({ length: 20_000 }, () => Array.from({ length: 20 }, () => 'x')))),
  ),
  'docx: 5,000 tables': any(() =>
    docxWith(
      Array.from(
        { length: 5_000 },
        (_, i) =>
          tableXml([
            ['Tiêu chí', 'Tổng số'],
            [`Nội dung ${(i * 7_919) % 5_003}`, String(i)],
          ]) + paragraphXml(`x ${i * 31}`),
      ).join(''),
    ),
  ),
  'xls: a table of sectors that leads round': any(() =>
    oleWith((bytes, set) => {
      for (let n = 1; n < 128; n++) set(512 + 4 * n, n);
      void bytes;
    }),
  ),
  'xls: strings that are not there': any(() =>
    xlsWith(biffRecord(0xfc, [255, 255, 255, 255, 255, 255, 255, 127, 255, 255, 1])),
  ),
  'xls: 300,000 formats': any(() =>
    xlsWith(Array.from({ length: 60_000 }, () => biffRecord(0xe0, new Array<number>(20).fill(0))).flat()),
  ),
  'xls: 2 million small records': any(() => xlsWith(Array.from({ length: 400_000 }, () => [0x77, 0x77, 0, 0]).flat())),
  'csv: 30 MB of marks': any(() => repeated(';', 30 * MB)),
  'csv: 490,000 lines': any(() => repeated('1;2\n', 490_000)),
  'csv: a quote that never ends': any(() => strToU8(`STT;Tiêu chí\n1;"${'a;b\n'.repeat(1_000_000)}`)),
  'csv: __proto__ as header': any(() =>
    strToU8('__proto__;constructor;toString\n1;2;3\nSTT;Tiêu chí;Tổng số\n__proto__;__proto__;1\n'),
  ),
  'csv: a line of 20 MB': any(() => strToU8(`STT;Tiêu chí\n${'a'.repeat(20 * MB)};1\n`)),
  'html: a cell of 60 MB of words': refused(() => strToU8(`<table><tr><td>${'ab '.repeat(20 * MB)}</table>`)),
  'html: 8 million cells': refused(() => strToU8(`<table>${'<tr><td>1<td>2'.repeat(4_000_000)}</table>`)),
  'mhtml: 4 million cells in base64': refused(() =>
    strToU8(
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n' +
        'Content-Transfer-Encoding: base64\nContent-Location: a.htm\n\n' +
        `${Buffer.from(`<table>${'<tr><td>1'.repeat(4_000_000)}</table>`).toString('base64')}\n--x--\n`,
    ),
  ),
  'html: spans without end': any(() =>
    strToU8(`<html><table>${'<tr><td colspan=999999999 rowspan=999999999>1</td></tr>'.repeat(1_000)}</table></html>`),
  ),
  'html: a million open cells': any(() => repeated('<html><table><tr><td>', 400_000)),
  'html: entities that multiply': any(() =>
    strToU8(`${ENTITIES.replace('x [', 'html [')}<html><table><tr><td>&c;</td></tr></table></html>`),
  ),
  'html: 100,000 elements inside each other': any(() => strToU8(`<html><table><tr><td>${'<div>'.repeat(100_000)}1`)),
  'html: one tag of 20 MB': any(() =>
    strToU8(`<html><table><tr><td ${'a="b" '.repeat(3_000_000)}>1</td></tr></table></html>`),
  ),
  'html: comments and marks that never end': any(() => repeated('<html><!-- <table <td "', 400_000)),
  'zip: bombs inside': any(() =>
    zipSync({
      'a.csv': blanks(30 * MB),
      'b.xlsx': makeZip(entries({ 'xl/worksheets/sheet1.xml': blanks(60 * MB) })),
      'c.csv': strToU8('a;b\n'),
    }),
  ),
  'zip: 120 MB of noise inside': any(() => {
    const noise = new Uint8Array(10 * MB);
    for (let i = 0; i < noise.length; i++) noise[i] = (i * 2_654_435_761) >>> 24;
    return zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.bin`, noise])), { level: 1 });
  }),
  'zip: 5,000 entries': refused(() =>
    zipSync(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i}.csv`, strToU8('a')])), { level: 0 }),
  ),
  'zip: archives inside archives': any(() => {
    let bytes: Uint8Array = strToU8('a;b\n');
    for (let i = 0; i < 40; i++) bytes = zipSync({ 'a.zip': bytes });
    return bytes;
  }),
};
