import type { UnreadFile } from '../app/ports';
import { READ_LIMITS } from './limits';
import { megabytes, tooLarge } from './refusal';

/** Why a file of this many bytes is not even opened; null where it may be. */
export function sizeRefusal(size: number): UnreadFile | null {
  if (size <= READ_LIMITS.fileBytes) return null;
  return tooLarge(`tệp nặng ${megabytes(size)}`).unread();
}

/** The system would not give the bytes of a file that was there a moment ago. */
export function openRefusal(): UnreadFile {
  return {
    ok: false,
    rule: 'file-unreadable',
    message:
      'Máy không cho mở tệp: tệp đã bị chuyển, xóa, đang bị khóa hoặc không có quyền đọc. Đề nghị kiểm tra rồi ' +
      'chọn lại tệp.',
  };
}
