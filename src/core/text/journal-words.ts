import type { JournalEntry } from '../model/case';

/** What a line of the journal did, as officers call it. */
export const JOURNAL_WORDS: Record<JournalEntry['kind'], string> = {
  accept: 'Chấp nhận phát hiện',
  'rule-off': 'Tắt quy tắc',
  'confirm-agency': 'Xác nhận đơn vị',
  'choose-version': 'Chọn bản',
  'leave-out': 'Để ngoài vì trùng',
  scope: 'Đối chiếu toàn tỉnh',
  return: 'Trả lại',
  approve: 'Duyệt',
  adjust: 'Điều chỉnh số liệu',
  revoke: 'Hủy, mở lại',
};
