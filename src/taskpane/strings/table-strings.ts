import type { TableState } from '../../core/model/table-line';
import { useStrings } from './use-strings';

const vn = (n: number): string => n.toLocaleString('vi-VN');
const gb = (n: number): string => n.toLocaleString('en-GB');

const vi = {
  title: (n: number) => `Các bảng nhận được (${vn(n)})`,
  taken: (n: number) => `${vn(n)} bảng đã tổng hợp.`,
  rest: (n: number) => (n > 0 ? `${vn(n)} bảng không vào tổng:` : 'Không bảng nào bị bỏ lại.'),
  all: 'Xem tất cả',
  fewer: 'Chỉ xem bảng không vào tổng',
  figures: (cells: number, figures: number) => `${vn(cells)} ô, ${vn(figures)} số liệu`,
  narrative: (file: string, n: number) => `${file}: ${vn(n)} đoạn văn có số liệu, không được tổng hợp`,
  open: 'Xem các ô',
  close: 'Thu gọn',
  openOf: (what: string) => `Xem các ô của bảng ${what}`,
  more: (n: number) => `và ${vn(n)} ô nữa; mở tệp gốc để xem đủ`,
  states: {
    taken: 'Đã tổng hợp',
    control: 'Số kiểm soát',
    older: 'Đã tính bản khác',
    blank: 'Biểu để trống',
    'other-period': 'Kỳ khác',
    undecided: 'Chờ chọn bản',
    returned: 'Đã trả lại',
    'left-out': 'Để ngoài vì trùng',
    'set-aside': 'Để riêng',
    unknown: 'Chưa có biểu mẫu',
    text: 'Chỉ có chữ',
  } satisfies Record<TableState, string> as Record<TableState, string>,
};

const english: typeof vi = {
  title: (n) => `Tables received (${gb(n)})`,
  taken: (n) => `${gb(n)} tables are in the result.`,
  rest: (n) => (n > 0 ? `${gb(n)} tables are in no sum:` : 'No table was left out.'),
  all: 'Show all',
  fewer: 'Only those in no sum',
  figures: (cells, figures) => `${gb(cells)} cells, ${gb(figures)} figures`,
  narrative: (file, n) => `${file}: ${gb(n)} paragraphs with figures, which are not consolidated`,
  open: 'Show cells',
  close: 'Hide',
  openOf: (what) => `Show the cells of table ${what}`,
  more: (n) => `and ${gb(n)} more cells; open the file to see them`,
  states: {
    taken: 'In the result',
    control: 'Control figures',
    older: 'Another copy counts',
    blank: 'Blank form',
    'other-period': 'Another period',
    undecided: 'To be chosen',
    returned: 'Returned',
    'left-out': 'Left out as a double',
    'set-aside': 'Set aside',
    unknown: 'No form for it yet',
    text: 'Words only',
  },
};

export type TableStrings = typeof vi;

/** The words of the account of tables in the language of the page. */
export function useTableStrings(): TableStrings {
  return useStrings().lang === 'en' ? english : vi;
}
