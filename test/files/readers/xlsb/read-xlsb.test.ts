import { utils, write, type WorkSheet } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { readXlsb } from '../../../../src/files/readers/xlsb/read-xlsb';
import type { Book } from '../../book';
import { outcome, survivesDamage } from '../../hostile';
import { readerContract } from '../../reader-contract';

/** Written by another library; it writes no fonts, formats, formulas, comments or filters. */
function makeXlsb(book: Book): Uint8Array {
  const workbook = utils.book_new();
  for (const described of book.sheets) {
    const sheet: WorkSheet = {
      '!ref': 'A1:Z99',
      '!merges': (described.merges ?? []).map((m) => utils.decode_range(m)),
      '!rows': [],
      '!cols': [],
    };
    for (const c of described.cells) {
      if (c.error !== undefined) sheet[c.at] = { t: 'e', v: { '#REF!': 23, '#DIV/0!': 7 }[c.error] };
      else if (c.value !== undefined && c.value !== '')
        sheet[c.at] = { t: typeof c.value === 'string' ? 's' : typeof c.value === 'number' ? 'n' : 'b', v: c.value };
    }
    for (const n of described.hiddenRows ?? []) sheet['!rows']![n - 1] = { hidden: true };
    for (const c of described.hiddenCols ?? []) sheet['!cols']![utils.decode_col(c)] = { hidden: true, wch: 9 };
    utils.book_append_sheet(workbook, sheet, described.name);
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsb', compression: true }) as ArrayBuffer);
}

readerContract(createReader(), makeXlsb, {
  format: 'xlsb',
  formulas: false,
  fonts: false,
  runs: false,
  comments: false,
  sheets: false,
  hidden: true,
  veryHidden: false,
  filter: false,
  dates: false,
  errors: true,
  invisible: false,
});

const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const u32 = (...values: number[]): number[] => values.flatMap((v) => [...u16(v & 0xffff), ...u16(v >>> 16)]);
const wide = (text: string): number[] => [
  ...u32(text.length),
  ...u16(...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))),
];
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const record = (type: number, data: number[] = []): number[] => [
  ...(type < 128 ? [type] : [(type & 127) | 128, type >> 7]),
  (data.length & 127) | (data.length > 127 ? 128 : 0),
  ...(data.length > 127 ? [data.length >> 7] : []),
  ...data,
];
const cell = (col: number, style: number, data: number[]): number[] => [...u32(col), ...u16(style), 0, 0, ...data];
const row = (n: number, hidden = false): number[] =>
  record(0, [...u32(n, 0), ...u16(300), 0, hidden ? 0x10 : 0, 0, ...u32(0)]);
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = (...list: [string, string][]): Uint8Array =>
  strToU8(
    `<Relationships>${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" ` + `Target="${target}"/>`).join('')}</Relationships>`,
  );

/** A workbook of two sheets, record by record as MS-XLSB describes them; the second is very hidden. */
function handmade(sheet: number[], strings: number[][] = []): Uint8Array {
  const font = (name: string, colour: number[]): number[] =>
    record(43, [...u16(220, 0, 400, 0), 0, 0, 0, 0, ...colour, 0, ...wide(name)]);
  const auto = [0, 0, 0, 0, 0, 0, 0, 0];
  const rgb = (r: number, g: number, b: number): number[] => [5, 0, 0, 0, r, g, b, 255];
  const xf = (f: number, format: number, fill: number): number[] =>
    record(47, [...u16(0, format, f, fill, 0), ...u32(0), ...u16(0)]);
  const styles = [
    ...record(44, [...u16(164), ...wide('0.0%')]),
    ...font('Times New Roman', auto),
    ...font('.VnTime', auto),
    ...font('Arial', rgb(255, 255, 255)),
    ...font('Arial', [7, 0, 0, 0, 0, 0, 0, 255]),
    ...record(45, [...u32(0), ...auto, ...auto]),
    ...record(45, [...u32(1), ...rgb(31, 78, 121), ...auto]),
    ...xf(0, 0, 0),
    ...record(617),
    ...xf(0, 0, 0),
    ...xf(1, 0, 0),
    ...xf(2, 0, 0),
    ...xf(2, 164, 1),
    ...xf(3, 0, 0),
    ...record(618),
  ];
  const bundle = (state: number, id: string, name: string): number[] =>
    record(156, [...u32(state, 1), ...wide(id), ...wide(name)]);
  const parts: Record<string, Uint8Array | number[]> = {
    '_rels/.rels': links(['officeDocument', 'xl/workbook.bin']),
    'xl/workbook.bin': [
      ...record(153, [...u32(0), ...u32(0)]),
      ...bundle(0, 'rId1', 'PL2'),
      ...bundle(2, 'rId2', 'S 2'),
      ...record(357),
      ...record(362, u32(1, 0, 1, 1)),
    ],
    'xl/_rels/workbook.bin.rels': links(
      ['worksheet', 'worksheets/sheet1.bin'],
      ['worksheet', 'worksheets/sheet2.bin'],
      ['styles', 'styles.bin'],
      ['sharedStrings', 'sharedStrings.bin'],
    ),
    'xl/styles.bin': styles,
    'xl/sharedStrings.bin': strings.flatMap((s) => record(19, s)),
    'xl/worksheets/sheet1.bin': sheet,
    'xl/worksheets/sheet2.bin': [],
    'xl/worksheets/_rels/sheet1.bin.rels': links(['comments', '../comments1.bin']),
    'xl/comments1.bin': [
      ...record(635, [...u32(0, 0, 0, 1, 1), ...new Array<number>(16).fill(0)]),
      ...record(637, [0, ...wide('ghi\nchú')]),
    ],
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, Uint8Array.from(data)])));
}
const grids = (bytes: Uint8Array): ReturnType<typeof plain> => plain(readXlsb(bytes));
function plain(result: ReturnType<typeof readXlsb>) {
  if (!result.ok) throw new Error(result.message);
  return result.grids;
}

describe('records as Excel writes them', () => {
  it('cells of every kind, with fonts, runs, formats and comments', () => {
    const rich = [1, ...wide('Céng hòa'), ...u32(2), ...u16(0, 1, 5, 0)];
    const sheet = [
      ...row(0),
      ...record(7, cell(0, 1, u32(0))),
      ...record(7, cell(1, 0, u32(1))),
      ...record(5, cell(2, 3, f64(0.958))),
      ...record(2, cell(3, 0, u32(((1234 << 2) | 3) >>> 0))),
      ...record(4, cell(4, 0, [1])),
      ...record(3, cell(5, 0, [42])),
      ...record(6, cell(6, 2, wide('trắng'))),
      ...record(62, cell(7, 0, rich)),
      ...record(1, cell(8, 0, [])),
      ...record(6, cell(9, 4, wide('chủ đề'))),
      ...row(1, true),
      ...record(13, [...u16(0), 0, 0, ...u32((7 << 2) | 2)]),
      ...record(17, [...u16(0), 0, 0, ...wide('a')]),
    ];
    const [grid, second] = grids(handmade(sheet, [[0, ...wide('Céng hoµ')], rich]));
    expect(grid!.cells.map((c) => [c.row, c.col, c.kind, c.value, c.text, c.font, c.invisible ?? false])).toEqual([
      [0, 0, 'text', 'Céng hoµ', 'Céng hoµ', '.VnTime', false],
      [0, 1, 'text', 'Céng hòa', 'Céng hòa', 'Times New Roman', false],
      [0, 2, 'number', 0.958, '95,8%', 'Arial', false],
      [0, 3, 'number', 12.34, '12,34', 'Times New Roman', false],
      [0, 4, 'boolean', true, 'TRUE', 'Times New Roman', false],
      [0, 5, 'error', '#N/A', '#N/A', 'Times New Roman', false],
      [0, 6, 'text', 'trắng', 'trắng', 'Arial', true],
      [0, 7, 'text', 'Céng hòa', 'Céng hòa', 'Times New Roman', false],
      [0, 9, 'text', 'chủ đề', 'chủ đề', 'Arial', true],
      [1, 0, 'number', 7, '7', 'Times New Roman', false],
      [1, 1, 'text', 'a', 'a', 'Times New Roman', false],
    ]);
    expect(grid!.cells[1]!.runs).toEqual([
      { text: 'Céng ', font: '.VnTime' },
      { text: 'hòa', font: 'Times New Roman' },
    ]);
    expect(grid!.cells.map((c) => c.comment).filter((c) => c !== undefined)).toEqual(['ghi\nchú']);
    expect(grid!.hiddenRows).toEqual([{ from: 1, to: 1 }]);
    expect(second).toMatchObject({ sheet: 'S 2', visibility: 'veryHidden' });
  });

  it('comments, merged areas, hidden columns and filters', () => {
    const sheet = [
      ...record(60, [...u32(2, 4, 2_560, 0), ...u16(1)]),
      ...row(0, true),
      ...record(2, cell(1, 0, u32(6))),
      ...record(176, u32(0, 2, 1, 1)),
      ...record(163, u32(0, 0)),
    ];
    expect(grids(handmade(sheet))[0]).toMatchObject({
      hiddenCols: [{ from: 2, to: 4 }],
      merges: [{ top: 0, bottom: 2, left: 1, right: 1 }],
      filtered: true,
      cells: [{ comment: 'ghi\nchú' }],
    });
  });

  it('formulas, also shared ones and on other sheets', () => {
    const tokens = (list: number[]): number[] => [...u16(0), ...u32(list.length), ...list, ...u32(0)];
    const ref = (r: number, c: number): number[] => [0x44, ...u32(r), ...u16(c | 0xc000)];
    const sum = [0x25, ...u32(0, 1_048_575), ...u16(0xc000, 0xc001), 0x22, 1, ...u16(4)];
    const exp = [1, ...u32(1)];
    const sheet = [
      ...row(0),
      ...record(9, cell(0, 0, [...f64(6), ...tokens(sum)])),
      ...record(8, cell(1, 0, [...wide('x'), ...tokens([0x3a, ...u16(0), ...u32(2), ...u16(0xc000)])])),
      ...record(10, cell(2, 0, [1, ...tokens([...ref(0, 0), 0x17, ...u16(1), ...u16(97), 0x08])])),
      ...row(1),
      ...record(9, cell(3, 0, [...f64(1), ...tokens(exp)])),
      ...record(427, [...u32(1, 2, 3, 3), ...u32(7), 0x4c, ...u32(0), ...u16(0xffff), ...u32(0)]),
      ...row(2),
      ...record(9, cell(3, 0, [...f64(2), ...tokens(exp)])),
    ];
    expect(grids(handmade(sheet))[0]!.cells.map((c) => [c.value, c.formula])).toEqual([
      [6, 'SUM(A1:B1048576)'],
      ['x', "'S 2'!A3"],
      [true, 'A1&"a"'],
      [1, 'C2'],
      [2, 'C3'],
    ]);
  });
});

describe('hostile .xlsb files', () => {
  it('records and texts that are longer than the part', async () => {
    expect(await outcome(handmade([...row(0), 2, 200]))).toBe('file-unreadable');
    expect(await outcome(handmade([...row(0), ...record(6, cell(0, 0, u32(0xfffffff)))]))).toBe('file-too-large');
    expect(await outcome(handmade([0x80]))).toBe('file-unreadable');
  });

  it('places beyond the sheet, and a cell written twice', async () => {
    const number = record(2, cell(0, 0, u32(6)));
    expect(await outcome(handmade([...row(1_048_576), ...number]))).toBe('file-unreadable');
    expect(await outcome(handmade([...row(0), ...record(2, cell(16_384, 0, u32(6)))]))).toBe('file-unreadable');
    expect(await outcome(handmade([...row(0), ...number, ...number]))).toBe('file-unreadable');
    expect(await outcome(handmade([...record(60, [...u32(0, 0xffffffff, 0, 0), ...u16(1)])]))).toBe('read');
    expect(await outcome(handmade(record(176, u32(0, 0xffffffff, 0, 0))))).toBe('file-unreadable');
  });

  it('any byte of a sheet changed: a result', async () => {
    const sheet = [
      ...row(0),
      ...record(7, cell(0, 0, u32(0))),
      ...record(9, cell(1, 0, [...f64(6), ...u16(0), ...u32(4), 0x1e, 1, 0, 0x13, ...u32(0)])),
      ...record(176, u32(0, 2, 1, 1)),
    ];
    for (let at = 0; at < sheet.length; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = sheet.slice();
        changed[at] = value;
        const result = readXlsb(handmade(changed, [[0, ...wide('a')]]));
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }
    }
  });

  it('any bytes changed or cut', () =>
    survivesDamage(
      makeXlsb({
        sheets: [
          {
            name: 'PL',
            cells: [
              { at: 'A1', value: 'x' },
              { at: 'A2', value: 12 },
            ],
          },
        ],
      }),
      500,
    ));

  it('a part that is missing', async () => {
    const parts = unzipSync(handmade([]));
    delete parts['xl/worksheets/sheet1.bin'];
    expect(await outcome(zipSync(parts))).toBe('file-unreadable');
  });
});
