import type { ClueKind } from '../../../src/core/agencies/clue';
import { matchAgency } from '../../../src/core/agencies/match-agency';
import type { AgencyMatch } from '../../../src/core/model/agency';
import { register2020, register2026 } from './registers';

const END_2020 = '2020-12-14';
const in2020 = (kind: ClueKind, text: string): AgencyMatch => matchAgency(register2020, [{ kind, text }], END_2020);
const in2026 = (text: string): AgencyMatch => matchAgency(register2026, [{ kind: 'file-name', text }], '2026-03-14');
const code = (match: AgencyMatch): string | null => match.agency?.code ?? null;

test.each([
  ['SNV_PhuLuc_CCHC_nam2020.xlsx', 'SNV'],
  ['So Tu phap.xlsx', 'STP'],
  ['STC - phu luc.xlsx', 'STC'],
  ['SKHDT.xlsx', 'SKHĐT'],
  ['So Cong Thuong bao cao.xlsx', 'SCT'],
  ['NNPTNT.xls', 'SNN'],
  ['GTVT 2020.xlsx', 'SGTVT'],
  ['SXD.xlsx', 'SXD'],
  ['TNMT.xlsx', 'STNMT'],
  ['TTTT.xlsx', 'STTTT'],
  ['LDTBXH.ods', 'SLĐTBXH'],
  ['VHTT.xlsx', 'SVHTT'],
  ['SDL.xls', 'SDL'],
  ['KHCN.xlsx', 'SKHCN'],
  ['GDDT.xlsx', 'SGDĐT'],
  ['SYT.xlsx', 'SYT'],
  ['Ngoai vu.xlsx', 'SNgV'],
  ['Thanh tra tinh 57-BC-TTT.xlsx', 'TTT'],
  ['VPUB.docx', 'VPUBND'],
  ['Ban Dan toc.xlsx', 'BDT'],
  ['UBND TP Nha Trang.xlsx', 'UBND-NHATRANG'],
  ['UBND TP Cam Ranh.xlsx', 'UBND-CAMRANH'],
  ['UBND TX Ninh Hoa.xlsx', 'UBND-NINHHOA'],
  ['UBND huyen Van Ninh.xlsx', 'UBND-VANNINH'],
  ['UBND huyen Dien Khanh.xlsx', 'UBND-DIENKHANH'],
  ['UBND huyen Khanh Vinh.xlsx', 'UBND-KHANHVINH'],
  ['UBND huyen Khanh Son.docx', 'UBND-KHANHSON'],
  ['UBND huyen Cam Lam.xlsx', 'UBND-CAMLAM'],
  ['02 So Tu phap (ban cuoi).xlsx', 'STP'],
  ['bao cao cchc so noi vu 2020 final.xlsx', 'SNV'],
  ['UBND_huyen_VanNinh.xlsx', 'UBND-VANNINH'],
  ['STTTT.xlsx', 'STTTT'],
  ['TTT T11.2020.xlsx', 'TTT'],
  ['SLĐ-TB&XH.xlsx', 'SLĐTBXH'],
  ['Sở KH&ĐT.xlsx', 'SKHĐT'],
  ['SoTTTT PL1.xlsx', 'STTTT'],
  ['Cac so/So Y te/PL1.xlsx', 'SYT'],
  ['sotuphap.xlsx', 'STP'],
  ['H. Vạn Ninh.xlsx', 'UBND-VANNINH'],
  ['Diên Khánh.xlsx', 'UBND-DIENKHANH'],
  ['BQL KKT Vân Phong.xlsx', 'BQLKKT'],
  ['VP.UBND tỉnh.xlsx', 'VPUBND'],
  ['SỞ TÀI CHÍNH.XLSX', 'STC'],
  ['Sở Tài nguyen và Môi trừơng.xlsx', 'STNMT'],
  ['Uỷ ban nhân dân thị xã Ninh Hoà.xlsx', 'UBND-NINHHOA'],
  ['So Lao dong - Thuong binh va Xa hoi.xlsx', 'SLĐTBXH'],
  ['STC gui So Noi vu.xlsx', 'STC'],
  ['STC Nguyen Van A.xlsx', 'STC'],
  ['So Tu phap'.normalize('NFD') + ' báo cáo.xlsx'.normalize('NFD'), 'STP'],
])('file %s is from %s', (file, expected) => {
  const match = in2020('file-name', file);
  expect([code(match), match.state]).toEqual([expected, 'agreed']);
  expect(match.because[0]).toContain('Tên tệp');
});

