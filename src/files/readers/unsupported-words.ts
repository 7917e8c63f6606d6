import type { FileFormat } from './format';

const ASK = 'đề nghị đơn vị gửi lại bằng tệp Excel (.xlsx)';

/** What a file is, in words for its sender, where no reader is registered for its format. */
export const UNSUPPORTED: Readonly<Record<Exclude<FileFormat, 'encrypted-office' | 'empty'>, string>> = {
  xlsx: `Tệp Excel (.xlsx) chưa đọc được trong bản này; ${ASK}.`,
  xlsb: `Tệp Excel nhị phân (.xlsb) chưa đọc được trong bản này; ${ASK}.`,
  ods: `Tệp bảng tính OpenDocument (.ods) chưa đọc được trong bản này; ${ASK}.`,
  docx: `Tệp Word (.docx) chưa đọc được trong bản này; ${ASK}.`,
  odt:
    'Tệp văn bản OpenDocument (.odt) chưa được hỗ trợ; đề nghị đơn vị lưu thành Word Document (.docx) rồi gửi lại, ' +
    'hoặc gửi tệp Excel (.xlsx).',
  pptx: `Tệp trình chiếu PowerPoint (.pptx) không phải phụ lục báo cáo; ${ASK}.`,
  zip:
    'Tệp nén (.zip) này không mở được như một bộ tệp phụ lục (có thể là tài liệu bị hỏng hoặc thuộc phần mềm ' +
    `khác); đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  xls: `Tệp Excel đời cũ (.xls) chưa đọc được trong bản này; ${ASK}.`,
  doc:
    'Tệp Word đời cũ (.doc) chưa được hỗ trợ; đề nghị đơn vị mở tệp, lưu thành Word Document (.docx) rồi gửi lại, ' +
    'hoặc gửi tệp Excel (.xlsx).',
  ppt: `Tệp trình chiếu PowerPoint đời cũ (.ppt) không phải phụ lục báo cáo; ${ASK}.`,
  ole: `Tệp thuộc một dạng Office đời cũ không nhận ra; ${ASK}.`,
  iwork:
    'Tệp của Apple (Numbers, Pages hoặc Keynote), chỉ mở được trên máy Mac; đề nghị đơn vị xuất ra tệp Excel (Tệp ' +
    '→ Xuất ra → Excel) rồi gửi lại.',
  fods: `Tệp bảng tính OpenDocument (.fods) chưa đọc được trong bản này; ${ASK}.`,
  shortcut:
    'Tệp chỉ là lối tắt dẫn tới nơi khác (ví dụ Google Trang tính hoặc một thư mục trên máy của đơn vị), không ' +
    'chứa số liệu; đề nghị đơn vị tải về thành tệp Excel (.xlsx) rồi gửi chính tệp đó.',
  message: `Tệp là một bức thư điện tử, không phải phụ lục; đề nghị mở thư, lưu các tệp đính kèm rồi đưa từng tệp vào.`,
  pdf: `Tệp PDF không cho biết số liệu nằm ở ô nào nên không tổng hợp được; ${ASK} mà từ đó bản PDF được in ra.`,
  rtf:
    'Tệp văn bản RTF chưa được hỗ trợ; đề nghị đơn vị mở tệp bằng Word, lưu thành Word Document (.docx) rồi gửi ' +
    'lại, hoặc gửi tệp Excel (.xlsx).',
  html: `Tệp là trang web (HTML) dù có thể mang đuôi .xls, chưa đọc được trong bản này; ${ASK}.`,
  mhtml:
    'Tệp là trang web đóng gói (MHTML) chưa đọc được trong bản này; đề nghị đơn vị mở bằng Excel, lưu thành .xlsx ' +
    'rồi gửi lại.',
  'xml-2003': `Tệp Excel dạng XML 2003 chưa đọc được trong bản này; ${ASK}.`,
  'word-2003':
    'Tệp Word dạng XML 2003 chưa được hỗ trợ; đề nghị đơn vị mở tệp, lưu thành Word Document (.docx) rồi gửi lại, ' +
    'hoặc gửi tệp Excel (.xlsx).',
  xml: `Tệp XML này không phải bảng tính; ${ASK}.`,
  csv: `Tệp văn bản ngăn cách (CSV) chưa đọc được trong bản này; ${ASK}.`,
  image: `Tệp là ảnh chụp hoặc ảnh quét, không đọc được số liệu; ${ASK}.`,
  rar: `Tệp nén (.rar) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  '7z': `Tệp nén (.7z) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  gzip: `Tệp nén (.gz) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  unknown: `Không nhận ra đây là loại tệp gì; ${ASK}.`,
};
