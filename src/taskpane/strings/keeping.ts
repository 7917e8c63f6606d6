const vn = (n: number): string => n.toLocaleString('vi-VN');
const gb = (n: number): string => n.toLocaleString('en-GB');

/** Words about long lists and about what is kept with the workbook. */
export const keepingVi = {
  more: (n: number, rest: number) => `Xem thêm ${vn(n)} dòng${rest > n ? ` (còn ${vn(rest)})` : ''}`,
  caseNotKept: 'Kết quả đã ghi đầy đủ nhưng hồ sơ chưa lưu được cùng sổ; vào Thiết lập, bấm “Lưu hồ sơ” để giữ ra tệp riêng.',
};

export const keepingEn: typeof keepingVi = {
  more: (n, rest) => `Show ${gb(n)} more${rest > n ? ` (${gb(rest)} left)` : ''}`,
  caseNotKept: 'The result is written, but the case could not be kept with the workbook; use “Save case” in the settings.',
};
