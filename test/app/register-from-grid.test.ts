import { matchAgency } from '../../src/core/agencies/match-agency';
import { deriveSymbol } from '../../src/core/agencies/derive-symbol';
import { levelOfName } from '../../src/core/agencies/level-of-name';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Register } from '../../src/core/agencies/register-schema';
import { columnName } from '../../src/core/model/address';
import type { Grid } from '../../src/core/model/grid';
import { registerFromGrid } from '../../src/app/agencies/register-from-grid';
import { readXlsx } from '../../src/files/readers/xlsx/read-xlsx';
import { register2020, register2026 } from '../core/agencies/registers';
import type { BookCell } from '../files/book';
import { makeXlsx } from '../files/make-xlsx';
import { makeGrid } from '../support/make-grid';
import { makeProvince } from '../support/make-province';

const LEVEL = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' };

/** A list as an officer would keep it, through bytes of a workbook. */
function throughXlsx(rows: (string | number | { date: string } | undefined)[][]): Grid[] {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c): BookCell[] => {
      if (value === undefined || value === '') return [];
      const at = `${columnName(c)}${r + 1}`;
      return [typeof value === 'object' ? { at, date: value.date } : { at, value }];
    }),
  );
  const read = readXlsx(makeXlsx({ sheets: [{ name: 'Danh mục', cells }] }));
  if (!read.ok) throw new Error(read.message);
  return read.grids;
}

function listOf(register: Register): (string | number | { date: string } | undefined)[][] {
  return [
    ['DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ GỬI BÁO CÁO'],
    [],
    [
      'STT',
      'Tên cơ quan, đơn vị',
      'Cấp',
      'Mã',
      'Ký hiệu',
      'Tên viết tắt',
      'Tên khác',
      'Từ ngày',
      'Đến ngày',
      'Kế thừa',
    ],
    ...register.agencies.map((a, i) => [
      i + 1,
      a.name,
      LEVEL[a.level],
      a.code,
      a.symbols.join(', '),
      a.abbreviations.join('; '),
      a.aliases.join('; '),
      a.from ? { date: a.from } : undefined,
      a.to ? a.to.split('-').reverse().join('/') : undefined,
      (a.successors ?? []).join('; '),
    ]),
  ];
}

