import fc from 'fast-check';
import { cellName } from '../../../../src/core/model/address';
import type { Grid } from '../../../../src/core/model/grid';
import { readHtml } from '../../../../src/files/readers/html/read-html';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { outcome, survivesDamage } from '../../hostile';
import { makeHtml } from '../../make-html';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeHtml, {
  format: 'html',
  formulas: false,
  fonts: true,
  runs: true,
  comments: false,
  sheets: false,
  hidden: true,
  veryHidden: false,
  filter: false,
  dates: false,
  errors: false,
  invisible: false,
  plainText: true,
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function grids(html: string | Uint8Array): Grid[] {
  const result = readHtml(typeof html === 'string' ? bytes(html) : html);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const texts = (grid: Grid | undefined): Record<string, string> =>
  Object.fromEntries(grid!.cells.map((c) => [cellName(c.row, c.col), c.text]));
const table = (rows: string): string => `<table>${rows}</table>`;
const cell = (content: string, attributes = ''): Grid['cells'][number] | undefined =>
  grids(table(`<tr><td ${attributes}>${content}</td></tr>`))[0]!.cells[0];

describe('tables', () => {
  it('do without closing tags, as browsers do', () => {
    expect(texts(grids('<table><tr><td>a<td>b<tr><th>c</table>')[0])).toEqual({ A1: 'a', B1: 'b', A2: 'c' });
    expect(texts(grids('<table><tbody><td>a</td></tbody></table></table>')[0])).toEqual({ A1: 'a' });
  });

  it('place cells around those that reach down, and end where their rows end', () => {
    const grid = grids(table('<tr><td rowspan=2>a<td colspan="2">b<td rowspan=99>e</tr><tr><td>c<td>d</tr>'))[0]!;
    expect(texts(grid)).toEqual({ A1: 'a', B1: 'b', D1: 'e', B2: 'c', C2: 'd' });
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 1, right: 3 },
    ]);
  });

  it('inside a cell are grids of their own', () => {
    expect(grids(table(`<tr><td>a${table('<tr><td>b')} c<td>d</tr>`)).map((g) => [g.sheet, texts(g)])).toEqual([
      ['Bảng 1', { A1: 'a c', B1: 'd' }],
      ['Bảng 2', { A1: 'b' }],
    ]);
  });

  it('know the lines above them', () => {
    expect(
      grids(
        `<title>x</title><p>SỞ Y TẾ<p>Phụ lục <b>2</b><br>Tiêu đề${table('<tr><td>a')}<div>Phụ lục ` +
          `3</div>${table('<tr><td>b')}`,
      ).map((g) => g.before),
    ).toEqual([['SỞ Y TẾ', 'Phụ lục 2', 'Tiêu đề'], ['Phụ lục 3']]);
  });
});

describe('text of a cell', () => {
  it('has the lines and blanks that a page shows', () => {
    expect(cell('\n  Thủ tục\r\n  hành <b>chính</b> ')!.text).toBe('Thủ tục hành chính');
    expect(cell('<p>a</p><p>b<br>c<br><br>d</p>')!.text).toBe('a\nb\nc\n\nd');
    expect(cell('a<span style="mso-spacerun:yes">&nbsp;&nbsp;</span>b')!.text).toBe('a  b');
    expect(cell(' &nbsp; ')).toBeUndefined();
  });

  it('resolves entities, named and numbered', () => {
    expect(cell('&Ocirc;&#7889; &#x1ED1;&amp;lt; &#150; &mdash;&unknown; & &#0;')!.text).toBe(
      'Ôố ố&lt; – —&unknown; & &#0;',
    );
  });

  it('leaves out scripts, styles and comments', () => {
    expect(
      cell('1<script>document.write("<td>2")</script><style>x{}</style><!-- <td>3 --><![if !x]>4<![endif]>5 < 6')!.text,
    ).toBe('145 < 6');
  });

  it('names fonts from classes, styles and font tags', () => {
    const css =
      '<style><!-- td {font-family:Arial, sans-serif;} .xl65 {color:black; font-family:".VnTime", sans-serif;} ' +
      '--></style>';
    const grid = grids(
      `${css}${table('<tr><td>a<td class=xl65>b<td style="font-family:VNI-Times">c<td><font ' + 'face="VNI-Times">d</font>e')}`,
    )[0]!;
    expect(grid.cells.map((c) => c.font)).toEqual(['Arial', '.VnTime', 'VNI-Times', undefined]);
    expect(grid.cells[3]!.runs).toEqual([
      { text: 'd', font: 'VNI-Times' },
      { text: 'e', font: 'Arial' },
    ]);
  });
});

