import type { Board } from '../model/board';
import { formatDate } from './format-number';

/**
 * The deadline with what it rests on: "16/06/2026 (theo lịch nghỉ thường lệ; danh mục chưa có thông báo nghỉ lễ năm
 * 2026)".
 */
export function deadlineWords({ day, known, announced }: NonNullable<Board['deadline']>): string {
  const year = day.slice(0, 4);
  const basis = announced
    ? `đã trừ ngày nghỉ theo thông báo năm ${year}`
    : known
      ? `theo lịch nghỉ thường lệ; danh mục chưa có thông báo nghỉ lễ năm ${year}`
      : `chưa trừ ngày nghỉ Tết, Giỗ Tổ: chưa có lịch nghỉ năm ${year}`;
  return `${formatDate(day)} (${basis})`;
}