describe('a register from an Excel list', () => {
  test.each([
    ['2020', register2020],
    ['2026', register2026],
    ['190 đơn vị', makeProvince(3).register],
  ])('the register of %s comes back as it was written', (_, register) => {
    const made = registerFromGrid(throughXlsx(listOf(register)), 'Khánh Hòa');
    if (!made.ok) throw new Error(made.message);
    const plain = (r: Register) =>
      r.agencies.map(({ code, name, level, aliases, symbols, abbreviations, from, to, successors }) => ({
        code,
        name,
        level,
        aliases,
        symbols,
        abbreviations,
        from: from ?? null,
        to: to ?? null,
        successors: successors ?? [],
      }));
    const given = plain(register);
    // Symbols that the list does not give are derived, and told.
    expect(plain(made.register).map((a, i) => (given[i]!.symbols.length === 0 ? { ...a, symbols: [] } : a))).toEqual(
      given,
    );
    expect(parseRegister(JSON.parse(made.content))).toEqual({ ok: true, register: made.register });
  });

  test('names alone: levels, codes and symbols as in the shipped register', () => {
    const made = registerFromGrid(
      throughXlsx([['Danh sách đơn vị năm 2020'], ...register2020.agencies.map((a) => [a.name])]),
      'tỉnh Khánh Hòa',
    );
    if (!made.ok) throw new Error(made.message);
    expect(made.register.province.name).toBe('Khánh Hòa');
    expect(made.register.agencies.map((a) => [a.name, a.level])).toEqual(
      register2020.agencies.map((a) => [a.name, a.level]),
    );
    const other = made.register.agencies
      .filter((a, i) => a.code !== register2020.agencies[i]!.code)
      .map((a) => `${a.name}: ${a.code}`);
    expect(other).toEqual(['Ban Quản lý Khu kinh tế Vân Phong: BQLKKTVP']);
    for (const [file, code] of [
      ['STC - phu luc.xlsx', 'STC'],
      ['UBND huyen Van Ninh.xlsx', 'UBND-VANNINH'],
      ['Ngoai vu.xlsx', 'SNgV'],
    ] as const) {
      expect(matchAgency(made.register, [{ kind: 'file-name', text: file }])).toMatchObject({
        state: 'agreed',
        agency: { code },
      });
    }
  });

  test('groups, short names, doubles, close names and lines that are no agency', () => {
    const made = registerFromGrid(
      [
        makeGrid([
          ['STT', 'Cơ quan, đơn vị', 'Đến ngày', 'Ghi chú'],
          ['(1)', '(2)', '(3)', '(4)'],
          ['I', 'Các sở, ban, ngành', '', ''],
          [1, 'Sở  Tư pháp', '', 'bổ trợ tư pháp'],
          [2, 'Sở Tư pháp', '', ''],
          [3, 'Sở Kế hoạch và Đầu tư', 'hết quý I', ''],
          ['II', 'Các phường', '', ''],
          [4, 'Ninh Hòa', '', ''],
          [5, 'P. Đông Ninh Hòa', '', ''],
          ['III', 'UBND các xã', '', ''],
          [6, 'Xã Hòa Trí', '', ''],
          [7, 'xã Hòa Tri', '', ''],
          [8, 'Ông Nguyễn Văn A', '', ''],
          [9, '', '', ''],
          ['', 'Người lập biểu', '', ''],
        ]),
      ],
      'Khánh Hòa',
    );
    if (!made.ok) throw new Error(made.message);
    expect(made.register.agencies.map((a) => [a.code, a.name, a.level])).toEqual([
      ['STP', 'Sở Tư pháp', 'province'],
      ['SKHĐT', 'Sở Kế hoạch và Đầu tư', 'province'],
      ['UBND-NINHHOA', 'UBND phường Ninh Hòa', 'commune'],
      ['UBND-DONGNINHHOA', 'UBND phường Đông Ninh Hòa', 'commune'],
      ['UBND-X-HOATRI', 'UBND xã Hòa Trí', 'commune'],
      ['UBND-X-HOATRI-2', 'UBND xã Hòa Tri', 'commune'],
    ]);
    const all = made.warnings.join('\n');
    for (const told of [
      'Dòng 5: Sở Tư pháp đã có ở dòng 4',
      'Dòng 6: không hiểu ngày "hết quý I"',
      'chỉ khác dấu',
      'UBND xã Hòa Trí và UBND xã Hòa Tri',
      'Ông Nguyễn Văn A',
      'Người lập biểu',
      'Dòng 14: có số thứ tự',
      'SKHĐT (Sở Kế hoạch và Đầu tư)',
      '"Ninh Hòa" dưới mục "Các phường" được hiểu là UBND phường Ninh Hòa',
    ])
      expect(all).toContain(told);
    expect(all).not.toContain('Các sở');
  });

  test('successors and parents by name or code; one that is not in the list is told', () => {
    const made = registerFromGrid(
      [
        makeGrid([
          ['Tên đơn vị', 'Cơ quan kế thừa', 'Cấp trên'],
          ['Sở Văn hóa, Thể thao và Du lịch', '', ''],
          ['Sở Du lịch', 'Sở Văn hóa, Thể thao và Du lịch', ''],
          ['Chi cục Kiểm lâm', 'Sở Không Có', 'SVHTTDL'],
        ]),
      ],
      'Khánh Hòa',
    );
    if (!made.ok) throw new Error(made.message);
    expect(made.register.agencies.map((a) => [a.successors, a.parent])).toEqual([
      [undefined, undefined],
      [['SVHTTDL'], undefined],
      [undefined, 'SVHTTDL'],
    ]);
    expect(made.warnings.join()).toContain('"Sở Không Có"');
  });

  test('a file without a list says so', () => {
    expect(registerFromGrid([makeGrid([['Phụ lục 1'], ['a', 'b'], [1, 2]])], 'X')).toMatchObject({ ok: false });
    expect(registerFromGrid([], 'X').ok).toBe(false);
  });

  test('symbols and levels from names', () => {
    for (const a of [...register2020.agencies, ...register2026.agencies])
      expect([a.name, levelOfName(a.name)]).toEqual([a.name, a.level]);
    for (const title of [
      'Ban hành kèm theo Công văn 12',
      'Báo cáo năm 2020',
      'DANH SÁCH',
      'Trường Sa',
      'Tổng cộng',
      'Nha Trang',
    ])
      expect([title, levelOfName(title)]).toEqual([title, null]);
    expect(
      [
        'Sở Tư pháp',
        'Sở Lao động - Thương binh và Xã hội',
        'Văn phòng UBND tỉnh',
        'Thanh tra tỉnh',
        'Ban Quản lý KKT Vân Phong',
        'SỞ TƯ PHÁP',
      ].map(deriveSymbol),
    ).toEqual(['STP', 'SLĐTBXH', 'VPUBND', 'TTT', 'BQLKKTVP', 'STP']);
  });
});
