import { cellName } from '../../../../src/core/model/address';
import type { Cell, Grid } from '../../../../src/core/model/grid';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';
import { makeXlsx, worksheetXml, xlsxParts, xlsxWithSheet, zipParts } from '../../make-xlsx';
import { readerContract } from '../../reader-contract';

readerContract(createReader(), makeXlsx, {
  format: 'xlsx',
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
  const result = readXlsx(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}
const first = (bytes: Uint8Array): Grid => grids(bytes)[0]!;
const byName = (grid: Grid): Record<string, Cell> =>
  Object.fromEntries(grid.cells.map((c) => [cellName(c.row, c.col), c]));
const reason = (bytes: Uint8Array): string => {
  const r = readXlsx(bytes);
  return r.ok ? 'read' : `${r.rule}: ${r.message}`;
};

describe('worksheet XML as other programs write it', () => {
  it('counts on where cells and rows carry no address', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c ' +
            'r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
        ),
      ),
    );
    expect(grid.cells.map((c) => [cellName(c.row, c.col), c.value])).toEqual([
      ['A1', 1],
      ['C1', 2],
      ['C5', 3],
      ['D5', 4],
      ['A6', 5],
    ]);
  });

  it('puts cells into order that were written out of it', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row r="2"><c r="B2"><v>3</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        ),
      ),
    );
    expect(grid.cells.map((c) => c.value)).toEqual([1, 2, 3]);
  });

  it('reads prefixed names, strict namespaces and absolute targets', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [] }] });
    parts['xl/worksheets/sheet1.xml'] =
      '<?xml version="1.0"?><x:worksheet ' +
      'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" ' +
      't="inlineStr"><x:is><x:t>một</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ).replace('worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml');
    expect(first(zipParts(parts)).cells[0]).toMatchObject({ kind: 'text', value: 'một' });
  });

  it('reads inline strings, phonetic runs left out, escapes resolved, CDATA and entities kept', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>とう</t></rPh></is></c>' +
            ('<c r="B1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c><c r="C1" ' +
              't="str"><v><![CDATA[<5>]]> &#x1EA1;&amp;<!-- c -->!</v></c><c r="D1" ' +
              't="inlineStr"><is><t>a\r\nb</t></is></c></row>'),
        ),
      ),
    );
    expect(grid.cells.map((c) => c.value)).toEqual(['東', 'a\rb_x0041_', '<5> ạ&!', 'a\nb']);
  });

  it('expands shared formulas for each of their cells', () => {
    const cells = byName(
      first(
        xlsxWithSheet(
          worksheetXml(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:B3" ' +
              'si="0">SUM(C1,$D1,E$1,$F$1)+LOG10(C1)&amp;"C1"+\'C1\'!G2+tên_C1</f><v>1</v></c><c r="B1"><f ' +
              't="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>',
          ),
        ),
      ),
    );
    expect(cells.A1!.formula).toBe('SUM(C1,$D1,E$1,$F$1)+LOG10(C1)&"C1"+\'C1\'!G2+tên_C1');
    expect(cells.B1!.formula).toBe('SUM(D1,$D1,F$1,$F$1)+LOG10(D1)&"C1"+\'C1\'!H2+tên_C1');
    expect(cells.A3!.formula).toBe('SUM(C3,$D3,E$1,$F$1)+LOG10(C3)&"C1"+\'C1\'!G4+tên_C1');
  });

  it(
    'passes over a macro module in the list of sheets, which has no part; a sheet whose part is missing refuses ' +
      'the file',
    () => {
      const withSheet = (more: string): ReturnType<typeof readXlsx> => {
        const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 3 }] }] });
        return readXlsx(
          zipParts({ ...parts, 'xl/workbook.xml': parts['xl/workbook.xml']!.replace('</sheets>', `${more}</sheets>`) }),
        );
      };
      expect(withSheet('<sheet name="Module" sheetId="2" r:id=""/>')).toMatchObject({
        ok: true,
        grids: [{ sheet: 'PL' }],
      });
      expect(withSheet('<sheet name="PL3" sheetId="2" r:id="rId9"/>')).toMatchObject({
        ok: false,
        rule: 'file-unreadable',
      });
      expect(withSheet('<sheet name="PL3" sheetId="2"/>')).toMatchObject({ ok: false, rule: 'file-unreadable' });
      // A second list does not begin a new count, and no sheet counts twice.
      expect(withSheet('</sheets><sheets><sheet name="PL3" sheetId="2" r:id="rId1"/>')).toMatchObject({
        ok: false,
        rule: 'file-unreadable',
      });
    },
  );

  it('takes a formula with an empty value as one without a cached value', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1"><f>1+1</f><v/></c><c r="C1" ' +
            't="str"><f>""</f><v></v></c></row>',
        ),
      ),
    );
    expect(grid.cells.map((c) => c.noCachedValue ?? false)).toEqual([true, true, false]);
  });

  it('takes rows and columns of no size as hidden', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row r="2" ht="0" customHeight="1"><c r="A2"><v>1</v></c></row><row r="3" hidden="true"/>',
          '',
          '<cols><col min="2" max="3" width="0" customWidth="1"/><col min="4" max="16384" width="9" ' +
            'hidden="1"/></cols>',
        ),
      ),
    );
    expect(grid.hiddenRows).toEqual([{ from: 1, to: 2 }]);
    expect(grid.hiddenCols).toEqual([{ from: 1, to: 16_383 }]);
  });

  it('leaves what is not a number as text', () => {
    const grid = first(
      xlsxWithSheet(
        worksheetXml(
          '<row r="1"><c r="A1"><v>0x10</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v> 12 </v></c><c ' +
            'r="D1"><v>1.5E+3</v></c></row>',
        ),
      ),
    );
    expect(grid.cells.map((c) => [c.kind, c.value])).toEqual([
      ['text', '0x10'],
      ['text', '1e999'],
      ['number', 12],
      ['number', 1500],
    ]);
  });

  it('reads ISO dates and the 1904 date system', () => {
    const iso = first(xlsxWithSheet(worksheetXml('<row r="1"><c r="A1" t="d"><v>2020-01-30T00:00:00</v></c></row>')));
    expect(iso.cells[0]).toMatchObject({ kind: 'date', value: '2020-01-30', text: '30/01/2020' });
    const old = first(
      makeXlsx({ date1904: true, sheets: [{ name: 'PL', cells: [{ at: 'A1', date: '2020-01-30' }] }] }),
    );
    expect(old.cells[0]).toMatchObject({ kind: 'date', value: '2020-01-30' });
  });

  it('reads the last cell of a sheet at no cost', () => {
    const grid = first(xlsxWithSheet(worksheetXml('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')));
    expect(grid.cells).toEqual([
      { row: 1_048_575, col: 16_383, kind: 'number', value: 7, text: '7', font: 'Times New Roman' },
    ]);
  });
});

