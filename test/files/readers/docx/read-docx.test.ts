import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellName } from '../../../../src/core/model/address';
import type { Grid } from '../../../../src/core/model/grid';
import type { ReadFile } from '../../../../src/app/ports';
import { readDocx } from '../../../../src/files/readers/docx/read-docx';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { cellXml, docxWith, makeDocx, paragraphXml, rowXml, runXml, tableXml } from '../../make-docx';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeDocx, {
  format: 'docx',
  formulas: false,
  fonts: true,
  runs: true,
  comments: true,
  sheets: false,
  hidden: false,
  veryHidden: false,
  filter: false,
  dates: false,
  errors: false,
  invisible: true,
  plainText: true,
});

function read(body: string, parts: Record<string, string> = {}): ReadFile {
  const result = readDocx(docxWith(body, parts));
  if (!result.ok) throw new Error(result.message);
  return result;
}
const grids = (body: string, parts?: Record<string, string>): Grid[] => read(body, parts).grids;
const texts = (grid: Grid | undefined): Record<string, string> =>
  Object.fromEntries(grid!.cells.map((c) => [cellName(c.row, c.col), c.text]));
/** One table with one cell of this content. */
const cell = (content: string, parts?: Record<string, string>): string | undefined =>
  texts(grids(tableXml([[cellXml(content)]]), parts)[0]).A1;
const wide = (...rows: string[][]): string => tableXml(rows);

describe('tables', () => {
  it('are numbered in order, with a grid even where one is empty', () => {
    expect(
      grids(wide(['a']) + paragraphXml('x') + '<w:tbl/>' + paragraphXml('y') + wide(['b'])).map((g) => [
        g.sheet,
        g.index,
        g.cells.length,
      ]),
    ).toEqual([
      ['Bảng 1', 0, 1],
      ['Bảng 2', 1, 0],
      ['Bảng 3', 2, 1],
    ]);
  });

  it('place cells by gridBefore, gridSpan, vMerge and hMerge', () => {
    const grid = grids(
      tableXml([
        rowXml(
          [cellXml('a'), cellXml('b', '<w:gridSpan w:val="2"/>')],
          '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>',
        ),
        rowXml([
          cellXml('c', '<w:vMerge w:val="restart"/>'),
          cellXml('d', '<w:hMerge w:val="restart"/>'),
          cellXml('', '<w:hMerge/>'),
          cellXml('e'),
        ]),
        rowXml([cellXml('', '<w:vMerge w:val="continue"/>'), cellXml('f'), cellXml('g')]),
      ]),
    )[0]!;
    expect(texts(grid)).toEqual({ B1: 'a', C1: 'b', A2: 'c', B2: 'd', D2: 'e', B3: 'f', C3: 'g' });
    expect(grid.merges).toEqual([
      { top: 0, left: 2, bottom: 0, right: 3 },
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ]);
  });

  it('inside a table are grids of their own, and inside wrappings are found', () => {
    const nested = cellXml(paragraphXml('ngoài') + wide(['trong']) + paragraphXml(''));
    expect(grids(tableXml([[nested]])).map((g) => texts(g))).toEqual([{ A1: 'ngoài' }, { A1: 'trong' }]);
    const wrapped = `<w:sdt><w:sdtPr/><w:sdtContent>${tableXml([]).replace(
      '<w:tblGrid/>',
      `<w:tblGrid/><w:sdt><w:sdtContent>${rowXml(['a'])}</w:sdtContent></w:sdt><w:customXml>${rowXml([]).replace(
        '<w:tr>',
        `<w:tr><w:sdt><w:sdtContent>${cellXml('b')}</w:sdtContent></w:sdt>`,
      )}</w:customXml>`,
    )}</w:sdtContent></w:sdt>`;
    expect(texts(grids(wrapped)[0])).toEqual({ A1: 'a', A2: 'b' });
  });

  it('have hidden rows', () => {
    expect(
      grids(tableXml([['a'], rowXml(['b'], '<w:hidden/>'), rowXml(['c'], '<w:hidden w:val="0"/>')]))[0]!.hiddenRows,
    ).toEqual([{ from: 1, to: 1 }]);
  });
});

