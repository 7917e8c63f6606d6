import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Grid } from '../../../src/core/model/grid';
import type { CellNote, NoticeItem, NoticeList } from '../../../src/core/model/notice';
import { annotateXlsx } from '../../../src/files/annotate/annotate-xlsx';
import { createAnnotator } from '../../../src/files/annotate/create-annotator';
import { readXlsx } from '../../../src/files/readers/xlsx/read-xlsx';
import { XmlCursor, XmlToken } from '../../../src/files/xml/xml-cursor';
import { readDirectory } from '../../../src/files/zip/directory';
import { READ_LIMITS } from '../../../src/files/limits';
import { makeXlsx, xlsxParts, zipParts } from '../make-xlsx';

const RECEIVED = path.join(__dirname, '../../../samples/khanh-hoa-2020/received');
const item = (more: Partial<NoticeItem> = {}): NoticeItem => ({
  kind: 'error',
  file: 'a.xlsx',
  sheet: 'PL2',
  cell: 'C9',
  appendix: 'Phụ lục 2',
  row: '3',
  rowLabel: 'Số cơ quan',
  column: 'Tổng số',
  actual: '5',
  expected: '3',
  text: 'Phụ lục 2, dòng 3, cột Tổng số: 5 khác tổng các cấp (3).',
  ...more,
});
const list = (...items: NoticeItem[]): NoticeList => ({ title: 'DANH SÁCH', lead: 'Sở Y tế', items });

function grids(bytes: Uint8Array): Grid[] {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.grids;
}
const texts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([n, d]) => [n, strFromU8(d)]));
const withoutComments = (g: Grid): Grid => ({ ...g, cells: g.cells.map(({ comment: _, ...c }) => c) });
const comment = (bytes: Uint8Array, sheet: string, row: number, col: number): string | undefined =>
  grids(bytes)
    .find((g) => g.sheet === sheet)
    ?.cells.find((c) => c.row === row && c.col === col)?.comment;

function expectXml(bytes: Uint8Array): void {
  for (const [name, text] of Object.entries(texts(bytes))) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    const cursor = new XmlCursor(text);
    expect(() => {
      while (cursor.next() !== XmlToken.End);
    }).not.toThrow();
    expect([name, cursor.depth]).toEqual([name, 0]);
  }
}

describe.each(readdirSync(RECEIVED).filter((f) => f.endsWith('.xlsx')))('%s', (file) => {
  const before = new Uint8Array(readFileSync(path.join(RECEIVED, file)));
  const original = grids(before);
  const cells = original.flatMap((g) =>
    g.cells
      .slice(10, 13)
      .map((c) => ({ sheet: g.sheet, row: c.row, col: c.col, cell: `${String.fromCharCode(65 + c.col)}${c.row + 1}` })),
  );
  const notes: CellNote[] = cells.map((c) => ({
    sheet: c.sheet,
    cell: c.cell,
    text: `Đề nghị chỉnh sửa: ô ${c.cell}`,
  }));
  const after = annotateXlsx(before, notes, list(...cells.map((c) => item({ sheet: c.sheet, cell: c.cell }))));

  test('the sheets read the same, the notes hang on their cells, the list comes last', () => {
    const read = grids(after);
    expect(read.map((g) => g.sheet)).toEqual([...original.map((g) => g.sheet), 'Cần sửa']);
    expect(read.slice(0, -1).map(withoutComments)).toEqual(original.map(withoutComments));
    for (const c of cells) expect(comment(after, c.sheet, c.row, c.col)).toContain(`ô ${c.cell}`);
    expectXml(after);
  });

  test('every part that needs no addition keeps its packed bytes', () => {
    const [old, now] = [readDirectory(before, READ_LIMITS), readDirectory(after, READ_LIMITS)];
    const [oldTexts, nowTexts] = [texts(before), texts(after)];
    const changed = [...old.values()].filter((e) => oldTexts[e.name] !== nowTexts[e.name]).map((e) => e.name);
    for (const name of changed)
      expect(name).toMatch(/^(\[Content_Types\]\.xml|xl\/workbook\.xml|.*\.rels|xl\/worksheets\/[^/]+\.xml)$/);
    for (const e of old.values()) {
      if (!changed.includes(e.name))
        expect(now.get(e.name.toLowerCase())).toMatchObject({
          crc: e.crc,
          size: e.size,
          deflatedSize: e.deflatedSize,
          method: e.method,
        });
    }
    for (const name of changed.filter((n) => n.startsWith('xl/worksheets/') && !n.endsWith('.rels'))) {
      expect(nowTexts[name]!.replace(/<legacyDrawing [^>]*\/>/, '')).toBe(oldTexts[name]);
    }
  });

  test('the same twice', () =>
    expect(
      Buffer.from(annotateXlsx(before, notes, list())).equals(Buffer.from(annotateXlsx(before, notes, list()))),
    ).toBe(true));
});

const BOOK = {
  sheets: [
    {
      name: 'PL2',
      cells: [
        { at: 'C9', value: 5, comment: 'Số liệu của phòng' },
        { at: 'D9', value: 3 },
        { at: 'A1', value: 'x', comment: 'giữ' },
      ],
    },
    { name: "Bí's <2>", cells: [{ at: 'A1', value: 1 }] },
  ],
};

test('comments that were there stay, and ours follow', () => {
  const after = annotateXlsx(
    makeXlsx(BOOK),
    [
      { sheet: 'PL2', cell: 'C9', text: 'một' },
      { sheet: 'PL2', cell: 'D9', text: 'hai' },
      { sheet: 'PL2', cell: '$C$9', text: 'ba' },
    ],
    list(item()),
  );
  expect(comment(after, 'PL2', 8, 2)).toBe('Số liệu của phòng\nĐơn vị tổng hợp: một\nba');
  expect(comment(after, 'PL2', 8, 3)).toBe('hai');
  expect(comment(after, 'PL2', 0, 0)).toBe('giữ');
  expectXml(after);
});