describe('around the sheets', () => {
  it('skips chart sheets and numbers the others as they come', () => {
    const parts = xlsxParts({
      sheets: [
        { name: 'Biểu đồ', cells: [] },
        { name: 'PL1', cells: [{ at: 'A1', value: 1 }] },
      ],
    });
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('/worksheet"', '/chartsheet"');
    expect(grids(zipParts(parts)).map((g) => [g.sheet, g.index])).toEqual([['PL1', 0]]);
  });

  it('says that a workbook refers to other files', () => {
    expect(first(makeXlsx({ externalLinks: true, sheets: [{ name: 'PL', cells: [] }] })).externalLinks).toBe(true);
  });

  it('prefers a thread of comments to the note that stands for it', () => {
    const parts = xlsxParts({
      sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 1, comment: '[Threaded comment]' }] }],
    });
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = parts['xl/worksheets/_rels/sheet1.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" ' +
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    );
    parts['xl/threadedComments/threadedComment1.xml'] =
      '<ThreadedComments ' +
      'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" ' +
      'id="{1}"><text>Vì sao giảm?</text></threadedComment><threadedComment ref="A1" id="{2}" ' +
      'parentId="{1}"><text>Đã sáp nhập</text></threadedComment></ThreadedComments>';
    expect(first(zipParts(parts)).cells[0]!.comment).toBe('Vì sao giảm?\nĐã sáp nhập');
  });

  it('sees a filter kept in a table part', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 1 }], hiddenRows: [2] }] });
    parts['xl/worksheets/_rels/sheet1.xml.rels'] =
      '<Relationships><Relationship Id="r" Type="x/table" Target="../tables/t1.xml"/></Relationships>';
    parts['xl/tables/t1.xml'] = '<table><autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter></table>';
    expect(first(zipParts(parts)).filtered).toBe(true);
  });

  it('reads theme colours for white text', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'ẩn', font: 'Arial' }] }] });
    parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace(
      '<color theme="1"/><name val="Arial"/>',
      '<color theme="0"/><name val="Arial"/>',
    );
    expect(first(zipParts(parts)).cells[0]!.invisible).toBe(true);
  });

  it('marks a number that its format hides', () => {
    const grid = first(
      makeXlsx({
        sheets: [
          {
            name: 'PL',
            cells: [
              { at: 'A1', value: 5, format: ';;;' },
              { at: 'A2', value: 0, format: '0;-0;;@' },
            ],
          },
        ],
      }),
    );
    expect(grid.cells.map((c) => [c.text, c.invisible ?? false])).toEqual([
      ['5', true],
      ['0', false],
    ]);
  });
});