describe('text of a cell', () => {
  it('has line breaks, tabs and hyphens as a reader sees them', () => {
    expect(cell(paragraphXml('một\nhai') + paragraphXml('ba') + paragraphXml(''))).toBe('một\nhai\nba');
    expect(
      cell(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" ' +
          'w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:cr/><w:t>d</w:t></w:r></w:p>',
      ),
    ).toBe('a\tb-c\nd');
  });

  it('takes inserted text and the result of fields, not deleted text nor instructions', () => {
    const changed = `<w:p><w:ins>${runXml('12')}</w:ins><w:del><w:r><w:delText>34</w:delText></w:r></w:del><w:moveFrom>${runXml('56')}</w:moveFrom></w:p>`;
    expect(cell(changed)).toBe('12');
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) ' +
      '</w:instrText><w:t>no</w:t></w:r><w:r><w:fldChar ' +
      'w:fldCharType="separate"/></w:r><w:r><w:t>78</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    expect(cell(field)).toBe('78');
    expect(
      cell(
        `<w:p><w:fldSimple w:instr="PAGE">${runXml('9')}</w:fldSimple><w:hyperlink>${runXml('!')}</w:hyperlink></w:p>`,
      ),
    ).toBe('9!');
  });

  it('shows the chosen entry of a list and the state of a box of a form', () => {
    const field = (data: string, result = ''): string =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>` +
      `${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>${runXml(' hồ sơ')}</w:p>`;
    const list = (inside: string): string =>
      `<w:ddList>${inside}<w:listEntry w:val="0"/><w:listEntry w:val="32"/></w:ddList>`;
    const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    expect(cell(field(list('<w:result w:val="1"/>')))).toBe('32 hồ sơ');
    expect(cell(field(list('<w:default w:val="1"/>')))).toBe('32 hồ sơ');
    expect(cell(field(list('')))).toBe('0 hồ sơ');
    expect(cell(field(list('<w:result w:val="1"/>'), `${separate}${runXml('32')}`))).toBe('32 hồ sơ');
    expect(cell(field('<w:checkBox><w:default w:val="1"/></w:checkBox>'))).toBe('☒ hồ sơ');
    expect(cell(field('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'))).toBe('☐ hồ sơ');
    expect(cell(field('<w:textInput/>', `${separate}${runXml('7')}`))).toBe('7 hồ sơ');
  });

  it('tells objects and pictures by their place, those of a table with their cell', () => {
    const object =
      '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const picture = '<w:r><w:drawing><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></w:drawing></w:r>';
    const table = tableXml([
      [cellXml(`<w:p>${picture}</w:p>`), cellXml(`<w:p>${runXml('5')}</w:p>`), cellXml(`<w:p>${object}</w:p>`)],
      [cellXml('<w:p/>'), cellXml('<w:p/>'), cellXml('<w:p/>'), cellXml('<w:p/>')],
    ]);
    const { grids, issues } = read(`<w:p>${runXml('Phụ lục 2')}</w:p><w:p>${object}${picture}</w:p>${table}`);
    expect(grids[0]!.objects).toEqual([
      { kind: 'picture', at: { row: 0, col: 0 } },
      { kind: 'workbook', at: { row: 0, col: 2 } },
    ]);
    expect(issues).toEqual([
      { rule: 'object-not-read', at: {}, params: { kind: 'workbook', after: 'Phụ lục 2' } },
      { rule: 'object-not-read', severity: 'info', at: {}, params: { kind: 'picture', count: 1 } },
    ]);
  });

  it('says what it left out', () => {
    const vanish = `<w:p>${runXml('12')}${runXml('34', '<w:vanish/>')}</w:p>`;
    const deleted = `<w:p>${runXml('1')}<w:del><w:r><w:delText>2</w:delText></w:r></w:del></w:p>`;
    const box =
      '<w:p><w:r><w:t>5</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>6</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>';
    const { grids, issues } = read(
      tableXml([[cellXml(vanish), cellXml(deleted), cellXml(box)], rowXml(['x'], '<w:del/>')]),
    );
    expect(texts(grids[0])).toEqual({ A1: '12', B1: '1', C1: '5' });
    expect(issues.map((i) => [i.rule, i.severity, i.at.cell, i.params?.before, i.params?.after])).toEqual([
      ['text-repaired', 'warning', 'A1', '1234', '12'],
      ['text-repaired', 'info', 'B1', '12', '1'],
      ['text-repaired', 'warning', 'C1', '5 6', '5'],
      [
        'text-repaired',
        'info',
        undefined,
        'Bảng 1 có 1 dòng đã xóa trong chế độ theo dõi thay đổi',
        'không có các dòng đó',
      ],
    ]);
  });

  it('joins paragraphs whose mark was deleted', () => {
    expect(cell('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>1</w:t></w:r></w:p>' + paragraphXml('2'))).toBe(
      '12',
    );
  });

  it('does not read content twice that is stored for older programs too', () => {
    expect(
      cell(
        `<w:p><mc:AlternateContent><mc:Choice>${runXml('1')}</mc:Choice><mc:Fallback>${runXml('1')}</mc:Fallback></mc:AlternateContent></w:p>`,
      ),
    ).toBe('1');
  });

  it('carries the numbers that Word draws', () => {
    const level = (n: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'upperRoman', '%3')}${level(3, 'bullet', '-')}${level(4, 'bullet', '\uf0b7')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId ' +
      'w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const item = (text: string, n: number, id = 1): string =>
      cellXml(paragraphXml(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${id}"/></w:numPr>`));
    const list = [
      item('', 0),
      item('b', 0),
      item('c', 1),
      item('d', 2),
      item('', 3),
      item('f', 4),
      item('g', 1),
      cellXml(paragraphXml('h', '<w:pStyle w:val="S"/>')),
      item('i', 1),
      item('j', 0, 2),
      item('k', 0, 0),
      item('l', 0, 99),
    ];
    const grid = grids(tableXml([list]), { 'numbering.xml': numbering, 'styles.xml': styles })[0]!;
    expect(grid.cells.map((c) => c.text)).toEqual([
      '1.',
      '2. b',
      '2.a) c',
      'I d',
      '-',
      'f',
      '2.b) g',
      '3. h',
      '3.a) i',
      '5. j',
      'k',
      'l',
    ]);
  });

  it('knows fonts and hidden text from styles', () => {
    const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/></w:style><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="L"/></w:style>
      <w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const grid = grids(
      tableXml([
        [
          paragraphXml('a'),
          paragraphXml('b', '<w:pStyle w:val="H"/>'),
          paragraphXml('c', '<w:pStyle w:val="L"/>'),
          `<w:p>${runXml('d')}${runXml('e', '<w:rStyle w:val="V"/>')}${runXml('f', '<w:rFonts w:hAnsi="VNI-Times"/>')}</w:p>`,
        ].map((c) => cellXml(c)),
      ]),
      { 'styles.xml': styles },
    )[0]!;
    expect(grid.cells.map((c) => c.font)).toEqual(['.VnTime', '.VnTime', 'Arial', undefined]);
    expect(grid.cells[3]).toMatchObject({
      text: 'df',
      runs: [
        { text: 'd', font: '.VnTime' },
        { text: 'f', font: 'VNI-Times' },
      ],
    });
  });
});

