import type { Appendix } from '../../../src/core/model/appendix';
import { recogniseSheet, type RecognisedSheet } from '../../../src/core/recognise/recognise-sheet';
import { templateById, templates } from '../../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

type Rows = (string | number)[][];
const TITLE: Rows = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];
const read = (rows: Rows): RecognisedSheet => recogniseSheet(makeGrid(rows), 'a.xlsx', templates());
const value = (a: Appendix, row: string, column: string): unknown => {
  const figure = a.cells.find((c) => c.row === row && c.column === column)?.figure;
  return figure?.kind === 'number' ? figure.value : figure?.kind;
};
/** Levels n, 1, 2 where the form has them. */
const split = (row: string): (string | number)[] => {
  const allowed = templateById('phu-luc-2')!.rows.find((r) => r.key === row)!.columns ?? [
    'province',
    'district',
    'commune',
  ];
  const level = ['province', 'district', 'commune'].map((l, i) => (allowed.includes(l) ? Number(row) + i : 0));
  return [level.reduce((a, b) => a + b), ...level.map((n) => (n === 0 ? '' : n)), ''];
};

describe('recognition in the wild', () => {
  test('two forms side by side, one header lower than the other, are read apart', () => {
    const left: Rows = [...TITLE, ...PL2_HEAD, ...pl2Rows(split)];
    const right: Rows = [
      [],
      [],
      [],
      ['Phụ lục 1'],
      ['KẾT QUẢ THỰC HIỆN CÁC KẾ HOẠCH'],
      [
        'STT',
        'Kế hoạch',
        'Thời gian ban hành',
        'Số nhiệm vụ/ số đơn vị trong kế hoạch',
        'Số nhiệm vụ/ đơn vị được hoàn thành theo kế hoạch',
        'Ghi chú',
      ],
      ...templateById('phu-luc-1')!.rows.map((r) => [r.number, r.label, '01/02/2020', 9, 8, '']),
    ];
    const rows = left.map((row, i) => [...row, ...Array<string>(8 - row.length).fill(''), ...(right[i] ?? [])]);
    const { appendices } = read(rows);
    expect(appendices.map((a) => a.template).sort()).toEqual(['phu-luc-1', 'phu-luc-2']);
    expect(appendices.flatMap((a) => a.refused)).toEqual([]);
    expect(
      value(
        appendices.find((a) => a.template === 'phu-luc-2')!,
        '3',
        'province',
      ),
    ).toBe(3);
    expect(
      value(
        appendices.find((a) => a.template === 'phu-luc-1')!,
        '7',
        'completed',
      ),
    ).toBe(8);
  });

  test.each([
    ['2', 'Số cơ quan chưa được kiểm tra về CCHC'],
    ['3', 'Số cơ quan chưa công khai đầy đủ, đúng quy định bộ TTHC tại Bộ phận tiếp nhận và trả kết quả'],
    [
      '14',
      'Tỷ lệ cơ quan hành chính ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được giao làm cơ sở chi ' +
        'trả thu nhập tăng thêm cho công chức',
    ],
    [
      '20',
      'Trong đó: số tổ chức khoa học và công nghệ ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được ' +
        'giao làm căn cứ chi trả thu nhập tăng thêm cho người lao động',
    ],
  ])('row %s that says the opposite, a share or a part is not that row, number or not', (row, label) => {
    const rows = pl2Rows(split).map((r) =>
      String(r[0]) === `${row}.` || String(r[0]) === row ? [r[0]!, label, ...r.slice(2)] : r,
    );
    const appendix = read([...TITLE, ...PL2_HEAD, ...rows]).appendices[0]!;
    expect(value(appendix, row, 'total')).toBeUndefined();
    expect(appendix.issues.filter((i) => i.rule === 'unknown-row')).toHaveLength(1);
    expect(appendix.refused.length).toBeGreaterThan(0);
  });

  test.each([
    ['13', 'Nghị định 130', 'Nghị định 117'],
    ['14', 'tiêu chí', 'quy chế'],
    ['10', 'tuyển dụng', 'sử dụng'],
    ['11', 'Số cơ quan hành chính', 'Số phòng hành chính'],
  ])('row %s with another word in a long wording is asked about', (row, from, to) => {
    const rows = pl2Rows(split).map((r) =>
      parseInt(String(r[0]), 10) === Number(row) ? [r[0]!, String(r[1]).replace(from, to), ...r.slice(2)] : r,
    );
    const appendix = read([...TITLE, ...PL2_HEAD, ...rows]).appendices[0]!;
    expect(appendix.issues.filter((i) => i.rule === 'template-uncertain' && i.at.row === row)).toHaveLength(1);
  });

  test(
    'what is struck through is asked, a raised digit is a footnote, and a struck row leaves its place to the row ' +
      'written anew',
    () => {
      const grid = makeGrid([
        ...TITLE,
        ...PL2_HEAD,
        ...pl2Rows(split).flatMap((r, i) => (i === 5 ? [r, r.map((v) => (typeof v === 'number' ? v + 1 : v))] : [r])),
      ]);
      const top = TITLE.length + PL2_HEAD.length;
      const at = (row: number, col: number): (typeof grid.cells)[number] =>
        grid.cells.find((c) => c.row === top + row && c.col === col)!;
      for (let col = 0; col < 6; col++) at(5, col).struck = 'all';
      at(0, 2).struck = 'all';
      Object.assign(at(1, 2), { kind: 'text', value: '71', text: '71', raised: '1' });
      Object.assign(at(2, 2), { kind: 'text', value: '9 12', text: '9 12', struck: 'part' });
      const appendix = recogniseSheet(grid, 'a.xlsx', templates()).appendices[0]!;
      expect([
        value(appendix, '1', 'total'),
        value(appendix, '2', 'total'),
        value(appendix, '3', 'total'),
        value(appendix, '6', 'total'),
      ]).toEqual(['refused', 7, 'refused', 22]);
      expect(appendix.issues.filter((i) => i.rule === 'unknown-row')).toMatchObject([{ params: { struck: true } }]);
      expect(appendix.issues.filter((i) => i.rule === 'text-repaired' && i.severity === 'warning')).toHaveLength(1);
      expect(appendix.issues.filter((i) => i.rule === 'duplicate-row')).toEqual([]);
    },
  );

  test.each([
    [
      'above the table',
      (rows: Rows): Rows => [...TITLE, ['Đơn vị tính: nghìn'], ...PL2_HEAD, ...rows],
      'A3',
      ['1', '6', '30'],
    ],
    [
      '%, above the table',
      (rows: Rows): Rows => [...TITLE, ['', '', '', '', '(ĐVT: %)'], ...PL2_HEAD, ...rows],
      'E3',
      ['1', '6', '30'],
    ],
  ])('a unit that counts otherwise, %s: nothing under it is added, and it is told once', (_, make, cell, keys) => {
    const appendix = read(make(pl2Rows(split))).appendices[0]!;
    for (const key of keys) expect(value(appendix, key, 'total')).toBe('refused');
    expect(appendix.issues.filter((i) => i.rule === 'unit-differs').map((i) => i.at.cell)).toEqual([cell]);
    expect(appendix.refused.length).toBeGreaterThan(30);
  });

  test('a unit in a header or in a unit column: the others are read', () => {
    const head = ['STT', 'Tiêu chí', 'ĐVT', 'Tổng số (nghìn)', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'];
    const rows = pl2Rows((row) => [row === '5' ? '%' : 'cơ quan', ...split(row)]);
    const appendix = read([...TITLE, head, ...rows]).appendices[0]!;
    expect([value(appendix, '4', 'total'), value(appendix, '4', 'province'), value(appendix, '5', 'province')]).toEqual(
      [undefined, 4, 'refused'],
    );
    expect(
      appendix.issues.filter((i) => i.rule === 'unit-differs' || i.rule === 'unknown-column').map((i) => i.at.cell),
    ).toEqual(['C8', 'C3', 'D3']);
  });

  test('shares are no counts: “Tỷ lệ %” over the levels, or “(%)” behind them', () => {
    const under = read([
      ...TITLE,
      ['STT', 'Tiêu chí', 'Tổng số', 'Tỷ lệ % theo cấp', '', '', 'Ghi chú'],
      ['', '', '', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
      ...pl2Rows(() => [5, 50, 50, 0, '']),
    ]);
    const behind = read([
      ...TITLE,
      ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh (%)', 'Cấp huyện (%)', 'Cấp xã (%)'],
      ...pl2Rows(() => [5, 50, 50, 0]),
    ]);
    for (const { appendices } of [under, behind])
      expect(
        appendices
          .flatMap((a) => a.columns)
          .filter((c) => ['province', 'district', 'commune'].includes(c.key) && c.confidence >= 0.9),
      ).toEqual([]);
  });

  test(
    'what a format shows otherwise than it is stored is asked; a pair counts with a question, the wrong way round ' +
      'not at all',
    () => {
      const grid = makeGrid([...TITLE, ...PL2_HEAD, ...pl2Rows(split)]);
      const top = TITLE.length + PL2_HEAD.length;
      const at = (row: number): (typeof grid.cells)[number] =>
        grid.cells.find((c) => c.row === top + row && c.col === 2)!;
      Object.assign(at(0), { value: 15461, text: '15', format: '#,##0,' });
      Object.assign(at(1), { value: 15, text: '15,00', format: '0.00' });
      Object.assign(at(2), { value: 15, text: '15 cơ quan', format: '0" cơ quan"' });
      Object.assign(at(3), { kind: 'text', value: '9/12', text: '9/12' });
      Object.assign(at(4), { kind: 'text', value: '12/9', text: '12/9' });
      const appendix = recogniseSheet(grid, 'a.xlsx', templates()).appendices[0]!;
      expect(['1', '2', '3', '4', '5'].map((row) => value(appendix, row, 'total'))).toEqual([
        'refused',
        15,
        15,
        'pair',
        'refused',
      ]);
      expect(
        appendix.issues.filter((i) => i.rule === 'text-repaired' && i.severity === 'warning').map((i) => i.at.row),
      ).toEqual(['4']);
    },
  );

  test('old figures in hidden columns and hidden rows yield to what is seen, and are told', () => {
    const head = [
      'STT',
      'Tiêu chí',
      ...['Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
      ...['Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
    ];
    const grid = makeGrid([
      ...TITLE,
      head,
      ...pl2Rows((row) => [
        ...split(row)
          .slice(0, 4)
          .map((v) => (v === '' ? '' : Number(v) + 1)),
        ...split(row).slice(0, 4),
      ]).flatMap((r, i) => (i === 2 ? [r.map((v) => (typeof v === 'number' ? v + 5 : v)), r] : [r])),
    ]);
    grid.hiddenCols.push({ from: 2, to: 5 });
    grid.hiddenRows.push({ from: 5, to: 5 });
    const appendix = recogniseSheet(grid, 'a.xlsx', templates()).appendices[0]!;
    expect([value(appendix, '3', 'total'), value(appendix, '6', 'province')]).toEqual([split('3')[0], 6]);
    expect(appendix.issues.filter((i) => i.rule === 'unknown-column')).toHaveLength(4);
    expect(appendix.issues.filter((i) => i.rule === 'duplicate-row')).toMatchObject([{ severity: 'warning' }]);
  });

  test('levels named for what stands on them: towns are of the district, townships of the commune', () => {
    const head = [
      'STT',
      'Tiêu chí',
      'Tổng số',
      'Sở, ban, ngành',
      'Cấp huyện (thị xã, thành phố)',
      'Xã, phường, thị trấn',
    ];
    const appendix = read([...TITLE, head, ...pl2Rows((row) => split(row).slice(0, 4))]).appendices[0]!;
    expect([
      value(appendix, '6', 'province'),
      value(appendix, '6', 'district'),
      value(appendix, '6', 'commune'),
    ]).toEqual([6, 7, 8]);
  });

  test('the total of a list under another name is its total where it adds up, else a question', () => {
    const head = ['STT', 'Lĩnh vực', 'Tổng hồ sơ tiếp nhận', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Hồ sơ đang xử lý'];
    const list = (label: string, total: number): Appendix =>
      read([
        ['KẾT QUẢ TIẾP NHẬN VÀ GIẢI QUYẾT HỒ SƠ THEO CƠ CHẾ MỘT CỬA'],
        head,
        ['1', 'Đất đai', 9, 1, 5, 0, 3],
        ['2', 'Hộ tịch', 8, 2, 6, 0, 0],
        ['3', 'Chứng thực', 7, 3, 4, 0, 0],
        ['', label, total, 6, 15, 0, 3],
      ]).appendices[0]!;
    const doubts = (a: Appendix): number => a.rows.filter((r) => r.confidence < 0.9).length;
    expect(list('Tổng các lĩnh vực', 24).rows.map((r) => r.key)).toContain('total');
    expect([
      doubts(list('Tổng các lĩnh vực', 24)),
      doubts(list('Tổng các lĩnh vực', 25)),
      doubts(list('Toàn cơ quan', 24)),
      doubts(list('Tổng hợp khác', 4)),
    ]).toEqual([0, 1, 0, 0]);
  });

  test('10000% throughout is a hundred under a % format; one row of it is what it says', () => {
    const form = templateById('phu-luc-4')!;
    const shares = (...texts: string[]): unknown[] => {
      const grid = makeGrid([
        ['Phụ lục 4'],
        [form.title],
        ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Tỷ lệ %'],
        ...form.rows.map((r, i) => [r.number, r.label, 100 - i, 100 - i, '', '', texts[i]!]),
      ]);
      return recogniseSheet({ ...grid, plainText: true }, 'a.html', templates())
        .appendices[0]!.cells.filter((c) => c.column === 'percent')
        .map((c) => (c.figure.kind === 'percent' ? c.figure.value : c.figure.kind));
    };
    expect(shares('10000%', '9900%', '4050%')).toEqual([1, 0.99, 0.405]);
    expect(shares('100%', '9900%', '40%')[1]).not.toBe(0.99);
    expect(shares('0%', '150%', '120%')).toEqual([0, 1.5, 1.2]);
  });

  test('one share typed without % among shares that have it changes none of them', () => {
    const form = templateById('phu-luc-4')!;
    const grid = makeGrid([
      ['Phụ lục 4'],
      [form.title],
      ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Tỷ lệ %'],
      ...form.rows.map((r, i) => [r.number, r.label, 100 - i, 100 - i, '', '', [1, 0.99, 40][i]!]),
    ]);
    for (const cell of grid.cells) if (cell.col === 6 && cell.row > 2 && Number(cell.value) <= 1) cell.format = '0%';
    const appendix = recogniseSheet(grid, 'a.xlsx', templates()).appendices[0]!;
    const share = (row: string): unknown => appendix.cells.find((c) => c.row === row && c.column === 'percent')!.figure;
    expect([share('1'), share('2'), share('3')]).toEqual([1, 0.99, 0.4].map((v) => ({ kind: 'percent', value: v })));
  });

  test('“Đơn vị tính” is no level, also where the names of the levels are lost', () => {
    const head: Rows = [['STT', 'Tiêu chí', 'Đơn vị tính', 'Tổng số', 'Cấp huyện', 'Cấp xã']];
    const appendix = read([
      ...TITLE,
      ...head,
      ...pl2Rows((row) => [
        'cơ quan',
        ...split(row)
          .filter((_, i) => i !== 1)
          .slice(0, 3),
      ]),
    ]).appendices[0]!;
    expect(appendix.columns.find((c) => c.col === 2)).toBeUndefined();
    expect(appendix.issues.filter((i) => i.rule === 'not-a-number')).toEqual([]);
  });

  test('figures of two periods under the same names: what has a name of its own is asked as well', () => {
    const grid = makeGrid(
      [
        ...TITLE,
        ['STT', 'Tiêu chí', 'Đầu kỳ', '', '', '', 'Cuối kỳ', '', '', ''],
        ['', '', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Tổng toàn ngành', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
        ...pl2Rows((row) => [9, ...split(row).slice(1, 4), ...split(row).slice(0, 4)]),
      ],
      { merges: ['C3:F3', 'G3:J3'] },
    );
    const { columns } = recogniseSheet(grid, 'a.xlsx', templates()).appendices[0]!;
    expect(
      columns.filter((c) => ['total', 'province', 'district', 'commune'].includes(c.key) && c.confidence >= 0.9),
    ).toEqual([]);
  });

  test('no header: read where sums prove the columns, with a question; else an error that says what was seen', () => {
    const proven = read([...TITLE, ...pl2Rows(split)]);
    expect(value(proven.appendices[0]!, '6', 'total')).toBe(21);
    expect(
      proven.appendices[0]!.issues.filter((i) => i.rule === 'template-uncertain' && i.at.column === 'total'),
    ).toHaveLength(1);
    const bare = read([...TITLE, ...pl2Rows(() => [4, '', '', '', ''])]);
    expect(bare.appendices).toEqual([]);
    expect(bare.issues).toMatchObject([
      { rule: 'template-uncertain', severity: 'error', at: { cell: 'B3', template: 'phu-luc-2' } },
    ]);
  });

  test('the upper header row is lost: levels by name, the total by sums, with a question', () => {
    const { appendices } = read([...TITLE, ['', '', '', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'], ...pl2Rows(split)]);
    expect(value(appendices[0]!, '6', 'total')).toBe(21);
    expect(appendices[0]!.columns.find((c) => c.key === 'total')!.confidence).toBeLessThan(0.9);
  });

  test('two columns named Tổng số: the one whose sums hold; neither where none does', () => {
    const head = ['STT', 'Tiêu chí', 'Tổng số', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'];
    const body = (old: number, figures: (row: string) => (string | number)[]): Rows =>
      pl2Rows((row) => [old, ...figures(row).slice(0, 4)]);
    expect(value(read([...TITLE, head, ...body(77, split)]).appendices[0]!, '6', 'total')).toBe(21);
    const unclear = read([...TITLE, head, ...body(77, () => [5, 1, 1, 1])]).appendices[0]!;
    expect(unclear.columns.some((c) => c.key === 'total')).toBe(false);
    expect(unclear.issues.filter((i) => i.rule === 'unknown-column')).toHaveLength(2);
  });

  test('a column of another period is never this one’s', () => {
    const head = ['STT', 'Tiêu chí', 'Tổng số năm trước', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'];
    expect(
      value(read([...TITLE, head, ...pl2Rows((row) => [77, ...split(row).slice(0, 4)])]).appendices[0]!, '6', 'total'),
    ).toBe(21);
  });

  test('group rows with sums, "Trong đó" and rows under the total of an open list are not counted, and are told', () => {
    const head = ['STT', 'Lĩnh vực', 'Tổng hồ sơ tiếp nhận', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Hồ sơ đang xử lý'];
    const rows: Rows = [
      head,
      ['I', 'Cấp tỉnh', 9, 4, 5, 0, 0],
      [1, 'Đất đai', 4, 2, 2, 0, 0],
      [2, 'Hộ tịch', 5, 2, 3, 0, 0],
      ['', 'Trong đó: trực tuyến', 2, 1, 1, 0, 0],
      ['', 'Tổng cộng', 9, 4, 5, 0, 0],
      ['', 'Bổ sung', 3, 3, 0, 0, 0],
    ];
    const a = read(rows).appendices[0]!;
    expect(a.rows.map((r) => r.key)).toEqual(['đất đai', 'hộ tịch', 'total']);
    expect(a.issues.filter((i) => i.rule === 'unknown-row').map((i) => i.at.cell)).toEqual(['B2', 'B5', 'B7']);
  });

  test('a label cut off, and one with more words, are read and asked; a cut that could be two rows is not read', () => {
    const rows = pl2Rows(split);
    rows[4]![1] = 'Số cơ quan được kiểm tra về tình hình';
    rows[20]![1] = `${rows[20]![1]} năm 2020`;
    rows[15] = ['', 'ban hành quy chế chi tiêu', ...split('16')];
    const a = read([...TITLE, ...PL2_HEAD, ...rows]).appendices[0]!;
    for (const key of ['5', '21'])
      expect(a.issues.filter((i) => i.rule === 'template-uncertain' && i.at.row === key)).toHaveLength(1);
    expect(a.rows.some((r) => r.key === '16')).toBe(false);
  });

  test('figures in a table of no known form are told, beside one that is known', () => {
    const other: Rows = [
      [],
      [],
      ['Loại', 'Quý I', 'Quý II', 'Quý III'],
      ['Đơn thư', 4, 5, 6],
      ['Tố cáo', 1, 2, 3],
      ['Phản ánh', 7, 8, 9],
    ];
    const sheet = read([...TITLE, ...PL2_HEAD, ...pl2Rows(split), ...other]);
    expect(sheet.appendices).toHaveLength(1);
    expect(sheet.issues).toMatchObject([{ rule: 'no-appendix', params: { count: 9, table: true } }]);
  });

  test('the title of another form, or another number, is told', () => {
    const a = read([['Phụ lục 3'], ['THỐNG KÊ THỦ TỤC HÀNH CHÍNH'], ...PL2_HEAD, ...pl2Rows(split)]).appendices[0]!;
    expect(a.template).toBe('phu-luc-2');
    expect(a.issues.find((i) => i.rule === 'template-uncertain')!.params).toMatchObject({
      second: 'phu-luc-4',
      titleNumber: 3,
    });
  });
});
