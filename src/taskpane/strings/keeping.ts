const vn = (n: number): string => n.toLocaleString('vi-VN');
const gb = (n: number): string => n.toLocaleString('en-GB');

/** Words about long lists and about what is kept with the workbook. */
export const keepingVi = {
  more: (n: number, rest: number) => `Xem thêm ${vn(n)} dòng${rest > n ? ` (còn ${vn(rest)})` : ''}`,
};

export const keepingEn: typeof keepingVi = {
  more: (n, rest) => `Show ${gb(n)} more${rest > n ? ` (${gb(rest)} left)` : ''}`,
};