test('a cell whose letters are all hidden is read and marked, as a hidden row is', () => {
  const {
    grids: [grid],
    issues,
  } = read(
    tableXml([
      [
        cellXml(`<w:p>${runXml('50', '<w:vanish/>')}</w:p>`),
        cellXml(`<w:p>${runXml('5')}${runXml('0', '<w:vanish/>')}</w:p>`),
      ],
    ]),
  );
  expect(grid!.cells.map((c) => [c.text, c.invisible ?? false])).toEqual([
    ['50', true],
    ['5', false],
  ]);
  expect(issues.map((i) => [i.at.cell, i.params?.['kind']])).toEqual([['B1', 'hidden-part']]);
});

describe('text before a table', () => {
  const table = wide(['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh'], ['1', 'a', '2', '2']);

  it('is what stands since the table before, with the words of a letterhead', () => {
    const letterhead = tableXml([[cellXml(paragraphXml('UBND TỈNH') + paragraphXml('SỞ NỘI VỤ')), 'CỘNG HÒA']]);
    const found = grids(
      letterhead + paragraphXml('Phụ lục 1\nTIÊU ĐỀ') + table + paragraphXml('') + paragraphXml('Phụ lục 2') + table,
    );
    expect(found.map((g) => g.before)).toEqual([
      undefined,
      ['UBND TỈNH', 'SỞ NỘI VỤ', 'CỘNG HÒA', 'Phụ lục 1', 'TIÊU ĐỀ'],
      ['Phụ lục 2'],
    ]);
  });

  it('leaves out recipients, running text and what stands on pages before', () => {
    const body =
      paragraphXml('SỞ Y TẾ') +
      paragraphXml('a'.repeat(400)) +
      Array.from({ length: 20 }, (_, i) => paragraphXml(`dòng ${i}`)).join('') +
      tableXml([[cellXml(paragraphXml('Nơi nhận:') + paragraphXml('- Sở Nội vụ;')), 'GIÁM ĐỐC']]) +
      paragraphXml('x', '<w:sectPr/>') +
      paragraphXml('Phụ lục 1') +
      table;
    expect(grids(body)[1]!.before).toEqual([
      'SỞ Y TẾ',
      ...Array.from({ length: 7 }, (_, i) => `dòng ${i}`),
      'Phụ lục 1',
    ]);
  });

  it('has the words of text boxes', () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraphXml('Phụ lục 3')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraphXml('Phụ lục 3')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(grids(box + table)[0]!.before).toEqual(['Phụ lục 3']);
  });
});