test.each([
  'Phu luc 1.xlsx',
  'bao cao nam 2020.xlsx',
  'TTTTbaocao.xlsx',
  'UBND tinh Khanh Hoa.xlsx',
  'BC-UBND 2020.xlsx',
  'Van phong.xlsx',
  'gui So Noi vu.xlsx',
  // Not in the register, though they hold a name that is.
  'Sở Văn hóa, Thể thao và Du lịch.xlsx',
  'VHTTDL.xlsx',
  'Bac Nha Trang.xlsx',
  'UBND xa Vinh Thanh - TP Nha Trang.xlsx',
  'VP UBND Dxxn Khanh.xlsx',
  'Truong Cao dang Y te.xlsx',
  'huyen Nha Trang.xlsx',
  'Thanh tra So Tai chinh.xlsx',
  'So Tu phap, So Tai chinh.xlsx',
  'UBND huyen Khanh.xlsx',
  'Sở Ngoi vụ.xlsx',
  'Sc T pháp.xlsx',
  'huyện ahánh Snn.xlsx',
  'So tc phap.xlsx',
  'Snn a tế.xlsx',
  'Sở Tp chính.xlsx',
])('file %s names nobody', (file) => expect(in2020('file-name', file).agency).toBeNull());

test.each([
  ['UBND TỈNH KHÁNH HÒA\nSỞ TÀI CHÍNH', 'STC'],
  ['UBND TỈNH KHÁNH HÒA\nUBND HUYỆN DIÊN KHÁNH', 'UBND-DIENKHANH'],
  ['UBND TỈNH KHÁNH HÒA\nSỞ GIÁO DỤC\nVÀ ĐÀO TẠO\nSố: 12/BC-SGDĐT\nNha Trang, ngày 25 tháng 11 năm 2020', 'SGDĐT'],
  ['UBND TỈNH KHÁNH HÒA     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ      Độc lập - Tự do - Hạnh phúc', 'SYT'],
  ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CAM RANH', 'UBND-CAMRANH'],
  ['UBND TỈNH KHÁNH HÒA\nVĂN PHÒNG', 'VPUBND'],
  ['UBND TỈNH KHÁNH HÒA\nVĂN PHÒNG UBND TỈNH', 'VPUBND'],
  ['UBND TỈNH KHÁNH HÒA\nTHANH TRA TỈNH', 'TTT'],
  ['UBND TỈNH KHÁNH HÒA\nTHANH TRA', 'TTT'],
  ['UBND TỈNH KHÁNH HÒA\nBAN QUẢN LÝ\nKHU KINH TẾ VÂN PHONG', 'BQLKKT'],
  ['UBND TỈNH KHÁNH HÒA', null],
  ['Nha Trang, ngày 25 tháng 11 năm 2020', null],
  ['TP. Nha Trang, ngày 25 tháng 11 năm 2020', null],
  ['UBND HUYỆN DIÊN KHÁNH\nUBND XÃ DIÊN LẠC', null],
  ['UBND TỈNH KHÁNH HÒA\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', null],
])('heading %j', (heading, expected) => expect(code(in2020('letterhead', heading))).toBe(expected));