describe('what Excel 2000–2003 writes beside the text', () => {
  it('numbers, errors and formulas', () => {
    const css = '<style>.p {mso-number-format:"0\\.0%";} .d {mso-number-format:"Short Date";}</style>';
    const grid = grids(
      `${css}${table('<tr><td x:num="0.958" class=p>95.8%<td x:num>12<td class=d x:num="43860">30/01/2020<td ' + 'x:err="#REF!">#REF!<td x:bool="TRUE">TRUE<td x:num="6" x:fmla="=SUM(A1:B1)">6<td x:str="a  b">a b<td ' + 'x:str>04')}`,
    )[0]!;
    expect(grid.cells.map((c) => [c.kind, c.value, c.text])).toEqual([
      ['number', 0.958, '95,8%'],
      ['number', 12, '12'],
      ['date', '2020-01-30', '30/01/2020'],
      ['error', '#REF!', '#REF!'],
      ['boolean', true, 'TRUE'],
      ['number', 6, '6'],
      ['text', 'a  b', 'a  b'],
      ['text', '04', '04'],
    ]);
    expect(grid.cells[5]!.formula).toBe('SUM(A1:B1)');
    expect(grid.plainText).toBeUndefined();
  });
});

describe('what a page does not show', () => {
  const marks = (source: string): unknown[] => grids(source)[0]!.cells.map((c) => [c.text, c.invisible ?? false]);

  it('letters in the colour of what is behind them', () => {
    const css =
      '<style>.w{color:white} .d{background:#1F4E79 none; color:rgb(31,78,121)} ' +
      '.o{background:#1F4E79;color:#FFF}</style>';
    expect(
      marks(
        `${css}<table><tr><td class=w>1<td class=d>2<td class=o>3<td><font color="#FFFFFF">4</font><td><font ` +
          'color=white>5</font>6<td style="color:windowtext">7<tr bgcolor="#FFFFFE" style="color:#fff"><td>8<td ' +
          'bgcolor=black>9</table>',
      ),
    ).toEqual([
      ['1', true],
      ['2', true],
      ['3', false],
      ['4', true],
      ['56', false],
      ['7', false],
      ['8', true],
      ['9', false],
    ]);
  });

  it('hidden letters are no part of a figure; where there are no others they are read and marked', () => {
    const result = readHtml(
      bytes(
        '<table><tr><td>5<span style="display:none">0</span><td><div style="visibility:hidden">7</div><td ' +
          'style="display:none">8</table>',
      ),
    );
    expect(result.ok && result.grids[0]!.cells.map((c) => [c.text, c.invisible ?? false])).toEqual([
      ['5', false],
      ['7', true],
      ['8', true],
    ]);
    expect(result.ok && result.issues).toMatchObject([
      {
        rule: 'text-repaired',
        severity: 'warning',
        at: { sheet: 'Bảng 1', cell: 'A1' },
        params: { before: '50', after: '5', kind: 'hidden-part' },
      },
    ]);
  });

  it('comments, as LibreOffice and Excel write them', () => {
    const grid = grids(
      '<table><tr><td><a class="comment-indicator"></a><comment>Số liệu đến 15/12</comment>12<td><comment>Chưa ' +
        'có</comment><td>5<span class=msocomspan1><a class=msocomanch href="#x">[1]</a></span></table>',
    )[0]!;
    expect([grid.cells.map((c) => [c.text, c.comment]), grid.notes]).toEqual([
      [
        ['12', 'Số liệu đến 15/12'],
        ['5', undefined],
      ],
      [{ row: 0, col: 1, text: 'Chưa có' }],
    ]);
  });
});

test('an error of a formula is one in a page too', () => {
  expect(grids('<table><tr><td>#REF!<td>#5<td> #N/A </table>')[0]!.cells.map((c) => c.kind)).toEqual([
    'error',
    'text',
    'error',
  ]);
});