describe('cells that a condition hides', () => {
  const styles =
    '<styleSheet><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><color ' +
    'rgb="FFFF0000"/></font></dxf><dxf><font><color theme="0"/></font><fill><patternFill><bgColor ' +
    'rgb="FF1F4E79"/></patternFill></fill></dxf><dxf><numFmt numFmtId="170" ' +
    'formatCode=";;;"/></dxf></dxfs></styleSheet>';
  const hidden = (rule: string, sqref = 'A1:A5'): number[] => {
    const rows = [5, 0, 12, 3, 7]
      .map((n, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${n}</v></c><c r="B${i + 1}"><v>${i}</v></c></row>`)
      .join('');
    return first(
      xlsxWithSheet(worksheetXml(rows, `<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`), {
        'xl/styles.xml': styles,
      }),
    )
      .cells.filter((c) => c.invisible)
      .map((c) => Number(c.value));
  };
  const is = (operator: string, look: number, ...formulas: (number | string)[]): string =>
    `<cfRule type="cellIs" dxfId="${look}" ` +
    `operator="${operator}">${formulas.map((f) => `<formula>${f}</formula>`).join('')}</cfRule>`;
  const when = (formula: string, look = 0): string =>
    `<cfRule type="expression" dxfId="${look}"><formula>${formula}</formula></cfRule>`;

  it.each<[string, string, number[]]>([
    ['always', when('TRUE'), [5, 12, 3, 7]],
    ['a hidden 0 is how forms show blanks', is('equal', 0, 0), []],
    ['greater', is('greaterThan', 0, 6), [12, 7]],
    ['between', is('between', 0, 7, 4), [5, 7]],
    ['a colour that is seen', is('greaterThan', 1, 6), []],
    ['white on a dark fill of its own', is('greaterThan', 2, 6), []],
    ['a format that shows nothing', is('lessThan', 3, 6), [5, 3]],
    ['the cell beside', when('B1&gt;=3'), [3, 7]],
    ['one fixed cell', when('$B$5=4'), [5, 12, 3, 7]],
    ['a condition not told here', when('COUNTIF(A:A,A1)&gt;1'), []],
    ['another value', is('greaterThan', 0, 'B1'), []],
  ])('%s', (_, rule, expected) => expect(hidden(rule)).toEqual(expected));

  it('only where it applies', () => expect(hidden(when('TRUE'), 'A1 A3:A4')).toEqual([5, 12, 3]));
});

describe('formulas that nobody here computed', () => {
  const book = (calc: string, result = 0): Uint8Array => {
    const parts = xlsxParts({
      externalLinks: true,
      sheets: [
        {
          name: 'PL',
          cells: [
            { at: 'A1', formula: 'B1-C1', value: 0 },
            { at: 'A2', formula: 'B1*2', value: result },
            { at: 'A3', value: 0 },
            { at: 'A4', formula: "'[1]PL 2'!C5", value: 0 },
          ],
        },
      ],
    });
    return zipParts({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        `</sheets><externalReferences><externalReference r:id="rIdX"/></externalReferences>${calc}`,
      ),
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels':
        '<Relationships xmlns="x"><Relationship Id="rId1" Type="a/externalLinkPath" ' +
        'Target="file:///C:\\x\\So%20lieu.xlsx" TargetMode="External"/></Relationships>',
    });
  };

  it('where every formula of a workbook that asks to be computed gives 0, none of them is a result', () => {
    expect(first(book('<calcPr fullCalcOnLoad="1"/>')).cells.map((c) => [c.value, c.noCachedValue ?? false])).toEqual([
      ['', true],
      ['', true],
      [0, false],
      ['', true],
    ]);
    expect(first(book('<calcPr/>')).cells.map((c) => c.value)).toEqual([0, 0, 0, 0]);
  });

  it('where one has another result, its writer computes, and a 0 is a 0', () => {
    expect(
      first(book('<calcPr fullCalcOnLoad="1"/>', 4)).cells.map((c) => [c.value, c.noCachedValue ?? false]),
    ).toEqual([
      [0, false],
      [4, false],
      [0, false],
      [0, false],
    ]);
  });

  it('other files are named', () => expect(first(book('')).cells.at(-1)!.formula).toBe("'[So lieu.xlsx]PL 2'!C5"));
});

describe('what cannot be read', () => {
  it('names the part that is missing', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'x' }] }] });
    for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
      const { [part]: _, ...rest } = parts;
      expect(reason(zipParts(rest))).toMatch(new RegExp(`^file-unreadable: .*${part}`));
    }
  });

  it('does without the part of styles or comments that is named and missing, and says so', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 5, font: 'Arial', comment: 'x' }] }] });
    const drop = (name: RegExp): ReturnType<typeof readXlsx> =>
      readXlsx(zipParts(Object.fromEntries(Object.entries(parts).filter(([part]) => !name.test(part)))));
    for (const [name, what] of [
      [/xl\/styles/, 'định dạng ô'],
      [/xl\/comments/, 'ghi chú'],
    ] as const) {
      const result = drop(name);
      expect(result.ok && result.grids[0]!.cells.map((c) => c.value)).toEqual([5]);
      expect(result.ok && result.issues.map((i) => [i.rule, i.params?.before])).toEqual([
        ['text-repaired', `Tệp thiếu phần ${what}`],
      ]);
    }
  });

  it('does without a list of texts that no cell asks for, and names the text where one does', () => {
    const without = (value: string | number): Uint8Array => {
      const { 'xl/sharedStrings.xml': _, ...rest } = xlsxParts({
        sheets: [{ name: 'PL', cells: [{ at: 'A1', value }] }],
      });
      return zipParts(rest);
    };
    expect(first(without(5)).cells.map((c) => c.value)).toEqual([5]);
    expect(reason(without('x'))).toMatch(/^file-unreadable: .*đoạn chữ số 0/);
  });

  it.each([
    ['cut off', worksheetXml('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -20)],
    ['tags that do not match', worksheetXml('<row r="1"><c r="A1"><v>1</c></v></row>')],
    ['a tag that only begins like the open one', worksheetXml('<row r="1"></ro></row>')],
    ['an address beyond the sheet', worksheetXml('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a row beyond the sheet', worksheetXml('<row r="1048577"><c><v>1</v></c></row>')],
    ['a cell with two values', worksheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
    ['a string that is not there', worksheetXml('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')],
    ['something that is no worksheet', '<html/>'],
    ['nothing', ''],
    ['DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${worksheetXml('')}`],
  ])('refuses a sheet with %s', (_, sheet) => {
    expect(reason(xlsxWithSheet(sheet))).toMatch(/^file-unreadable: .*đề nghị đơn vị/);
  });
});
