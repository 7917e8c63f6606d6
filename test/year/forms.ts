import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What one sender typed in one form: row → column → as typed. Rows of "mot-cua" are the fields themselves. */
export type Filled = Record<string, Record<string, number | string>>;
export type Form = 'phu-luc-1' | 'phu-luc-2' | 'phu-luc-3' | 'phu-luc-4' | 'mot-cua';
export type Level = 'province' | 'district' | 'commune';

/** Wording of the printed forms, from the catalogue; nothing else of the program is used to make files or to reckon. */
const labels = Object.fromEntries(
  (['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4'] as const).map((id) => {
    const file = path.join(__dirname, '../../src/core/templates/catalogue', `${id}.json`);
    const { title, rows } = JSON.parse(readFileSync(file, 'utf8')) as {
      title: string;
      rows: { key: string; label: string }[];
    };
    return [id, { title, rows }];
  }),
) as Record<string, { title: string; rows: { key: string; label: string }[] }>;

export const rowsOf = (form: Form): { key: string; label: string }[] => labels[form]?.rows ?? [];
export const titleOf = (form: Form): string =>
  labels[form]?.title ?? 'KẾT QUẢ TIẾP NHẬN VÀ GIẢI QUYẾT HỒ SƠ THEO CƠ CHẾ MỘT CỬA';

const LEVELS: [string, string][] = [
  ['province', 'Cấp tỉnh'],
  ['district', 'Cấp huyện'],
  ['commune', 'Cấp xã'],
];

/**
 * Columns of a form as printed: key and the one or two lines of its heading. Since 1/7/2025 there is no "Cấp huyện".
 */
export function columnsOf(form: Form, district: boolean): { key: string; head: [string, string] }[] {
  const one = (key: string, text: string): { key: string; head: [string, string] } => ({ key, head: [text, ''] });
  if (form === 'phu-luc-1') {
    return [
      one('stt', 'STT'),
      one('label', 'Kế hoạch'),
      one('issued', 'Thời gian ban hành'),
      one('assigned', 'Số nhiệm vụ/ số đơn vị trong kế hoạch'),
      one('completed', 'Số nhiệm vụ/ đơn vị được hoàn thành theo kế hoạch'),
      one('note', 'Ghi chú'),
    ];
  }
  if (form === 'mot-cua') {
    const inside = [
      ['early', 'Trước hạn'],
      ['onTime', 'Đúng hạn'],
      ['overdue', 'Quá hạn'],
      ['returned', 'Trả hồ sơ'],
    ] as const;
    return [
      one('label', 'Lĩnh vực'),
      one('received', 'Tổng hồ sơ tiếp nhận'),
      ...inside.map(([key, t]) => ({ key, head: ['Kết quả xử lý hồ sơ', t] as [string, string] })),
      one('pending', 'Hồ sơ đang xử lý'),
    ];
  }
  const levels = LEVELS.filter(([key]) => district || key !== 'district').map(([key, text]) => ({
    key,
    head: ['Chia ra theo cấp hành chính', text] as [string, string],
  }));
  return [
    one('stt', 'STT'),
    one('label', 'Tiêu chí'),
    one('total', 'Tổng số'),
    ...levels,
    ...(form === 'phu-luc-4' ? [one('percent', 'Tỷ lệ % (so với tổng số TTHC trong bộ TTHC)')] : []),
    one('note', 'Ghi chú'),
  ];
}
