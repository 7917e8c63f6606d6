import { cellName } from '../../../src/core/model/address';
import type { CellPlan, OutputPlan, SheetPlan } from '../../../src/core/model/output-plan';
import { buildPlan } from '../../../src/core/plan/build-plan';
import { cellOf, figureAt } from '../../support/figure-place';
import { STYLES } from '../../../src/core/plan/styles';
import { checkSheet } from '../../../src/files/xlsx-writer/check-sheet';
import { evaluate } from '../../support/evaluate';
import { fixture } from './fixture';

const data = fixture();
const plan = buildPlan(data);
const sheet = (name: string, of: OutputPlan = plan): SheetPlan => of.sheets.find((s) => s.name === name)!;
const at = (s: SheetPlan, row: number, col: number): CellPlan => s.cells.find((c) => c.row === row && c.col === col)!;
const figure = (template: string, row: string, column: string, of: OutputPlan = plan): CellPlan => {
  const place = cellOf(of, template, row, column)!;
  return at(sheet(place.sheet, of), place.row, place.col);
};
const texts = (s: SheetPlan): string[] => s.cells.map((c) => c.value).filter((v) => typeof v === 'string');

test('the workbook has its sheets in order, each fit to be drawn', () => {
  expect(plan.sheets.map((s) => s.name)).toEqual([
    'Phụ lục 1',
    'Phụ lục 2',
    'Phụ lục 3',
    'Phụ lục 4',
    'Một cửa',
    'Đối soát',
    'Số kiểm soát',
    'Theo đơn vị',
    'Biểu đồ',
    'Phát hiện',
    'Nguồn',
  ]);
  for (const s of plan.sheets) {
    expect(() => checkSheet(s)).not.toThrow();
    for (const c of s.cells) {
      expect(c.col).toBeLessThan(s.widths.length);
      expect(STYLES[c.style]).toBeDefined();
    }
  }
});

test('every formula of every sheet gives the figure that stands beside it', () => {
  let formulas = 0;
  for (const s of plan.sheets) {
    for (const c of s.cells) {
      if (c.formula === undefined) continue;
      formulas += 1;
      expect({ sheet: s.name, cell: cellName(c.row, c.col), value: evaluate(s, c.formula) }).toEqual({
        sheet: s.name,
        cell: cellName(c.row, c.col),
        value: c.value,
      });
    }
  }
  expect(formulas).toBeGreaterThan(40);
});

test('Tổng số is the live sum of its levels, with what came without a split added and named', () => {
  const whole = figure('phu-luc-2', '1', 'total');
  expect(whole).toMatchObject({ value: 28, style: 'countTotal' });
  expect(whole.formula).toMatch(/^SUM\(D(\d+):F\1\)$/);
  const unsplit = figure('phu-luc-2', '26', 'total');
  expect(unsplit.value).toBe(580);
  expect(unsplit.formula).toMatch(/^SUM\(D(\d+):F\1\)\+4$/);
  expect(unsplit.note).toContain('Thanh tra tỉnh (4)');
});

test('a total that is not the sum of its levels is written as a number, with the reason', () => {
  const other = fixture();
  other.consolidation.tables.find((t) => t.template === 'phu-luc-3')!.rows[0]!.figures.total!.value = 33;
  const cell = figure('phu-luc-3', '1', 'total', buildPlan(other));
  expect(cell).toMatchObject({ value: 33 });
  expect(cell.formula).toBeUndefined();
  expect(cell.note).toContain('không bằng tổng các cấp');
});

test('where units differ the cell is empty and its note says who said what and where to look', () => {
  const cell = figure('phu-luc-4', '1', 'commune');
  expect(cell.value).toBeNull();
  expect(cell.note).toContain('UBND huyện Diên Khánh: 135');
  expect(cell.note).toContain('Phát hiện');
  const total = figure('phu-luc-4', '1', 'total');
  expect(total.value).toBeNull();
  expect(total.formula).toBeUndefined();
  expect(total.note).toContain('Chưa tính được vì Cấp xã');
});

