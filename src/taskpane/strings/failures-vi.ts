const vn = (n: number): string => n.toLocaleString('vi-VN');

/** What is said where something could not be done: what happened, what was not done, what to do. */
export const failuresVi = {
  again: 'Thử lại',
  answer: (detail: string) =>
    'Chưa lấy được nội dung này; tệp đã nhận và quyết định vẫn giữ nguyên. Đề nghị bấm “Thử lại”. Nếu vẫn lỗi, vào ' +
    `Thiết lập lưu hồ sơ rồi tải lại trang. Mã lỗi: ${detail}`,
  runTitle: 'Chưa tổng hợp được',
  run: (detail: string) =>
    'Chưa có kết quả cho các tệp và quyết định hiện tại nên không hiện số nào. Tệp đã nhận và quyết định vẫn giữ ' +
    `nguyên. Đề nghị bấm “Thử lại”. Mã lỗi: ${detail}`,
  workbook: (detail: string) =>
    'Việc với sổ đang mở bị dừng vì lỗi, chưa rõ sổ đã thay đổi hay chưa. Đề nghị xem lại sổ; nếu có thay đổi không ' +
    `mong muốn thì bấm Hoàn tác, rồi thực hiện lại. Mã lỗi: ${detail}`,
  check: (detail: string) => `Chưa kiểm tra được, sổ không bị thay đổi. Đề nghị kiểm tra lại. Mã lỗi: ${detail}`,
  blank: (detail: string) => `Chưa chèn được biểu mẫu, sổ không bị thay đổi. Đề nghị thử lại. Mã lỗi: ${detail}`,
  blankUnknown: 'không có biểu mẫu này',
  decide: (detail: string) =>
    `Chưa ghi được quyết định vào nhật ký, kết quả chưa thay đổi. Đề nghị bấm lại. Mã lỗi: ${detail}`,
  openCase: (detail: string) => `Chưa mở được hồ sơ, công việc đang làm vẫn giữ nguyên. Mã lỗi: ${detail}`,
  saveCaseTitle: 'Chưa lưu được hồ sơ',
  saveCase: (detail: string) => `Chưa có tệp hồ sơ nào được lưu. Đề nghị bấm lại. Mã lỗi: ${detail}`,
  settleCase: (detail: string) =>
    `Các mục vừa điền cho bộ trình ký chưa được ghi vào hồ sơ. Đề nghị mở lại và điền lại. Mã lỗi: ${detail}`,
  decidedNotRun: 'Đã ghi vào nhật ký nhưng chưa tổng hợp lại được.',
  notPlanned: (detail: string) => `Chưa lập được kết quả nên chưa ghi gì vào sổ. Đề nghị thử lại. Mã lỗi: ${detail}`,
  sourcesNotKept: (detail: string) =>
    'Kết quả đã ghi đầy đủ nhưng chưa giữ được nguồn của các số cùng sổ; bấm “Ghi kết quả” lần nữa để giữ. ' +
    `Mã lỗi: ${detail}`,
  noDownload: (detail: string) => `Chưa lập được tệp nên chưa tải gì về. Đề nghị bấm lại. Mã lỗi: ${detail}`,
  sources: (detail: string) => `Chưa tìm được nguồn của số này. Đề nghị chọn lại ô. Mã lỗi: ${detail}`,
  remember: (detail: string) =>
    `Quyết định đã được ghi, nhưng đơn vị gửi chưa được ghi nhớ cho các kỳ sau. Mã lỗi: ${detail}`,
  readFile: (name: string, detail: string) => `Không đọc được tệp “${name}”. Đề nghị chọn lại tệp. Mã lỗi: ${detail}`,
  noSteps: 'Không còn bước nào để hoàn tác.',
  undoAnyway: 'Vẫn hoàn tác',
  keptCase: (detail: string) =>
    `Chưa xem được sổ này có hồ sơ tổng hợp hay không; nếu có, ghi kết quả mới sẽ thay hồ sơ đó. ${detail}`,
  partTitle: 'Chưa mở được phần này của trang',
  partGone:
    'Không tải được một phần chương trình: có thể mất kết nối, hoặc trang vừa được cập nhật. Công việc đang làm vẫn ' +
    'giữ nguyên. Đề nghị bấm “Thử lại”; nếu chưa được thì bấm “Tải lại trang”.',
  partFailed: (detail: string) =>
    'Phần này gặp lỗi nên không hiện được. Công việc đang làm vẫn giữ nguyên. Đề nghị bấm “Thử ' +
    'lại”; nếu chưa được thì ' +
    `bấm “Tải lại trang”. Mã lỗi: ${detail}`,
  reload: 'Tải lại trang',
  reloadKeeps: (files: number) =>
    `Khi tải lại, các quyết định và ${vn(files)} tệp đã nhận được giữ tạm trên máy này, mở lại ngay ` +
    `sau đó rồi xóa bản ` +
    'giữ tạm.',
  notKeptTitle: 'Trình duyệt không giữ được các tệp đã nhận',
  notKept: (files: number) =>
    `Nếu tải lại trang bây giờ thì cần đưa lại ${vn(files)} tệp đã nhận, và các quyết định chưa lưu ` +
    `có thể mất. Đề nghị ` +
    'vào Thiết lập bấm “Lưu hồ sơ” trước.',
  reloadAnyway: 'Vẫn tải lại',
  stay: 'Thôi',
  takenUp: (files: number) =>
    `Đã tải lại trang: các quyết định và ${vn(files)} tệp được giữ nguyên. Bản giữ tạm đã xóa.`,
  takenUpNoCase: (files: number) =>
    `Đã tải lại trang và giữ nguyên ${vn(files)} tệp, nhưng không mở lại được các quyết định. Đề nghị mở hồ sơ đã lưu.`,
  queued: (n: number) => `đang chờ thêm ${vn(n)} tệp`,
  same: (n: number) => `${vn(n)} tệp đã có, bỏ qua.`,
  unread: (done: number, all: number) => `Mới đọc được ${vn(done)}/${vn(all)} tệp.`,
};
