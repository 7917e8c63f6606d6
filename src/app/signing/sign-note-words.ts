import { formatCount } from '../../core/text/format-number';
import type { SignNote, SignNoteKind } from './sign-notes';

/** Names told in one sentence; the count is always the true one. */
const NAMES = 5;

const SENTENCES: Record<SignNoteKind, (n: string) => string> = {
  errors: (n) => `Còn ${n} lỗi chưa được đơn vị chỉnh sửa hoặc chấp nhận`,
  pending: (n) => `Có ${n} bản gửi lại chưa được xem và chọn`,
  missing: (n) => `${n} đơn vị trong danh mục chưa gửi`,
  'not-approved': (n) => `${n} đơn vị chưa được duyệt`,
  'rules-off': (n) => `${n} quy tắc kiểm tra đã bị tắt`,
  adjusted: (n) => `${n} số liệu đã được điều chỉnh so với tổng các đơn vị`,
};

/**
 * What whoever signs should know, as one sentence: "Còn 3 lỗi chưa được đơn vị chỉnh sửa hoặc chấp nhận: Sở Y tế, Sở Tư
 * pháp."
 */
export function signNoteWords({ kind, count, names }: SignNote): string {
  const rest = names.length - NAMES;
  const who = names.slice(0, NAMES).join('; ');
  const more = rest > 0 ? ` và ${formatCount(rest)} nơi khác` : '';
  return `${SENTENCES[kind](formatCount(count))}${who ? `: ${who}` : ''}${more}.`;
}
