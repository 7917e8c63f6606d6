import fc from 'fast-check';
import type { Appendix } from '../../../src/core/model/appendix';
import { recogniseSheet } from '../../../src/core/recognise/recognise-sheet';
import { templateById, templates } from '../../../src/core/templates/registry';
import { MOT_CUA, PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

const ALL = templates();
const TITLE = [
  ['Phụ lục 2'],
  ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC'],
  ['(Đính kèm Báo cáo số 57 /BC-TTT ngày 29 /11/2020)'],
];

function one(rows: (string | number)[][], options: Parameters<typeof makeGrid>[1] = {}): Appendix {
  const found = recogniseSheet(makeGrid(rows, options), 'a.xlsx', ALL);
  expect(found.appendices).toHaveLength(1);
  return found.appendices[0]!;
}
const value = (a: Appendix, row: string, column: string): unknown => {
  const figure = a.cells.find((c) => c.row === row && c.column === column)?.figure;
  return figure?.kind === 'number' ? figure.value : figure?.kind;
};
/** Every row of phu-luc-2 with its own number as figure, so that a swapped row shows. */
const own = (row: string): (string | number)[] => [Number(row), Number(row), '', '', ''];

describe('recogniseSheet', () => {
  test('a complete form: every row, column, title and reference, with reasons', () => {
    const a = one([...TITLE, [], ...PL2_HEAD, ...pl2Rows(own)]);
    expect(a.template).toBe('phu-luc-2');
    expect(a.confidence).toBeGreaterThanOrEqual(0.99);
    expect(a.rows).toHaveLength(30);
    expect(a.issues).toEqual([]);
    expect(a.refused).toEqual([]);
    expect(a.reference).toContain('57 /BC-TTT');
    expect(a.because.join(' ')).toContain('30/30 dòng');
    for (let n = 1; n <= 30; n++) expect(value(a, String(n), 'total')).toBe(n);
    expect(a.cells.find((c) => c.row === '3' && c.column === 'total')!.cell).toBe('C9');
  });

  test('without title, with letterhead, empty first column, number row and signature', () => {
    const head = [['UBND TỈNH KHÁNH HÒA', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['SỞ TÀI CHÍNH'], []];
    const numbers = [['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']];
    const tail = [[], ['', '', '', 'NGƯỜI LẬP BIỂU'], ['', '', '', 'Nguyễn Văn A']];
    const a = one([...head, ...PL2_HEAD, ...numbers, ...pl2Rows(own), ...tail], { left: 1, top: 2 });
    expect(a.rows).toHaveLength(30);
    expect(a.refused).toEqual([]);
    for (let n = 1; n <= 30; n++) expect(value(a, String(n), 'province')).toBe(n);
  });

  test('moved rows go by wording, and the change of numbers is told once', () => {
    const rows = pl2Rows(own)
      .reverse()
      .map((r, i) => [`${i + 1}`, ...r.slice(1)]);
    const a = one([...TITLE, ...PL2_HEAD, ...rows]);
    for (let n = 1; n <= 30; n++) expect(value(a, String(n), 'total')).toBe(n);
    expect(a.issues.filter((i) => i.rule === 'template-uncertain')).toHaveLength(1);
  });

  test('a header repeated after a page break is no row', () => {
    const rows = pl2Rows(own);
    const a = one([...TITLE, ...PL2_HEAD, ...rows.slice(0, 12), ...PL2_HEAD, ...rows.slice(12)]);
    expect(a.rows).toHaveLength(30);
    expect(a.refused).toEqual([]);
  });

  test('a label broken over two rows, figures on the first or on the second; "liên thông" is row 27', () => {
    const rows: (string | number)[][] = [];
    for (const [number, label, ...figures] of pl2Rows(own)) {
      const words = String(label).split(' ');
      const cut = words.length - 2;
      const first = words.slice(0, cut).join(' ');
      const second = words.slice(cut).join(' ');
      if (Number(String(number).replace('.', '')) % 2) rows.push([number!, first, ...figures], ['', second]);
      else rows.push([number!, first], ['', second, ...figures]);
    }
    const a = one([...TITLE, ...PL2_HEAD, ...rows]);
    expect(a.refused).toEqual([]);
    for (let n = 1; n <= 30; n++) expect(value(a, String(n), 'total')).toBe(n);
  });

  test('four forms on one sheet, each with its own cells', () => {
    const p3 = templateById('phu-luc-3')!.rows.map((r) => [r.number, r.label, 7, 7, '', '', '']);
    const p4 = templateById('phu-luc-4')!.rows.map((r) => [r.number, r.label, 9, 9, '', '', '100%', '']);
    const head4 = [
      [
        'STT',
        'Tiêu chí',
        'Tổng số',
        'Chia ra theo cấp hành chính',
        '',
        '',
        'Tỷ lệ % (so với tổng số TTHC trong bộ TTHC)',
        'Ghi chú',
      ],
      ['', '', '', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
    ];
    const sheet = [
      ...TITLE,
      ...PL2_HEAD,
      ...pl2Rows(own),
      [],
      [],
      ['PHỤ LỤC III'],
      ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, TỔ CHỨC'],
      ...PL2_HEAD,
      ...p3,
      [],
      ['Phụ lục 4THỐNG KÊ THỦ TỤC HÀNH CHÍNH'],
      ...head4,
      ...p4,
    ];
    const found = recogniseSheet(makeGrid(sheet), 'a.xlsx', ALL).appendices;
    expect(found.map((a) => a.template)).toEqual(['phu-luc-2', 'phu-luc-3', 'phu-luc-4']);
    expect(found.flatMap((a) => a.refused)).toEqual([]);
    expect(value(found[1]!, '1', 'total')).toBe(7);
    expect(found[2]!.cells.find((c) => c.row === '2' && c.column === 'percent')!.figure).toEqual({
      kind: 'percent',
      value: 1,
    });
  });

  test('a missing level column, an added column and an added row are told; their figures are kept out', () => {
    const head = [['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp xã', 'Số cũ', 'Ghi chú']];
    const rows = pl2Rows((n) => [Number(n), Number(n), '', 99, '']);
    rows.splice(5, 0, ['', 'Trong đó: số cơ quan thuộc Chi cục', 4, 4, '', '', '']);
    const a = one([...TITLE, ...head, ...rows]);
    const rules = a.issues.map((i) => i.rule);
    expect(rules).toContain('missing-column');
    expect(rules).toContain('unknown-column');
    expect(rules.filter((r) => r === 'unknown-row')).toHaveLength(1);
    expect(a.refused).toHaveLength(30 + 2);
    expect(value(a, '5', 'total')).toBe(5);
    expect(value(a, '6', 'total')).toBe(6);
  });

  test('a label that could be two rows is asked, with candidates and scores, never guessed', () => {
    const rows = pl2Rows(own);
    rows[12] = ['', 'ban hành quy chế chi tiêu nội bộ', 5, 5, '', '', ''];
    const a = one([...TITLE, ...PL2_HEAD, ...rows]);
    const asked = a.issues.find((i) => i.rule === 'unknown-row')!;
    expect((asked.params!['candidates'] as string[]).length).toBeGreaterThan(0);
    expect(a.refused.map((r) => r.cell)).toEqual(['C18', 'D18']);
  });

  test('two different rows for one template row: neither figure is used', () => {
    const rows = pl2Rows(own);
    rows.push(['3', String(rows[2]![1]), 8, 8, '', '', '']);
    const a = one([...TITLE, ...PL2_HEAD, ...rows]);
    expect(value(a, '3', 'total')).toBe('refused');
    expect(a.issues.some((i) => i.rule === 'duplicate-row' && i.severity === undefined)).toBe(true);
  });

  test('a figure in a cell merged over two rows belongs to neither', () => {
    const a = one([...TITLE, ...PL2_HEAD, ...pl2Rows((n) => (n === '2' ? ['', '', '', '', ''] : own(n)))], {
      merges: ['C6:C7'],
    });
    expect(value(a, '1', 'total')).toBe('refused');
    expect(a.issues.some((i) => i.rule === 'not-a-number' && i.at.cell === 'C6')).toBe(true);
  });

  test('the one-stop table: rows by field, total row, blanks', () => {
    const a = one([['3.2. Kết quả giải quyết hồ sơ'], ...MOT_CUA], { merges: ['C2:F2'] });
    expect(a.template).toBe('mot-cua');
    expect(a.rows).toHaveLength(23);
    expect(value(a, 'total', 'received')).toBe(545);
    expect(value(a, 'đất đai', 'pending')).toBe(1);
    expect(a.issues.filter((i) => i.rule !== 'number-as-text' && i.rule !== 'text-repaired')).toEqual([]);
  });

  test('what is no form is not taken for one', () => {
    const diary = makeGrid([
      ['STT', 'Nội dung', 'Số lượng'],
      [1, 'Mua văn phòng phẩm', 20],
      [2, 'Mực in', 3],
    ]);
    expect(recogniseSheet(diary, 'a.xlsx', ALL).appendices).toEqual([]);
    expect(recogniseSheet(makeGrid([]), 'a.xlsx', ALL).appendices).toEqual([]);
  });

  test('property: shuffled rows, shifted tables and single slips in labels never put a figure in a wrong row', () => {
    const rows = pl2Rows(own);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 15 }),
        fc.nat(3),
        fc.nat(5),
        fc.array(fc.tuple(fc.nat(29), fc.nat(60), fc.constantFrom('drop', 'double', 'swap')), { maxLength: 6 }),
        (picked, left, top, slips) => {
          const typed = picked.map((r, i) => {
            const slip = slips.find((s) => s[0] === i);
            const label = String(r[1]);
            return slip ? [r[0]!, withSlip(label, slip[1] % label.length, slip[2]), ...r.slice(2)] : r;
          });
          const a = one([...TITLE, ...PL2_HEAD, ...typed], { left, top });
          for (const cell of a.cells) {
            if (cell.column === 'total' && cell.figure.kind === 'number')
              expect(cell.figure.value).toBe(Number(cell.row));
          }
          expect(
            a.cells.filter((c) => c.column === 'total' && c.figure.kind === 'number').length +
              a.refused.filter((r) =>
                r.cell.startsWith(a.columns.find((c) => c.key === 'total') ? String.fromCharCode(67 + left) : ''),
              ).length,
          ).toBe(picked.length);
        },
      ),
      { numRuns: 60, seed: 20201129 },
    );
  });
});

function withSlip(label: string, at: number, kind: string): string {
  if (kind === 'drop') return label.slice(0, at) + label.slice(at + 1);
  if (kind === 'double') return label.slice(0, at) + label.charAt(at) + label.slice(at);
  return label.slice(0, at) + label.charAt(at + 1) + label.charAt(at) + label.slice(at + 2);
}