test('a plain comment becomes a first run; a drawing that was there is added to', () => {
  const parts = xlsxParts(BOOK);
  parts['xl/comments1.xml'] = parts['xl/comments1.xml']!.replace(
    /<r><rPr><b\/><\/rPr>(<t [^>]*>Số liệu[^<]*<\/t>)<\/r>/,
    '$1',
  ).replace('<authors><author>a</author></authors>', '<authors/>');
  parts['xl/drawings/v.vml'] =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030"/></xml>';
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = parts['xl/worksheets/_rels/sheet1.xml.rels']!.replace(
    '</Relationships>',
    '<Relationship Id="rId9" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" ' +
      'Target="../drawings/v.vml"/></Relationships>',
  );
  parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace(
    '</worksheet>',
    '<legacyDrawing r:id="rId9"/><extLst/></worksheet>',
  );
  const before = zipParts(parts);
  const after = annotateXlsx(
    before,
    [
      { sheet: 'PL2', cell: 'C9', text: 'một' },
      { sheet: 'PL2', cell: 'D9', text: 'hai' },
    ],
    list(item()),
  );
  expect(comment(after, 'PL2', 8, 2)).toBe('Số liệu của phòng\nĐơn vị tổng hợp: một');
  const made = texts(after);
  expect(made['xl/worksheets/sheet1.xml']).toBe(texts(before)['xl/worksheets/sheet1.xml']);
  expect(made['xl/drawings/v.vml']).toMatch(/_x0000_s1030"\/>.*id="_x0000_s1031".*<x:Row>8<\/x:Row><x:Column>3</s);
  expect(made['xl/drawings/v.vml']!.match(/<v:shape /g)).toHaveLength(2);
  expectXml(after);
});

test('the drawing stands before what must follow it, and a second round gets a sheet of its own', () => {
  const parts = xlsxParts({ sheets: [{ name: 'PL2', cells: [{ at: 'A1', value: 1 }] }] });
  parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace(
    '</worksheet>',
    '<conditionalFormatting sqref="A1"><extLst/></conditionalFormatting><tableParts/><extLst/></worksheet>',
  );
  const once = annotateXlsx(zipParts(parts), [{ sheet: 'PL2', cell: 'A1', text: 'một' }], list(item({ cell: 'A1' })));
  expect(texts(once)['xl/worksheets/sheet1.xml']).toMatch(
    /<\/conditionalFormatting><legacyDrawing [^>]*\/><tableParts\/>/,
  );
  const twice = annotateXlsx(once, [{ sheet: 'PL2', cell: 'A1', text: 'hai' }], list(item({ cell: 'A1' })));
  expect(grids(twice).map((g) => g.sheet)).toEqual(['PL2', 'Cần sửa', 'Cần sửa (2)']);
  expect(comment(twice, 'PL2', 0, 0)).toBe('một\nĐơn vị tổng hợp: hai');
  expectXml(twice);
});

test('links of the list lead to the cell, quotes and all', () => {
  const after = annotateXlsx(
    makeXlsx(BOOK),
    [],
    list(item({ sheet: "Bí's <2>", cell: 'A1' }), item({ sheet: 'không có', cell: 'A1' })),
  );
  const sheet = Object.entries(texts(after)).find(([n]) => n.endsWith('sheet3.xml'))![1];
  expect(sheet).toContain(`location="'Bí''s &lt;2&gt;'!A1"`);
  expect(sheet.match(/<hyperlink /g)).toHaveLength(1);
});

test('what cannot carry notes gives null: other formats, signed, strict and damaged workbooks', () => {
  const annotate = (bytes: Uint8Array): Uint8Array | null =>
    createAnnotator().annotate({ file: 'a', bytes }, [], list());
  expect(annotate(new TextEncoder().encode('a;b'))).toBeNull();
  expect(annotate(new Uint8Array(readFileSync(path.join(RECEIVED, 'VPUB.docx'))))).toBeNull();
  expect(annotate(new Uint8Array(readFileSync(path.join(RECEIVED, 'SDL.xls'))))).toBeNull();
  expect(annotate(zipParts({ ...xlsxParts(BOOK), '_xmlsignatures/sig1.xml': '<a/>' }))).toBeNull();
  const strict = xlsxParts(BOOK);
  strict['xl/workbook.xml'] = strict['xl/workbook.xml']!.replace(
    /http:\/\/schemas.openxmlformats.org\/spreadsheetml\/2006\/main/,
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  );
  expect(annotate(zipParts(strict))).toBeNull();
  expect(annotate(makeXlsx(BOOK).subarray(0, 900))).toBeNull();
});

test('no text can break out: notes, lists and names come back as they are', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '</t>',
      '<!--',
      '_x0041_',
      '\n',
      'ệ',
      '=',
      'a',
      '&#10;',
      '🙂',
    ),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(nasty, nasty, (note, name) => {
      const after = annotateXlsx(makeXlsx(BOOK), [{ sheet: 'PL2', cell: 'D9', text: note }], {
        title: name,
        lead: name,
        items: [item({ text: note, sheet: name, row: name })],
      });
      expectXml(after);
      expect(comment(after, 'PL2', 8, 3)).toBe(note);
      const shown = grids(after).at(-1)!;
      expect(shown.cells.find((c) => c.row === 0 && c.col === 0)?.value).toBe(name);
      expect(
        shown.cells
          .filter((c) => c.row < 3 && c.row > 0)
          .map((c) => c.value)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(name.replace(/\s/g, ''));
      expect(shown.cells.every((c) => c.kind === 'text' && c.formula === undefined)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
