import type { Board } from '../../../src/core/model/board';
import type { CaseSummary } from '../../../src/core/model/case';
import type { OutputPlan, SheetPlan } from '../../../src/core/model/output-plan';
import { buildPlan } from '../../../src/core/plan/build-plan';
import { cellOf } from '../../support/figure-place';
import { checkSheet } from '../../../src/files/xlsx-writer/check-sheet';
import { fixture } from './fixture';

const data = fixture();
const AT = '2020-12-16T02:30:00.000Z';
const summary: CaseSummary = {
  journal: [
    {
      entry: {
        kind: 'rule-off',
        rule: 'not-filled',
        id: 1,
        at: AT,
        by: 'Nguyễn Thị Hoa',
        reason: 'Biểu cũ',
        about: 'Ô để trống.',
      },
      revokedBy: 2,
    },
    {
      entry: { kind: 'revoke', entry: 1, id: 2, at: AT, by: 'Nguyễn Thị Hoa', reason: '=1+1', about: 'Hủy dòng 1' },
      revokedBy: null,
    },
  ],
  rulesOff: [],
};
const board: Board = {
  period: data.consolidation.period,
  deadline: { day: '2020-12-16', known: true },
  today: '2020-12-20',
  templates: [{ id: 'phu-luc-2', short: 'Phụ lục 2' }],
  rows: [
    {
      key: 'STP',
      name: 'Sở Tư pháp',
      level: 'province',
      state: 'sent',
      templates: { 'phu-luc-2': 'sent' },
      missing: [],
      files: ['a.xlsx'],
      receivedOn: '2020-12-15',
      receivedBy: 'report-date',
      time: 'on-time',
      errors: 0,
      warnings: 2,
      pending: 1,
      expected: true,
    },
    {
      key: 'SYT',
      name: 'Sở Y tế',
      level: 'province',
      state: 'not-sent',
      templates: { 'phu-luc-2': 'not-sent' },
      missing: [],
      files: [],
      receivedOn: null,
      receivedBy: null,
      time: 'overdue',
      errors: 0,
      warnings: 0,
      pending: 0,
      expected: true,
    },
    {
      key: 'SXD',
      name: 'Sở Xây dựng',
      level: 'province',
      state: 'returned',
      templates: { 'phu-luc-2': 'returned' },
      missing: [],
      files: ['b.xlsx'],
      receivedOn: null,
      receivedBy: null,
      time: 'unknown',
      errors: 1,
      warnings: 0,
      pending: 0,
      expected: true,
    },
  ],
  counts: { 'not-sent': 1, sent: 1, faulty: 0, returned: 1, approved: 0 },
  late: 0,
  overdue: 1,
  unnamed: [],
};

function adjusted(): OutputPlan {
  const other = fixture();
  const row = other.consolidation.tables.find((t) => t.template === 'phu-luc-2')!.rows.find((r) => r.row === '1')!;
  const sum = (c: string): number => Number(row.figures[c]!.value);
  row.figures['province'] = {
    ...row.figures['province']!,
    adjustment: {
      value: sum('province') + 1,
      sum: sum('province'),
      reason: 'Sở Tư pháp báo lại',
      by: 'Nguyễn Thị Hoa',
      at: AT,
    },
  };
  row.figures['total'] = {
    ...row.figures['total']!,
    adjustment: { value: sum('total') + 1, sum: sum('total'), reason: '', by: 'Nguyễn Thị Hoa', at: AT, derived: true },
  };
  return buildPlan({
    ...other,
    board: { board, reminder: 'Chưa gửi: 1 đơn vị\n1. Sở Y tế' },
    case: { summary, text: '{}' },
  });
}

const at = (s: SheetPlan, row: number, col: number) => s.cells.find((c) => c.row === row && c.col === col);
const sheet = (plan: OutputPlan, name: string): SheetPlan => plan.sheets.find((s) => s.name === name)!;
const texts = (s: SheetPlan): string => s.cells.map((c) => c.value).join('\n');

