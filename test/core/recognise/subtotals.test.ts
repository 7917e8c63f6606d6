import { recogniseSheet } from '../../../src/core/recognise/recognise-sheet';
import { templates } from '../../../src/core/templates/registry';
import type { Appendix } from '../../../src/core/model/appendix';
import { makeGrid } from '../../support/make-grid';

type Row = (string | number)[];
const HEAD: Row[] = [
  ['TỔNG HỢP KẾT QUẢ GIẢI QUYẾT HỒ SƠ THEO CƠ CHẾ MỘT CỬA'],
  ['STT', 'Lĩnh vực', 'Tiếp nhận', 'Giải quyết trước hạn', 'Đúng hạn', 'Quá hạn', 'Trả hồ sơ', 'Đang giải quyết'],
];
const field = (n: number | string, label: string, received: number, early: number): Row => [
  n,
  label,
  received,
  early,
  received - early,
  0,
  0,
  0,
];
const sum = (label: string, ...of: Row[]): Row => [
  '',
  label,
  ...[2, 3, 4, 5, 6, 7].map((c) => of.reduce((s, r) => s + Number(r[c]), 0)),
];
const A = field(1, 'Đất đai', 40, 10);
const B = field(2, 'Hộ tịch', 30, 20);
const C = field(3, 'Người có công', 25, 5);
const D = field(4, 'Bảo trợ xã hội', 12, 7);

function read(rows: Row[]): Appendix {
  const sheet = recogniseSheet(makeGrid([...HEAD, ...rows]), 'a.xlsx', templates());
  expect(sheet.appendices).toHaveLength(1);
  return sheet.appendices[0]!;
}
const labels = (a: Appendix): string[] => a.rows.filter((r) => r.key !== 'total').map((r) => r.label);
const hasTotal = (a: Appendix): boolean => a.rows.some((r) => r.key === 'total');
const asked = (a: Appendix): (string | undefined)[] =>
  a.issues.filter((i) => i.rule === 'template-uncertain' && i.at.row).map((i) => i.at.row);

describe('subtotals of a list', () => {
  test.each(['Cộng lĩnh vực xã hội', 'Cộng I', 'Khối xã hội'])('“%s” after its rows is no row of its own', (word) => {
    const a = read([A, B, sum(word, A, B), C, D, sum('Cộng 2', C, D), sum('Tổng cộng', A, B, C, D)]);
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Người có công', 'Bảo trợ xã hội']);
    expect(hasTotal(a)).toBe(true);
    expect(asked(a)).toEqual([]);
  });

  test.each(['Toàn xã', 'Toàn phường', 'T.Cộng', 'TC', 'T/C:'])('“%s” as last row is the total', (word) => {
    const a = read([A, B, C, sum(word, A, B, C)]);
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Người có công']);
    expect(hasTotal(a)).toBe(true);
  });

  test('“Toàn xã” over subtotals is the total, and nothing counts twice', () => {
    const a = read([
      A,
      B,
      sum('Cộng lĩnh vực đất đai', A, B),
      C,
      D,
      sum('Cộng lĩnh vực xã hội', C, D),
      sum('Toàn xã', A, B, C, D),
    ]);
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Người có công', 'Bảo trợ xã hội']);
    expect(hasTotal(a)).toBe(true);
  });

  test('a “Cộng (1+2)” in the middle is not the grand total: the rows after it count', () => {
    const a = read([A, B, sum('Cộng (1+2)', A, B), C, D, sum('Tổng cộng', A, B, C, D)]);
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Người có công', 'Bảo trợ xã hội']);
    expect(hasTotal(a)).toBe(true);
    expect([...new Set(a.refused.filter((r) => r.reason === 'không nhận ra dòng').map((r) => r.at.row))]).toEqual([4]);
  });

  test('a row that is called a sum and is none does not count until someone is asked', () => {
    const wrong = sum('Cộng lĩnh vực xã hội', A, B);
    wrong[2] = 999;
    const a = read([A, B, wrong, C, D]);
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Người có công', 'Bảo trợ xã hội']);
    expect(a.issues.map((i) => i.rule)).toContain('unknown-row');
  });

  test('without a total, a row that adds up by chance stays and is asked about', () => {
    const a = read([A, B, field(3, 'Người có công', 70, 30), D]);
    expect(labels(a)).toHaveLength(4);
    expect(asked(a)).toHaveLength(1);
  });

  test('a field that repeats the row above is a field', () => {
    const a = read(
      [A, B, { ...B, 1: 'Chứng thực' } as unknown as Row, sum('Tổng cộng', A, B, B)].map((r) => Object.values(r)),
    );
    expect(labels(a)).toEqual(['Đất đai', 'Hộ tịch', 'Chứng thực']);
  });
});
