import { signNoteWords } from '../../app/signing/sign-note-words';
import type { SignNote } from '../../app/signing/sign-notes';

const count = (n: number): string => n.toLocaleString('vi-VN');

/** Words of the screens for returned files and the set to sign; loaded with them. */
export const deliveryVi = {
  back: 'Quay lại',
  zoom: { label: 'Cỡ trang', fit: 'Vừa khung', full: 'Cỡ thật' },
  pageOf: (name: string, n: number, all: number) => `${name}, trang ${n}/${all}`,
  failed: (detail: string) => `Chưa làm được, tệp của Anh/Chị không bị thay đổi. Đề nghị thử lại. Mã lỗi: ${detail}`,
  returns: {
    title: 'Trả lại đơn vị',
    lead:
      'Mỗi đơn vị một bộ: bản sao tệp của đơn vị có ghi chú tại từng ô, công văn và tin nhắn. Số liệu trong bản ' +
      'sao được giữ nguyên như đã gửi.',
    noneTitle: 'Không có gì phải trả lại',
    none: 'Không đơn vị nào có lỗi hoặc nội dung cần giải trình.',
    summary: (wrong: number, asked: number) =>
      [
        `${count(wrong)} đơn vị có lỗi`,
        ...(asked > 0 ? [`${count(asked)} đơn vị chỉ có nội dung cần giải trình`] : []),
      ].join(' · '),
    withQuestions: 'Cả đơn vị chỉ cần giải trình',
    all: (n: number) => `Tải cả ${count(n)} bộ (.zip)`,
    recordAll: (n: number) => `Ghi ${count(n)} đơn vị là đã trả lại`,
    recordAbout: (agencies: number, files: number) =>
      `${count(agencies)} đơn vị, ${count(files)} tệp. Số liệu của các tệp này không được tính cho đến khi đơn ` +
      'vị gửi lại.',
    working: (done: number, total: number, name: string) => `Đang lập ${count(done + 1)}/${count(total)}: ${name}`,
    packing: 'Đang đóng gói…',
    stop: 'Dừng',
    stopped: 'Đã dừng, chưa có tệp nào được tải về.',
    made: (agencies: number, files: number) =>
      `Đã lập ${count(files)} tệp cho ${count(agencies)} đơn vị và đưa vào thư mục tải về.`,
    nothingMade: 'Chưa lập được bộ nào.',
    leftTitle: (n: number) => `${count(n)} đơn vị chưa lập được`,
    why: {
      absent: 'không còn tệp trong lần làm việc này, đề nghị thêm lại tệp ở thẻ “Tổng hợp”',
      unreadable: 'máy không cho mở lại tệp, đề nghị thêm lại tệp ở thẻ “Tổng hợp”',
      changed: 'tệp trên máy đã khác lúc đọc nên không dùng; đề nghị thêm lại tệp để kiểm tra lại',
    },
    listed: (files: string) => `Không ghi chú được vào tệp nên thay bằng danh sách (.docx): ${files}.`,
    letterHead: 'Thông tin ghi trong công văn',
    letterHint:
      'Được nhớ trên máy này, trừ hạn gửi lại. Ô để trống thì công văn ghi như chữ mờ trong ô, hoặc chừa chỗ ghi tay.',
    fields: {
      superior: 'Cơ quan chủ quản',
      issuer: 'Cơ quan gửi',
      symbol: 'Ký hiệu',
      place: 'Địa danh',
      deadline: 'Hạn gửi lại',
      signers: 'Chức danh người ký, mỗi dòng một ý',
      signerName: 'Họ tên người ký',
    },
    // Those that do not say “ví dụ” are what the letter says where nothing is typed.
    examples: {
      superior: 'ví dụ: UBND tỉnh …',
      issuer: 'Sở Nội vụ',
      symbol: 'ví dụ: SNV-CCHC',
      place: 'ví dụ: Khánh Hòa',
      deadline: 'ví dụ: 05/12/2020',
      signers: 'GIÁM ĐỐC',
      signerName: '',
    },
    agencies: 'Đơn vị',
    search: 'Tìm đơn vị',
    shown: (n: number, all: number) => (n === all ? `${count(n)} đơn vị` : `${count(n)} trong ${count(all)} đơn vị`),
    errors: (n: number) => `${count(n)} lỗi`,
    questions: (n: number) => `${count(n)} cần giải trình`,
    returned: 'đã trả lại',
    choose: 'Chọn một đơn vị để xem công văn và danh sách ô cần sửa.',
    toList: 'Danh sách đơn vị',
    parts: {
      label: 'Nội dung trả lại',
      letter: 'Công văn',
      message: 'Tin nhắn',
      cells: (n: number) => `Ô cần sửa (${count(n)})`,
    },
    one: 'Tải bộ trả lại (.zip)',
    record: 'Ghi là đã trả lại',
    recordFor: (name: string) => `Ghi là đã trả lại: ${name}`,
    approved: 'Đã duyệt nên bị khóa; mở lại ở thẻ “Tình hình nộp” trước khi trả lại.',
    copyMessage: 'Sao chép tin nhắn',
    copyLetter: 'Sao chép công văn',
    copied: 'Đã sao chép.',
    byHand: 'Trình duyệt không cho sao chép tự động. Nhấn Ctrl+C để sao chép phần đang chọn.',
    kind: { error: 'Chỉnh sửa', question: 'Giải trình' },
    place: (sheet: string, cell: string) =>
      [sheet && `trang “${sheet}”`, cell && `ô ${cell}`].filter(Boolean).join(', '),
    figures: (actual: string, expected: string) =>
      [actual && `đơn vị ghi ${actual}`, expected && `đối chiếu ${expected}`].filter(Boolean).join(', '),
    zipName: 'Tra lai don vi',
    letterPage: (name: string) => `Công văn gửi ${name}`,
  },
  sign: {
    title: 'Bộ trình ký',
    lead:
      'Các phụ lục đúng mẫu theo Nghị định 30/2020/NĐ-CP, để in và ký kèm báo cáo. Trang dưới đây là hình dung; ' +
      'bản in theo tệp tải về.',
    before: 'Trước khi ký',
    nothingToSay: 'Không có lỗi chưa sửa, không có bản chờ xem, đơn vị nào cũng đã duyệt.',
    note: (note: SignNote) => signNoteWords(note),
    blocked: {
      proof: 'Đối soát không khớp nên không lập bộ trình ký. Xem chi tiết ở thẻ “Tổng hợp”.',
      nothing: 'Chưa có phụ lục nào để lập bộ trình ký.',
    },
    form: 'Nội dung điền sẵn',
    formHint: 'Được lưu cùng hồ sơ và nhớ trên máy này (trừ số, ngày báo cáo). Ô để trống thì chừa chỗ ghi tay.',
    numerals: 'Đánh số phụ lục',
    roman: 'Số La Mã: Phụ lục II (Nghị định 30/2020)',
    arabic: 'Số Ả Rập: Phụ lục 2 (như biểu mẫu)',
    issuer: 'Cơ quan ban hành báo cáo',
    place: 'Địa danh',
    reportNumber: 'Số báo cáo',
    reportDate: 'Ngày ký',
    dateWrong: 'Ghi ngày dạng 15/12/2020.',
    signers: 'Chức danh người ký, mỗi dòng một ý',
    signerName: 'Họ tên người ký',
    withPreparer: 'Có phần “Người lập biểu”',
    preparer: 'Họ tên người lập biểu',
    examples: {
      issuer: 'ví dụ: UBND tỉnh …',
      place: 'ví dụ: Khánh Hòa',
      reportNumber: 'ví dụ: 312/BC-UBND',
      reportDate: 'ví dụ: 15/12/2020',
      signers: 'ví dụ:\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    },
    xlsx: 'Tải bộ trình ký Excel (.xlsx)',
    docx: 'Tải bộ trình ký Word (.docx)',
    working: 'Đang lập bộ trình ký…',
    done: (name: string) => `Đã lập “${name}” và đưa vào thư mục tải về.`,
    pages: 'Xem trước trang in',
    sheets: 'Phụ lục',
    drawing: 'Đang dựng trang…',
  },
};

export type DeliveryStrings = typeof deliveryVi;