test('a row nobody filled in stays empty, without zero and without formula', () => {
  expect(figure('phu-luc-2', '7', 'total')).toMatchObject({ value: null });
  expect(figure('phu-luc-2', '7', 'total').formula).toBeUndefined();
  expect(figure('phu-luc-2', '7', 'total').note).toBeUndefined();
});

test('an open list ends with a live total row', () => {
  const s = sheet('Một cửa');
  const row = s.cells.find((c) => c.style === 'totalLabel')!.row;
  const totals = s.cells.filter((c) => c.row === row && c.style === 'total');
  expect(totals.map((c) => c.value)).toEqual([12_540, 12_097, 435, null, 28, 1]);
  expect(totals[0]!.formula).toMatch(/^SUM\(C\d+:C\d+\)\+7$/);
});

test('dates show the remark, notes carry the senders, a long list of notes is shortened and says so', () => {
  expect(figure('phu-luc-1', '1', 'issued').value).toBe('2 đơn vị ban hành; sớm nhất 04/01/2020, muộn nhất 17/3/2020');
  expect(figure('phu-luc-1', '1', 'note').value).toBe('Thanh tra tỉnh: Đạt 100% kế hoạch');
  const other = fixture();
  const note = other.consolidation.tables[0]!.rows[0]!.figures.note!;
  note.contributions = Array.from({ length: 90 }, (_, i) => ({
    ...note.contributions[0]!,
    agencyName: `UBND xã số ${i + 1}`,
  }));
  note.value = note.contributions.map((c) => `${c.agencyName}: ${c.text}`).join('\n');
  const value = String(figure('phu-luc-1', '1', 'note', buildPlan(other)).value);
  const [, left] = /… còn (\d+) ghi chú khác \(xem sheet "Nguồn"\)$/.exec(value)!;
  expect(value.match(/UBND xã số/g)!.length + Number(left)).toBe(90);
});

test('the heading follows Nghị định 30/2020, with Roman numerals on demand', () => {
  expect(texts(sheet('Phụ lục 2')).slice(0, 3)).toEqual([
    'Phụ lục 2',
    'THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC',
    '(Kèm theo Báo cáo số        /BC-UBND ngày        tháng        năm 2020 của ……………………)',
  ]);
  const other = buildPlan({
    ...data,
    options: {
      numerals: 'roman',
      place: 'Khánh Hòa',
      issuer: 'UBND tỉnh Khánh Hòa',
      signers: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    },
  });
  expect(texts(sheet('Phụ lục 4', other))).toEqual(
    expect.arrayContaining(['Phụ lục IV', 'Khánh Hòa, ngày        tháng        năm 2020', 'KT. CHỦ TỊCH']),
  );
  expect(texts(sheet('Phụ lục 4', other))[2]).toContain('của UBND tỉnh Khánh Hòa)');
});

test('an appendix prints on A4 landscape with repeated header rows', () => {
  const { page, freeze } = sheet('Phụ lục 2');
  expect(page).toMatchObject({
    orientation: 'landscape',
    fitWidth: true,
    pageNumbers: true,
    repeatRows: { from: 5, to: 6 },
  });
  expect(page.margins).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
  expect(freeze).toEqual({ rows: 7, cols: 2 });
  // 252 mm between the margins, 8 pixels a character.
  expect(sheet('Phụ lục 2').widths.reduce((a, b) => a + b, 0) * 8).toBeLessThanOrEqual((252 / 25.4) * 96);
});

