import type { UnreadFile } from '../app/ports';
import { damaged, grouped, tooLarge } from './refusal';

/** What one file may take while it is read; beyond it the file is taken to be made to hurt. */
export const FILE_LIMITS = {
  /**
   * Milliseconds of processor time. A sheet of the largest size allowed takes two to three seconds on an office PC, an
   * appendix some hundredths.
   */
  ms: 5_000,
  /** Bytes above the start. */
  bytes: 300 * 1024 * 1024,
} as const;

/** Reading was ended since it took longer than `ms` milliseconds. */
export function lateRefusal(ms: number): UnreadFile {
  const seconds = String(Math.max(0.1, Math.round(ms / 100) / 10)).replace('.', ',');
  return {
    ok: false,
    rule: 'file-unreadable',
    message:
      `Đọc quá ${seconds} giây chưa xong nên đã dừng; ` + 'đề nghị mở tệp bằng Excel, lưu lại dạng .xlsx rồi thử lại.',
  };
}

/** Reading was ended since it took more than `bytes` bytes of memory. */
export function memoryRefusal(bytes: number): UnreadFile {
  return tooLarge(`cần hơn ${grouped(Math.round(bytes / 1_048_576))} MB bộ nhớ để đọc`).unread();
}

/** Whoever was reading ended of itself. */
export function brokenRefusal(error: unknown): UnreadFile {
  // Of an error that crossed from another thread, only its form tells what it is.
  const { message } = Object(error) as { message?: unknown };
  const told = typeof message === 'string' ? message : '';
  const code = told.slice(0, 120) || 'không rõ';
  return damaged(`chương trình dừng đột ngột khi đọc, mã lỗi: ${code}`).unread();
}
