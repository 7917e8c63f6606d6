import type { Contribution } from '../model/consolidation';
import type { Repair } from '../model/figure';
import type { Severity } from '../model/issue';
import type { Template } from '../templates/schema';

/** Severity as an officer reads it. */
export const SEVERITY_WORDS: Record<Severity, string> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' };

/** Worst first. */
export const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** How a contribution went into the result. */
export const PART_WORDS: Record<Contribution['part'], string> = {
  added: 'Cộng vào',
  common: 'Giá trị chung',
  unsplit: 'Tổng không chia',
};

/** What was done to read a cell. */
export const REPAIR_WORDS: Record<Repair['kind'], string> = {
  'number-as-text': 'Chữ thành số',
  'font-decoded': 'Chuyển mã phông chữ',
  separator: 'Dấu phân cách',
  'unit-removed': 'Bỏ đơn vị tính',
  'date-typed': 'Đọc ngày tháng',
  'percent-scaled': 'Quy đổi phần trăm',
  'formula-computed': 'Tính lại công thức',
  spaces: 'Bỏ khoảng trắng',
  unseen: 'Bỏ ký tự không nhìn thấy',
  'note-mark': 'Bỏ dấu chú thích',
  'pair-part': 'Lấy số đứng trước dấu gạch chéo',
};

/** Lowest header of a column, or its key where the form is not known: "Cấp tỉnh". */
export function columnWord(template: Template | undefined, column: string | null): string {
  if (column === null) return '';
  const header = template?.columns.find((c) => c.key === column)?.header;
  return header?.[header.length - 1] ?? column;
}

/**
 * A link to a received file, and into its sheet where the file is a workbook; undefined where links are switched off.
 */
export function fileLink(
  base: string | null | undefined,
  file: string | null,
  sheet?: string | null,
  cell?: string | null,
): { file: string; sheet?: string; cell?: string } | undefined {
  if (base === null || file === null || file === '') return undefined;
  const path = base ? `${base.replace(/\/+$/, '')}/${file}` : file;
  const inside = /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(file) && sheet;
  return inside ? { file: path, sheet, ...(cell ? { cell } : {}) } : { file: path };
}
