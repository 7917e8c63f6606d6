import { mainTable, roleOf, type Distortion, type MessDoc } from '../mess';
import { typo, withoutMarks } from './wording';

const eachText = (d: MessDoc, change: (text: string) => string): void => {
  for (const c of mainTable(d).columns) c.path = c.path.map(change);
};
const twoRows = (d: MessDoc): boolean => mainTable(d).columns.some((c) => c.path.length > 1);

const SHORT: Record<string, string> = {
  'Tổng số': 'T.số',
  'Cấp tỉnh': 'C.tỉnh',
  'Cấp huyện': 'C.huyện',
  'Cấp xã': 'C.xã',
  'Ghi chú': 'G.chú',
  STT: 'TT',
  'Số TT': 'TT',
  'Thời gian ban hành': 'TG ban hành',
  'Số nhiệm vụ/ số đơn vị trong kế hoạch': 'Số NV/ĐV trong KH',
  'Số nhiệm vụ/ đơn vị được hoàn thành theo kế hoạch': 'Số NV/ĐV hoàn thành theo KH',
  'Tổng hồ sơ tiếp nhận': 'Tổng HS tiếp nhận',
  'Hồ sơ đang xử lý': 'HS đang xử lý',
  'Kết quả xử lý hồ sơ': 'Kết quả xử lý HS',
  'Chia ra theo cấp hành chính': 'Chia theo cấp HC',
};
const OTHER: Record<string, string[]> = {
  'Tổng số': ['Tổng cộng', 'Tổng', 'Số lượng'],
  'Cấp tỉnh': ['Tỉnh', 'Ở tỉnh', 'Các sở, ngành'],
  'Cấp huyện': ['Huyện', 'Ở huyện', 'Các huyện'],
  'Cấp xã': ['Xã', 'Phường, xã', 'Các xã'],
  'Tiêu chí': ['Nội dung', 'Tên tiêu chí', 'Các tiêu chí', 'Chỉ tiêu'],
  'Kế hoạch': ['Tên kế hoạch', 'Loại kế hoạch'],
  'Lĩnh vực': ['Tên lĩnh vực', 'Lĩnh vực giải quyết', 'Nội dung'],
  'Trước hạn': ['Sớm hạn'],
  'Quá hạn': ['Trễ hạn'],
  'Trả hồ sơ': ['Trả lại', 'Hồ sơ trả lại'],
  'Hồ sơ đang xử lý': ['Đang giải quyết', 'Đang xử lý'],
};

/** The head of a table. */
export const headerDistortions: Distortion[] = [
  {
    id: 'header-repeated',
    name: 'Đầu bảng lặp lại ở giữa',
    slot: 'header-repeat',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows.splice(rng.int(1, t.rows.length - 1), 0, {
        kind: 'header',
        key: null,
        number: '',
        label: [''],
        figuresAt: 0,
        cells: {},
        meant: {},
      });
    },
  },
  {
    id: 'header-upper-lost',
    name: 'Mất dòng trên của đầu bảng',
    slot: 'header',
    effect: 'asks',
    fits: twoRows,
    apply: (d) => {
      const t = mainTable(d);
      t.lostHeaderRows = [0];
      t.merged = false;
    },
  },
  {
    id: 'header-upper-flat',
    name: 'Đầu bảng còn một dòng, đủ tên cột',
    slot: 'header',
    effect: 'harmless',
    fits: twoRows,
    apply: (d) => {
      const t = mainTable(d);
      for (const c of t.columns) c.path = [c.path.at(-1)!];
    },
  },
  {
    id: 'header-lower-lost',
    name: 'Mất dòng dưới của đầu bảng',
    slot: 'header',
    effect: 'asks',
    fits: twoRows,
    apply: (d) => {
      const t = mainTable(d);
      t.lostHeaderRows = [1];
    },
  },
  {
    id: 'header-none',
    name: 'Không có đầu bảng',
    slot: 'header',
    effect: 'asks',
    apply: (d) => {
      mainTable(d).lostHeaderRows = [0, 1];
    },
  },
  {
    id: 'header-none-no-title',
    name: 'Không có đầu bảng và tên biểu',
    slot: 'header',
    effect: 'asks',
    apply: (d) => {
      const t = mainTable(d);
      t.lostHeaderRows = [0, 1];
      t.above = [];
    },
  },
  {
    id: 'header-unmerged',
    name: 'Đầu bảng hai dòng không gộp ô',
    slot: 'header',
    effect: 'harmless',
    apply: (d) => {
      mainTable(d).merged = false;
    },
  },
  {
    id: 'header-misspelt',
    name: 'Tên cột sai chính tả',
    slot: 'header',
    effect: 'asks',
    apply: (d, rng) => eachText(d, (t) => (t.length > 5 && rng.chance(0.5) ? typo(t, rng) : t)),
  },
  {
    id: 'header-plain',
    name: 'Tên cột không dấu',
    slot: 'header',
    effect: 'harmless',
    apply: (d) => eachText(d, withoutMarks),
  },
  {
    id: 'header-short',
    name: 'Tên cột viết tắt',
    slot: 'header',
    effect: 'asks',
    apply: (d) => eachText(d, (t) => SHORT[t] ?? t),
  },
  {
    id: 'header-other-words',
    name: 'Tên cột dùng từ khác',
    slot: 'header',
    effect: 'asks',
    apply: (d, rng) => eachText(d, (t) => (OTHER[t] && rng.chance(0.6) ? rng.pick(OTHER[t]!) : t)),
  },
  {
    id: 'header-breaks',
    name: 'Tên cột có ngắt dòng, hai dấu cách',
    slot: 'header',
    effect: 'harmless',
    apply: (d, rng) => eachText(d, (t) => t.replace(/ /g, () => rng.pick([' ', '\n', '  ', '\u00A0']))),
  },
  {
    id: 'header-upper',
    name: 'Tên cột viết hoa',
    slot: 'header',
    effect: 'harmless',
    apply: (d) => eachText(d, (t) => t.toUpperCase()),
  },
  {
    id: 'header-one-nameless',
    name: 'Một cột số không có tên',
    slot: 'header',
    effect: 'asks',
    apply: (d, rng) => {
      const t = mainTable(d);
      const c = rng.pick(t.columns.filter((x) => ['level', 'figure', 'total'].includes(roleOf(t, x.key))));
      c.path = c.path.map((p, i) => (i === c.path.length - 1 ? '' : p));
    },
  },
];