describe('encodings', () => {
  const latin = (text: string, ...more: number[]): Uint8Array =>
    Uint8Array.from([
      ...[...text].map((c) => c.charCodeAt(0)),
      ...more,
      ...[...'</td></tr></table>'].map((c) => c.charCodeAt(0)),
    ]);

  it('go by the page, else by the letters', () => {
    expect(
      grids(latin('<meta charset="windows-1258"><table><tr><td>S', 0xf4, 0xec))[0]!.cells[0]!.text.normalize('NFC'),
    ).toBe('Số');
    const guessed = readHtml(latin('<table><tr><td>C', 0xb5));
    expect(guessed.ok && [guessed.grids[0]!.cells[0]!.text, guessed.issues.length]).toEqual(['Cµ', 1]);
    expect(
      grids(
        Uint8Array.from(
          [...'\ufeff<table><tr><td>ố</table>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
        ),
      )[0]!.cells[0]!.text,
    ).toBe('ố');
  });
});

describe('hostile pages', () => {
  const page = (body: string): Uint8Array => bytes(`<html>${body}`);

  it('a page without a table, or one that is cut off', async () => {
    expect(await outcome(page('<p>x'))).toBe('file-unsupported');
    expect(readHtml(page('<frameset rows="*,39"><frame src="PL.files/sheet001.htm"></frameset>'))).toMatchObject({
      rule: 'file-unsupported',
      message: expect.stringContaining('_files') as string,
    });
    expect(await outcome(page('<table><tr><td>1</td></tr>'))).toBe('file-unreadable');
  });

  it('tables and fonts inside each other, and beside each other', async () => {
    expect(await outcome(page('<table><tr><td>'.repeat(100_000)))).toBe('file-too-large');
    expect(await outcome(page(`<table><tr><td>${'<font face=a>'.repeat(100_000)}x</table>`))).toBe('file-too-large');
    expect(await outcome(page('<table></table>'.repeat(501)))).toBe('file-too-large');
  });

  it('spans over everything', async () => {
    expect(await outcome(page(`<table>${'<tr><td colspan=999999999 rowspan=999999999>x'.repeat(100)}</table>`))).toBe(
      'file-too-large',
    );
    const wide = `<tr>${'<td colspan=1000 rowspan=65534>'.repeat(16)}</tr>`;
    expect(await outcome(page(`<table>${wide}${'<tr><td>'.repeat(60_000)}</table>`))).toBe('file-too-large');
    expect(await outcome(page(`<table>${'<tr><td colspan=1000 rowspan=2>'.repeat(300_000)}</table>`))).toBe(
      'file-too-large',
    );
  });

  it('more cells and letters than there can be', async () => {
    expect(await outcome(page(`<table>${'<td>'.repeat(1_000_001)}</table>`))).toBe('file-too-large');
    expect(await outcome(page(`<table><td>${'a'.repeat(200_000)}</table>`))).toBe('file-too-large');
  });

  it('tags, styles and comments that never end', async () => {
    for (const start of [
      '<td "',
      "<td a='",
      '<!--',
      '<style>.a{',
      '<style>a:"',
      '<script>',
      '<td a=b c',
      '</',
      '&#',
      '<a b="'.repeat(2),
    ]) {
      expect(await outcome(page(`<table></table>${start}${'x '.repeat(500_000)}`))).toMatch(/read|file-/);
      expect(await outcome(page(`<table></table>${`${start} `.repeat(20_000)}`))).toMatch(/read|file-/);
    }
  });

  it('any bytes changed or cut', () =>
    survivesDamage(
      makeHtml({
        sheets: [
          {
            name: 'x',
            merges: ['A1:B2'],
            cells: [
              { at: 'A1', value: 'Phụ lục 2' },
              { at: 'C1', value: 12, font: '.VnTime' },
            ],
          },
        ],
      }),
      800,
    ));

  it('any tags in any order: a result', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<td colspan=3>',
      '<td rowspan=2 x:num>',
      '</td>',
      'x',
      '<p>',
      '<font face=a>',
      '</font>',
      '<br>',
      '<col span=3 style="display:none">',
      '<',
      '&',
      '<!--',
      '-->',
      '<style>',
      '</style>',
      'td{}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const result = readHtml(bytes(pieces.join('')));
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }),
      { seed: 20201214, numRuns: 800 },
    );
  });
});
