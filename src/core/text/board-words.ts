import type { BoardState, Timeliness } from '../model/board';

/** States in the order of lists and bars. */
export const BOARD_STATES: readonly BoardState[] = ['not-sent', 'sent', 'faulty', 'returned', 'approved'];

/** As officers call them: grey, green, red, yellow, dark green. */
export const BOARD_WORDS: Record<BoardState, string> = {
  'not-sent': 'Chưa gửi',
  sent: 'Đã gửi',
  faulty: 'Có lỗi',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
};

/** Whether a report came in time, in the words of the board: "Đúng hạn". */
export const TIME_WORDS: Record<Timeliness, string> = {
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
  waiting: 'Còn hạn',
  overdue: 'Quá hạn, chưa gửi',
  unknown: 'Chưa rõ ngày gửi',
};