test.each([
  ['UBND XÃ CAM HIỆP NAM', null],
  ['UBND XÃ CAM HIỆP NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
  ['UBND XÃ VẠN THẮNG PHÚC', null],
  ['UBND XÃ CAM HIỆP          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'X-CAMHIEP'],
  ['UBND XÃ CAM HIỆP\tĐộc lập - Tự do - Hạnh phúc', 'X-CAMHIEP'],
])(
  'a longer name that the register lacks is not the shorter one, the motto is no part of a name: %s',
  (text, expected) => {
    const match = matchAgency(register2026, [{ kind: 'letterhead', text }], '2026-03-14');
    expect(match.state === 'agreed' ? code(match) : null).toBe(expected);
  },
);

test('a part of an agency is shown as doubtful', () => {
  expect(in2020('letterhead', 'SỞ NỘI VỤ\nCHI CỤC VĂN THƯ - LƯU TRỮ')).toMatchObject({
    agency: { code: 'SNV' },
    state: 'doubtful',
  });
});

test.each([
  ['(Đính kèm Báo cáo số 193/BC-STC ngày 25/11/2020)', 'STC'],
  ['70/BC-VP UBND', 'VPUBND'],
  ['Số: 5/BC-STC-QLNS', 'STC'],
  ['(Kèm theo Báo cáo số 9/BC-UBND ngày 25/11/2020 của UBND huyện Vạn Ninh)', 'UBND-VANNINH'],
  ['9/BC-UBND ngày 25/11/2020', null],
  ['(Ban hành kèm theo Công văn số 932/SNV-CCHC của Sở Nội vụ)', null],
])('reference %s', (text, expected) => expect(code(in2020('reference', text))).toBe(expected));

test('every name, alias and symbol of both registers leads home', () => {
  for (const [register, on] of [
    [register2020, END_2020],
    [register2026, '2026-03-14'],
  ] as const) {
    for (const agency of register.agencies.filter(({ to }) => !to || to > on)) {
      for (const text of [agency.name, ...agency.aliases]) {
        expect([text, code(matchAgency(register, [{ kind: 'file-name', text: `${text}.xlsx` }], on))]).toEqual([
          text,
          agency.code,
        ]);
        const heading = `UBND TỈNH KHÁNH HÒA\n${agency.name.toUpperCase()}`;
        expect([heading, code(matchAgency(register, [{ kind: 'letterhead', text: heading }], on))]).toEqual([
          heading,
          agency.code,
        ]);
      }
      for (const text of agency.symbols)
        expect([
          text,
          code(matchAgency(register, [{ kind: 'reference', text: `Số 3/BC-${text} ngày 2/11` }], on)),
        ]).toEqual([text, agency.code]);
      for (const text of agency.abbreviations)
        expect([text, code(matchAgency(register, [{ kind: 'file-name', text: `${text}.xlsx` }], on))]).toEqual([
          text,
          agency.code,
        ]);
    }
  }
});

test('clues that agree raise the score', () => {
  const one = in2020('file-name', 'Tai chinh.xlsx');
  const two = matchAgency(
    register2020,
    [
      { kind: 'file-name', text: 'Tai chinh.xlsx' },
      { kind: 'reference', text: '193/BC-STC' },
    ],
    END_2020,
  );
  expect(two.score).toBeGreaterThan(one.score);
  expect(two).toMatchObject({ agency: { code: 'STC', name: 'Sở Tài chính', level: 'province' }, state: 'agreed' });
});

test('clues that disagree name nobody and say who comes into question', () => {
  const match = matchAgency(
    register2020,
    [
      { kind: 'file-name', text: 'STP.xlsx' },
      { kind: 'letterhead', text: 'SỞ TÀI CHÍNH' },
      { kind: 'reference', text: '1/BC-STC' },
    ],
    END_2020,
  );
  expect(match).toMatchObject({ agency: null, state: 'doubtful' });
  expect(match.candidates.map((one) => one.agency.code)).toEqual(['STC', 'STP']);
  expect(match.because.join('\n')).toContain('Khác: Sở Tư pháp');
});

test('no clue is unknown', () =>
  expect(matchAgency(register2020, [])).toEqual({
    agency: null,
    score: 0,
    because: [],
    candidates: [],
    state: 'unknown',
  }));

test('close places of two levels', () => {
  expect(
    [
      'Nha Trang',
      'Bac Nha Trang',
      'P. Nam Nha Trang',
      'UBND phường Tây Nha Trang',
      'Van Thang',
      'xa Van Ninh',
      'UBND xã Diên Lâm',
    ].map((text) => code(in2026(text))),
  ).toEqual(['P-NHATRANG', 'P-BACNHATRANG', 'P-NAMNHATRANG', 'P-TAYNHATRANG', 'X-VANTHANG', 'X-VANNINH', 'X-DIENLAM']);
  expect(
    [
      'Bc Nha Trang',
      'Nm Nha Trang',
      'Nam Nah Trang',
      'phuong Baf Nha Trang',
      'bao cao nam Nha Trang',
      'báo cáo năm Nha Trang',
    ].map((text) => code(in2026(text))),
  ).toEqual([null, null, null, null, null, null]);
});

test('an agency that is no more is not named, its successors are offered', () => {
  const match = in2026('UBND huyen Van Ninh.xlsx');
  expect(match).toMatchObject({ agency: null, state: 'doubtful' });
  expect(match.candidates.map((one) => one.agency.code)).toEqual(['X-VANNINH', 'X-VANTHANG', 'X-VANHUNG']);
  expect(match.because.join()).toContain('30/06/2025');
  expect(matchAgency(register2026, [{ kind: 'file-name', text: 'UBND Van Ninh' }]).agency).toBeNull();
});