test('the adjusted figure is what the form shows, live total and reason with it; the sums stay on the evidence', () => {
  const plan = adjusted();
  const place = cellOf(plan, 'phu-luc-2', '1', 'province')!;
  const total = cellOf(plan, 'phu-luc-2', '1', 'total')!;
  const form = sheet(plan, place.sheet);
  expect(at(form, place.row, place.col)).toMatchObject({
    value: 10,
    note: expect.stringMatching(
      /điều chỉnh thành 10; tổng từ các đơn vị là 9\. Lý do: Sở Tư pháp báo lại \(Nguyễn Thị Hoa, 09:30 ngày 16\/12\/2020\)/,
    ),
  });
  const cell = at(form, total.row, total.col)!;
  const before = cellOf(buildPlan(fixture()), 'phu-luc-2', '1', 'total')!;
  expect(Number(cell.value)).toBe(
    Number(at(sheet(buildPlan(fixture()), before.sheet), before.row, before.col)!.value) + 1,
  );
  expect(cell.formula).toMatch(/^SUM\(/);
  expect(texts(sheet(plan, 'Đối soát'))).toContain('Số liệu đã điều chỉnh');
  const byAgency = sheet(plan, 'Theo đơn vị').cells.filter((c) => c.note?.includes('điều chỉnh thành 10'));
  expect(byAgency).toEqual([expect.objectContaining({ value: 9, formula: expect.stringMatching(/^SUM\(/) })]);
});

test('the journal names every decision and never loses one that was taken back; its texts stay texts', () => {
  const journal = sheet(adjusted(), 'Nhật ký');
  expect(() => checkSheet(journal)).not.toThrow();
  for (const part of [
    'Tắt quy tắc',
    'Hủy, mở lại',
    'Đã hủy (số 2)',
    '09:30 ngày 16/12/2020',
    'Số liệu khác với tổng từ các đơn vị',
  ])
    expect(texts(journal)).toContain(part);
  expect(journal.cells.find((c) => c.value === '=1+1')?.formula).toBeUndefined();
});

test('the board: grey, green and yellow, counts with bars, a filter, and the reminder list', () => {
  const s = sheet(adjusted(), 'Tình hình nộp');
  expect(() => checkSheet(s)).not.toThrow();
  const style = (name: string): string =>
    s.cells.find((c) => c.row === s.cells.find((x) => x.value === name)!.row && c.col === 3)!.style;
  expect(['Sở Y tế', 'Sở Tư pháp', 'Sở Xây dựng'].map(style)).toEqual(['waiting', 'good', 'warning']);
  expect(s.autofilter!.bottom - s.autofilter!.top).toBe(3);
  expect(texts(s)).toMatch(/█+ 33,3%/);
  expect(texts(s)).toContain('1. Sở Y tế');
  expect(texts(s)).toContain('Hạn gửi: 16/12/2020');
});

test(
  'board and journal repeat the header of their table on paper; the reminder list, there to be copied, is not ' +
    'printed',
  () => {
    for (const name of ['Tình hình nộp', 'Nhật ký']) {
      const s = sheet(adjusted(), name);
      const { from, to } = s.page.repeatRows!;
      expect([name, from, to, at(s, from, 0)?.style]).toEqual([
        name,
        s.autofilter!.top,
        s.autofilter!.top,
        'tableHeader',
      ]);
    }
    const board_ = sheet(adjusted(), 'Tình hình nộp');
    expect(board_.page.area!.bottom).toBe(board_.autofilter!.bottom);
    expect(board_.cells.find((c) => c.value === 'DANH SÁCH NHẮC')!.row).toBeGreaterThan(board_.page.area!.bottom);
  },
);

test('without board and case the workbook has neither sheet, and keeps no text', () => {
  const plan = buildPlan(fixture());
  expect(plan.sheets.map((s) => s.role)).not.toEqual(expect.arrayContaining(['board']));
  expect(plan.attachments).toBeUndefined();
});
