import register from '../../samples/hai-cap-2026/agencies.json';
import type { Sender } from './fill';
import type { Filled } from './forms';
import { reckon, type Said } from './reckon';
import { fileOf, PERIODS, retyped, saidBy, type Came, type Period } from './the-year';

/** A unit of Sở Y tế that sends by itself, which the shipped register does not have. */
const UNIT = { code: 'TTKSBT', name: 'Trung tâm Kiểm soát bệnh tật tỉnh', level: 'province', parent: 'SYT' };
export const REGISTER = { ...register, agencies: [...register.agencies, UNIT] };

/** Those who send in this story; the others of the register send nothing. */
export const SENDERS = [
  'VPUBND',
  'SNV',
  'STP',
  'STC',
  'SCT',
  'SNNMT',
  'SYT',
  'TTKSBT',
  'P-BACNHATRANG',
  'P-NAMNHATRANG',
  'P-CAMRANH',
  'X-TAYNINHHOA',
  'X-VANTHANG',
  'X-VANHUNG',
  'X-DIENKHANH',
  'X-DIENLAC',
  'X-DIENLAM',
  'X-KHANHVINH',
  'X-BACKHANHVINH',
  'X-CAMLAM',
  'X-CAMHIEP',
];

export function sender(code: string): Sender {
  const { name, level } = REGISTER.agencies.find((a) => a.code === code)!;
  return { code, name, level: level as Sender['level'] };
}

export const half = PERIODS.half;
const said = (code: string, period: Period = half): Said => saidBy(sender(code), period);
const number = (filled: Filled | undefined, row: string, column: string): number =>
  Number(filled?.[row]?.[column] ?? 0);

/** The first wave of the half-year, with what is wrong in it. */
export async function firstWave(): Promise<Came[]> {
  const late = new Set(['P-NAMNHATRANG', 'X-TAYNINHHOA', 'X-CAMLAM', 'X-CAMHIEP', 'X-BACKHANHVINH']);
  const files: Came[] = [];
  for (const code of SENDERS) {
    if (late.has(code)) continue;
    const s = said(code);
    const name = `${s.name}.xlsx`;
    switch (code) {
      case 'STP':
        files.push(await fileOf(retyped(s, [['phu-luc-2', '10', 'total', 99]]), half, 'So Tu phap.xlsx'));
        break;
      case 'SYT':
        files.push(
          await fileOf(retyped(s, [['phu-luc-2', '10', 'province', '12 (VP Sở)']]), half, 'SYT phu luc CCHC.xlsx'),
        );
        break;
      case 'SCT':
        files.push(
          await fileOf(retyped(s, [['phu-luc-1', '1', 'note', 'Đạt 100% kế hoạch']]), half, 'So Cong Thuong.xls'),
        );
        break;
      case 'X-DIENLAC':
        files.push(
          await fileOf(
            retyped(s, [
              ['phu-luc-4', '2', 'commune', 190],
              ['phu-luc-4', '2', 'total', 190],
            ]),
            half,
            'xã Diên Lạc.xlsx',
          ),
        );
        break;
      case 'P-CAMRANH':
        files.push(await fileOf(retyped(s, [['phu-luc-2', '11', 'total', 55]]), half, 'phường Cam Ranh.xls'));
        break;
      case 'X-VANTHANG':
        files.push(await fileOf(retyped(s, [['phu-luc-2', '11', 'total', 55]]), half, 'xã Vạn Thắng.docx'));
        break;
      case 'X-VANHUNG':
        files.push(await fileOf(retyped(s, [['phu-luc-2', '11', 'total', 55]]), half, 'xã Vạn Hưng.ods'));
        break;
      case 'SNV':
        files.push(
          await fileOf(s, half, 'So Noi vu.xlsx', {
            extra: [{ form: 'phu-luc-2', filled: control(), note: '(Biểu tổng hợp trên phạm vi toàn tỉnh)' }],
          }),
        );
        break;
      default:
        files.push(await fileOf(s, half, name));
    }
  }
  const twice = files.find((f) => f.says?.code === 'P-BACNHATRANG')!;
  const copied = said('X-KHANHVINH');
  return [
    ...files,
    // One file under two names; one commune's figures under another's name; a letterhead that names nobody; a file cut
    // in transit; half of the forms.
    { ...twice, file: 'phường Nam Nha Trang.xlsx' },
    await fileOf({ ...copied, ...sender('X-BACKHANHVINH') }, half, 'xã Bắc Khánh Vĩnh.xlsx'),
    await fileOf(said('X-CAMLAM'), half, 'phu luc cchc.xlsx', {
      superior: 'UBND XÃ',
      reference: '(Kèm theo Báo cáo số 12/BC-UBND ngày 15/6/2026)',
    }),
    {
      file: 'xã Tây Ninh Hòa.xlsx',
      bytes: (await fileOf(said('X-TAYNINHHOA'), half, 'x.xlsx')).bytes.slice(0, 4000),
      says: null,
    },
    await fileOf(retyped(said('X-CAMHIEP'), [['phu-luc-2', '11', 'total', 55]]), half, 'xã Cam Hiệp PL2.csv', {
      forms: ['phu-luc-2'],
    }),
    await fileOf(said('X-CAMHIEP'), half, 'xã Cam Hiệp PL3.csv', { forms: ['phu-luc-3'] }),
  ];
}