describe('a table broken by hand', () => {
  const head = ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh'];
  const row = (n: number): string[] => [String(n), `tiêu chí ${n}`, '2', '2'];
  const split = (second: string[][], between = paragraphXml('')): ReadFile =>
    read(wide(head, row(1), row(2)) + between + wide(...second));

  it('is one grid, and that is said', () => {
    const {
      grids: [grid, ...more],
      issues,
    } = split([row(3), row(4)]);
    expect(more).toEqual([]);
    expect(texts(grid)).toMatchObject({ A3: '2', A4: '3', B5: 'tiêu chí 4' });
    expect(issues).toMatchObject([
      {
        rule: 'text-repaired',
        severity: 'info',
        at: { sheet: 'Bảng 1' },
        params: { before: 'Bảng 1 bị tách, phần sau bắt đầu từ dòng 4', after: 'một bảng liền' },
      },
    ]);
  });

  it('is one grid where its header is repeated', () => {
    expect(texts(split([head, row(3)]).grids[0])).toMatchObject({ A4: 'STT', A5: '3' });
  });

  it('is not joined over text, another width, another header or a title', () => {
    expect(split([row(3)], paragraphXml('Phụ lục 2')).grids).toHaveLength(2);
    expect(split([['3', 'x', '2']]).grids).toHaveLength(2);
    expect(split([['STT', 'Nội dung', 'Tổng số', 'Cấp tỉnh'], row(3)]).grids).toHaveLength(2);
    expect(
      read(wide(head, row(1)) + tableXml([rowXml([cellXml('Phụ lục 3', '<w:gridSpan w:val="4"/>')]), row(1)])).grids,
    ).toHaveLength(2);
  });
});

describe('the province’s Word files', () => {
  it.each(['VPUB.docx', 'UBND huyen Khanh Son.docx'])('%s', async (file) => {
    const bytes = new Uint8Array(
      readFileSync(path.join(__dirname, '../../../../samples/khanh-hoa-2020/received', file)),
    );
    const result = await createReader().read({ file, bytes });
    if (!result.ok) throw new Error(result.message);
    expect(result.issues).toEqual([]);
    expect(
      result.grids.map((g) => [g.sheet, g.before?.some((l) => l.startsWith('Phụ lục')), g.cells.length > 15]),
    ).toEqual([
      ['Bảng 1', true, true],
      ['Bảng 2', true, true],
      ['Bảng 3', true, true],
      ['Bảng 4', true, true],
    ]);
  });
});