test('every figure can be found from its cell and back', () => {
  let count = 0;
  for (const s of plan.sheets) {
    for (const f of s.figures ?? []) {
      count += 1;
      expect(figureAt(plan, s.name, f.row, f.col)).toEqual({
        template: s.template,
        rowKey: f.rowKey,
        column: f.column,
      });
      expect(cellOf(plan, s.template!, f.rowKey, f.column)).toMatchObject({ sheet: s.name, row: f.row, col: f.col });
    }
  }
  expect(count).toBe(7 * 4 + 30 * 5 + 3 * 5 + 3 * 6 + 3 * 6 + 5);
  expect(figureAt(plan, 'Phụ lục 2', 0, 0)).toBeNull();
  expect(cellOf(plan, 'phu-luc-2', '99', 'total')).toBeNull();
});

test('"Theo đơn vị": the province column sums the agencies live and equals the appendix', () => {
  const s = sheet('Theo đơn vị');
  const line = (form: string, label: string, column: string): CellPlan[] => {
    const row = s.cells.find(
      (c) => c.col === 0 && c.value === form && at(s, c.row, 2).value === label && at(s, c.row, 3).value === column,
    )!.row;
    return s.cells.filter((c) => c.row === row && c.col >= 4).sort((a, b) => a.col - b.col);
  };
  const total = line('Phụ lục 2', 'Số thủ tục hành chính áp dụng cơ chế một cửa', 'Tổng số');
  expect(total.map((c) => c.value)).toEqual([580, 4, 120, 456, null]);
  expect(total[0]!.formula).toMatch(/^SUM\(F\d+:I\d+\)$/);
  const common = line('Phụ lục 4', data.templates[3]!.rows[0]!.label, 'Cấp huyện');
  expect(common.map((c) => c.value)).toEqual([321, null, null, 321, 321]);
  expect(common[0]!.formula).toBeUndefined();
  expect(common[0]!.note).toContain('không cộng');
  const mixed = line('Phụ lục 4', data.templates[3]!.rows[1]!.label, 'Tổng số');
  expect(mixed.map((c) => c.value)).toEqual([325, 4, null, 321, 321]);
  expect(mixed[0]!.formula).toMatch(/^SUM\(E\d+:E\d+\)$/);
  expect(line('Phụ lục 2', 'Số cơ quan được kiểm tra về CCHC', 'Tổng số').map((c) => c.value)).toEqual([
    19,
    6,
    3,
    10,
    null,
  ]);
});

test('"Theo đơn vị" follows the list of agencies; who is not on it comes behind', () => {
  const s = sheet('Theo đơn vị', buildPlan({ ...data, options: { agencyOrder: ['VP', 'X', 'STP', 'TTT'] } }));
  expect([5, 6, 7, 8].map((col) => at(s, 3, col).value)).toEqual([
    'Văn phòng UBND tỉnh',
    'Sở Tư pháp',
    'Thanh tra tỉnh',
    'UBND huyện Diên Khánh',
  ]);
  const row = s.cells.find(
    (c) =>
      c.col === 2 && c.value === 'Số thủ tục hành chính áp dụng cơ chế một cửa' && at(s, c.row, 3).value === 'Tổng số',
  )!.row;
  expect([4, 5, 6, 7, 8].map((col) => at(s, row, col).value)).toEqual([580, null, 120, 4, 456]);
});

test('"Phát hiện": errors first, every finding there, linked into workbooks and to Word files', () => {
  const s = sheet('Phát hiện');
  const column = (col: number): CellPlan[] => s.cells.filter((c) => c.row > 3 && c.col === col);
  expect(column(1).map((c) => c.value)).toEqual(['Lỗi', 'Cảnh báo', 'Cảnh báo', 'Thông tin']);
  expect(column(6)[0]!.link).toEqual({ file: 'nhận/02 Sở Tư pháp #2.xlsx', sheet: 'PL2', cell: 'C13' });
  expect(column(4)[1]!.link).toEqual({ file: 'nhận/03 Diên Khánh.docx' });
  expect(column(2)[0]!.value).toBe('Sở Tư pháp');
  expect(s.autofilter).toEqual({ top: 3, left: 0, bottom: 7, right: 12 });
  const unlinked = buildPlan({ ...data, options: { filesBase: null } });
  expect(sheet('Phát hiện', unlinked).cells.some((c) => c.link)).toBe(false);
});