/** Sở Nội vụ's form for the whole province: rows 1 and 6, the first too large by 3. */
export function control(): Filled {
  const all = SENDERS.filter((c) => c !== 'TTKSBT').map((c) => said(c));
  const whole = reckon('phu-luc-2', all);
  const row = (key: string, more: number): Record<string, number> => ({
    total: Number(whole[key]!['total']) + more,
    province: Number(whole[key]!['province']) + more,
    ...(whole[key]!['commune'] === null ? {} : { commune: Number(whole[key]!['commune']) }),
  });
  return { 1: row('1', 3), 6: row('6', 0) };
}

/** What came after the returns, two days late. */
export async function secondWave(): Promise<Came[]> {
  const later = { ...half, day: '18/6/2026' };
  const slip = number(said('SYT').forms['phu-luc-2'], '24', 'province') * 10;
  return [
    await fileOf(said('STP'), later, 'So Tu phap.xlsx', { number: 61 }),
    // Mended what was asked, and spoiled another figure.
    await fileOf(
      retyped(said('SYT'), [
        ['phu-luc-2', '24', 'province', slip],
        ['phu-luc-2', '24', 'total', slip],
      ]),
      later,
      'SYT phu luc CCHC.xlsx',
    ),
    // The letterhead of another commune, copied with its file.
    {
      ...(await fileOf({ ...said('X-DIENLAC'), name: sender('X-DIENLAM').name }, later, 'xã Diên Lạc.xlsx')),
      says: said('X-DIENLAC'),
    },
    await fileOf(said('X-TAYNINHHOA'), later, 'xã Tây Ninh Hòa.xlsx'),
    await fileOf(said('P-CAMRANH'), later, 'phường Cam Ranh.xlsx'),
    await fileOf(said('X-VANHUNG'), later, 'xã Vạn Hưng.xlsx'),
    await fileOf(said('X-VANTHANG'), later, 'xã Vạn Thắng.docx'),
    await fileOf(said('X-CAMHIEP'), later, 'xã Cam Hiệp đủ 4 phụ lục.xlsx'),
    await fileOf(said('P-NAMNHATRANG'), later, 'phường Nam Nha Trang (gửi lại).xlsx'),
    // A second version that nobody asked for: one figure is right, the other is a slip.
    await fileOf(
      retyped(said('STC'), [
        ['phu-luc-1', '1', 'completed', 3],
        ['phu-luc-2', '21', 'province', 3],
        ['phu-luc-2', '21', 'total', 3],
      ]),
      later,
      'Sở Tài chính bản 2.xlsx',
    ),
  ];
}

/** After a second return, and after an approval. */
export async function thirdWave(): Promise<Came[]> {
  const later = { ...half, day: '22/6/2026' };
  return [
    await fileOf(said('SYT'), later, 'SYT lan 3.xlsx'),
    await fileOf(
      retyped(said('STP'), [
        ['phu-luc-2', '3', 'province', 9],
        ['phu-luc-2', '3', 'total', 9],
      ]),
      later,
      'Sở Tư pháp đính chính.xlsx',
    ),
  ];
}

/** Sở Nông nghiệp và Môi trường's own file, typed over after the case was saved. */
export async function changedOnDisk(): Promise<Came> {
  return fileOf(
    retyped(said('SNNMT'), [
      ['phu-luc-2', '25', 'province', 1],
      ['phu-luc-2', '25', 'total', 1],
    ]),
    half,
    `${sender('SNNMT').name}.xlsx`,
  );
}

/** What counts at the end, worked out by hand from the story. */
export function countsAtTheEnd(): Said[] {
  return SENDERS.filter((c) => c !== 'TTKSBT').map((code): Said => {
    const s = said(code);
    switch (code) {
      case 'STP':
        return retyped(s, [
          ['phu-luc-2', '3', 'province', 9],
          ['phu-luc-2', '3', 'total', 9],
        ]);
      case 'STC':
        return retyped(s, [
          ['phu-luc-2', '21', 'province', 3],
          ['phu-luc-2', '21', 'total', 3],
        ]);
      case 'SCT':
        return retyped(s, [['phu-luc-1', '1', 'note', 'Đạt 100% kế hoạch']]);
      case 'SNNMT':
        return retyped(s, [
          ['phu-luc-2', '25', 'province', 1],
          ['phu-luc-2', '25', 'total', 1],
        ]);
      case 'X-BACKHANHVINH':
        return { ...said('X-KHANHVINH'), ...sender(code) };
      default:
        return s;
    }
  });
}
