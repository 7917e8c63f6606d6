const vn = (n: number, digits = 0): string => n.toLocaleString('vi-VN', { maximumFractionDigits: digits });
/** At least 0.1, so that a small file does not weigh nothing. */
export const megabytes = (bytes: number): number => Math.max(0.1, bytes / 1_000_000);

/** Words about long lists, about what is kept with the workbook and about what may be dropped. */
export const keepingVi = {
  more: (n: number, rest: number) => `Xem thêm ${vn(n)} dòng${rest > n ? ` (còn ${vn(rest)})` : ''}`,
  drawing: 'Đang dựng bảng…',
  whichFiles: 'Chọn tệp cần xem',
  allFiles: 'Tất cả tệp',
  unnamedFiles: 'Chưa rõ đơn vị gửi',
  caseNotKept:
    'Kết quả đã ghi đầy đủ nhưng hồ sơ chưa lưu được cùng sổ; vào Thiết lập, bấm “Lưu hồ sơ” để giữ ra tệp riêng.',
  offer: (period: string | null) => (period ? `Sổ này có hồ sơ tổng hợp kỳ ${period}` : 'Sổ này có hồ sơ tổng hợp'),
  offerWhat: (files: number, decisions: number) => `${vn(files)} tệp nguồn, ${vn(decisions)} quyết định.`,
  offerHint: 'Mở lại để làm tiếp. Nếu ghi kết quả mới mà chưa mở lại thì hồ sơ này bị thay.',
  offerUnsaved: 'Các quyết định chưa lưu của lần này sẽ được thay bằng hồ sơ mở lại.',
  takeUp: 'Mở lại hồ sơ',
  filesTitle: (n: number) => `Hồ sơ cần ${vn(n)} tệp nguồn`,
  filesHint:
    'Hồ sơ không giữ nội dung tệp: đưa lại các tệp này (hoặc cả thư mục) để làm tiếp. Tệp nào thiếu hoặc đã khác ' +
    'lần lưu sẽ được báo.',
  filesList: 'Xem danh sách',
  filesSame: (n: number) => `Đủ ${vn(n)} tệp nguồn, nội dung đúng như lần lưu hồ sơ.`,
  filesDiffer: (n: number, all: number) => `${vn(n)} trong ${vn(all)} tệp nguồn thiếu hoặc đã khác lần lưu hồ sơ`,
  filesDifferHint:
    'Quyết định gắn với nội dung cũ của các tệp này không còn áp dụng. Nếu chưa đưa đủ tệp, hãy đưa thêm.',
  size: (bytes: number) => `${vn(megabytes(bytes), 1)} MB`,
  undoTitle: 'Các bước hoàn tác trong sổ này',
  undoNothing: 'Sổ này không giữ bước hoàn tác nào.',
  undoHeld: (steps: number, sheets: number, size: string) =>
    `Sổ đang giữ ${vn(steps)} bước và ${vn(sheets)} trang cũ được cất đi, khoảng ${size} trước khi nén. Bước cũ ` +
    'quá 60 ngày tự bỏ ở lần ghi sau.',
  undoClear: 'Dọn các bước hoàn tác',
  undoSure: 'Dọn rồi thì không hoàn tác được nữa',
  undoSureText: 'Các trang đang hiện giữ nguyên; các trang cũ đã cất đi bị xóa hẳn khỏi sổ.',
  undoClearNow: 'Dọn',
  undoKeep: 'Giữ lại',
  undoCleared: (steps: number, size: string) => `Đã dọn ${vn(steps)} bước, khoảng ${size}. Lưu sổ để tệp nhẹ đi.`,
  leftOut: (n: number) => `Đã bỏ qua ${vn(n)} tệp không phải báo cáo`,
  leftOutHint:
    'Chương trình đọc tệp Excel, Word (.docx), OpenDocument, CSV, trang web và tệp nén .zip chứa các tệp đó.',
  leftOutCase: 'Hồ sơ tổng hợp (.json) mở ở Thiết lập, nút “Mở hồ sơ”.',
};