test('"Nguồn": one row for every contribution, linked to the cell that it went into', () => {
  const s = sheet('Nguồn');
  // The total row of the open list stands on the rows above it; only what came in it alone is its own.
  const totalRowParts = Object.values(data.consolidation.tables[4]!.rows.at(-1)!.figures)
    .flatMap((f) => f.contributions)
    .filter((c) => c.part !== 'unsplit').length;
  const expected =
    data.consolidation.tables
      .flatMap((t) => t.rows)
      .flatMap((r) => Object.values(r.figures))
      .reduce(
        (n, f) => n + f.contributions.filter((c) => f.method !== 'sum-of-levels' || c.part === 'unsplit').length,
        0,
      ) - totalRowParts;
  const first = s.cells.filter((c) => c.row > 3 && c.col === 0);
  expect(first).toHaveLength(expected);
  for (const c of first) {
    const link = c.link as { sheet: string; cell: string };
    expect(c.value).toBe(`${link.sheet}!${link.cell}`);
  }
  const hows = (column: string): unknown[] => [
    ...new Set(s.cells.filter((c) => c.col === 4 && c.value === column).map((c) => at(s, c.row, 11).value)),
  ];
  expect([hows('Thời gian ban hành'), hows('Ghi chú'), hows('Cấp huyện')]).toEqual([
    ['Đếm, so sánh ngày'],
    ['Ghép ghi chú'],
    ['Cộng vào', 'Giá trị chung'],
  ]);
  const unsplit = s.cells.find((c) => c.col === 11 && c.value === 'Tổng không chia')!;
  const row = s.cells.filter((c) => c.row === unsplit.row).map((c) => c.value);
  expect(row).toEqual(expect.arrayContaining(['Thanh tra tỉnh', '04', 4, 'Chữ thành số: "04" → "4"', '1'.repeat(64)]));
});

test('"Đối soát": says whether it closes, every file with its fate, every excluded cell with its reason', () => {
  expect(texts(sheet('Đối soát'))).toEqual(
    expect.arrayContaining(['ĐỐI SOÁT KHỚP', 'Không đọc được', '6 phòng', 'Không phải là số', '5'.repeat(64)]),
  );
  const other = fixture();
  other.consolidation.proof = {
    ...other.consolidation.proof,
    closes: false,
    breaks: ['Thiếu 1 tệp'],
    files: { in: 6, merged: 4, returned: 1, setAside: 0 },
  };
  const s = sheet('Đối soát', buildPlan(other));
  expect(texts(s)).toEqual(expect.arrayContaining(['Thiếu 1 tệp']));
  expect(texts(s)).not.toContain('ĐỐI SOÁT KHỚP');
  expect(s.cells.find((c) => c.formula && c.style === 'error')).toMatchObject({ value: 1 });
});

test('"Đối soát" says in sentences, before any table, what was held against what; per form, and with a break named', () => {
  const other = fixture();
  other.consolidation.proof.forms = [{ template: 'phu-luc-2', tables: 3, read: 300, placed: 299, refused: 1 }];
  const s = sheet('Đối soát', buildPlan(other));
  const before = s.cells.filter((c) => c.row < s.cells.find((x) => x.style === 'tableHeader')!.row).map((c) => c.value);
  expect(before).toEqual(
    expect.arrayContaining([
      'Tệp: nhận 5 = tổng hợp 4 + trả lại 1 + để riêng 0.',
      expect.stringContaining('421 = đã xếp chỗ 420 + không đưa vào tổng 1'),
      expect.stringMatching(/2 biểu, 2 cột, .* hai cách độc lập.*Tất cả các cột khớp/),
      expect.stringContaining('1 số, 0 khớp, 1 khác'),
    ]),
  );
  const form = s.cells.find((c) => c.value === 'Trong đó Phụ lục 2: 3 bảng')!;
  expect([2, 3, 4, 6].map((col) => at(s, form.row, col).value)).toEqual([300, 299, 1, 0]);
  other.consolidation.proof.totals[0]!.raw += 5;
  expect(texts(sheet('Đối soát', buildPlan(other))).some((t) => t.includes('1 cột KHÔNG khớp'))).toBe(true);
});

