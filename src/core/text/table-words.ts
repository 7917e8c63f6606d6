import type { TableState } from '../model/table-line';

/** What became of a table, for people: "Đã tổng hợp", "Chưa có biểu mẫu". */
export const TABLE_WORDS: Readonly<Record<TableState, string>> = {
  taken: 'Đã tổng hợp',
  control: 'Số kiểm soát, không cộng',
  older: 'Đã tính bản khác',
  blank: 'Biểu để trống',
  'other-period': 'Kỳ khác, để so sánh',
  undecided: 'Chờ chọn bản',
  returned: 'Đã trả lại',
  'left-out': 'Để ngoài vì trùng',
  'set-aside': 'Để riêng',
  unknown: 'Chưa có biểu mẫu',
  text: 'Chỉ có chữ',
};

/** The states in the order in which lists and sums name them. */
export const TABLE_STATES = Object.keys(TABLE_WORDS) as TableState[];