test('"Số kiểm soát": row by row the sum, the control figure and the live difference; no such form, no sheet', () => {
  const s = sheet('Số kiểm soát');
  const row = s.cells.filter((c) => c.row === 4).map((c) => c.value);
  expect(row).toEqual([
    'Phụ lục 2',
    '1',
    'Số cơ quan trong kế hoạch kiểm tra CCHC được phê duyệt',
    'Cấp tỉnh',
    9,
    10,
    -1,
    'Khác',
    'Văn phòng UBND tỉnh',
    'nhận/04 VP UBND (50%).xls',
    'PL2 toàn tỉnh',
    'D10',
  ]);
  expect(at(s, 4, 6).formula).toBe('E5-F5');
  expect(at(s, 4, 11).link).toEqual({ file: 'nhận/04 VP UBND (50%).xls', sheet: 'PL2 toàn tỉnh', cell: 'D10' });
  const other = fixture();
  other.consolidation.controlTotals = [];
  expect(buildPlan(other).sheets.map((x) => x.role)).not.toContain('control');
});

test('a file name of more than one line is no link, which LibreOffice would cut off; its cell still leads there', () => {
  const long = '007 Sở Nông nghiệp và Môi trường - phụ lục báo cáo cải cách hành chính năm 2020 (bản gửi lần hai).xlsx';
  const other = fixture();
  const findings = other.findings.map((f) => ({ ...f, file: f.severity === 'error' ? long : f.file }));
  const s = sheet('Phát hiện', buildPlan({ ...other, findings }));
  const [name, cell] = [at(s, 4, 4), at(s, 4, 6)];
  expect(name).toEqual({ row: 4, col: 4, value: long, style: 'tableText' });
  expect(cell).toMatchObject({ value: 'C13', style: 'tableLink', link: { file: long, sheet: 'PL2', cell: 'C13' } });
  expect(s.heights![4]).toBeGreaterThan(40);
});

test('after 1/7/2025 a form has no blank "Cấp huyện"; a figure that somebody gave keeps its column', () => {
  const other = fixture();
  other.consolidation.period = { from: '2025-12-15', to: '2026-12-14', label: 'năm 2026' };
  const headers = (name: string): unknown[] =>
    sheet(name, buildPlan(other))
      .cells.filter((c) => c.style === 'header' && c.value !== null)
      .map((c) => c.value);
  expect(headers('Phụ lục 3')).toContain('Cấp huyện');
  for (const row of other.consolidation.tables.find((t) => t.template === 'phu-luc-3')!.rows)
    row.figures['district'] = { ...row.figures['district']!, value: null, contributions: [] };
  expect(headers('Phụ lục 3')).toEqual([
    'Số TT',
    'Tiêu chí',
    'Tổng số',
    'Chia ra theo cấp hành chính',
    'Ghi chú',
    'Cấp tỉnh',
    'Cấp xã',
  ]);
  expect(figure('phu-luc-3', '1', 'commune', buildPlan(other)).value).toBe(18);
  other.consolidation.period = { from: '2024-12-15', to: '2025-12-14', label: 'năm 2025' };
  expect(headers('Phụ lục 3')).toContain('Cấp huyện');
});

test('a table without its form is a bug, not a missing sheet', () => {
  expect(() => buildPlan({ ...data, templates: data.templates.slice(1) })).toThrow('phu-luc-1');
});

test('texts of the plan are composed Vietnamese (NFC)', () => {
  for (const s of plan.sheets) for (const t of texts(s)) expect(t).toBe(t.normalize('NFC'));
});
