import type { FileFormat } from './format';

const ASK = 'đề nghị đơn vị gửi lại bằng tệp Excel (.xlsx)';

/** What a file is, in words for its sender, where no reader is registered for its format. */
export const UNSUPPORTED: Readonly<Record<Exclude<FileFormat, 'encrypted-office' | 'empty'>, string>> = {
  xlsx: `Tệp Excel (.xlsx) chưa đọc được trong bản này; ${ASK}.`,
  xlsb: `Tệp Excel nhị phân (.xlsb) chưa được hỗ trợ; đề nghị đơn vị mở tệp, chọn Lưu thành dạng Excel Workbook (.xlsx) rồi gửi lại.`,
  ods: `Tệp bảng tính OpenDocument (.ods) chưa được hỗ trợ; ${ASK}.`,
  docx: `Tệp Word (.docx) chưa được hỗ trợ; ${ASK}.`,
  odt: `Tệp văn bản OpenDocument (.odt) chưa được hỗ trợ; ${ASK}.`,
  pptx: `Tệp trình chiếu PowerPoint (.pptx) không phải phụ lục báo cáo; ${ASK}.`,
  zip: `Tệp nén (.zip) không được mở tự động; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  xls: `Tệp Excel đời cũ (.xls) chưa được hỗ trợ; đề nghị đơn vị mở tệp, chọn Lưu thành dạng Excel Workbook (.xlsx) rồi gửi lại.`,
  doc: `Tệp Word đời cũ (.doc) chưa được hỗ trợ; ${ASK}.`,
  ppt: `Tệp trình chiếu PowerPoint đời cũ (.ppt) không phải phụ lục báo cáo; ${ASK}.`,
  ole: `Tệp thuộc một dạng Office đời cũ không nhận ra; ${ASK}.`,
  pdf: `Tệp PDF không cho biết số liệu nằm ở ô nào nên không tổng hợp được; ${ASK} mà từ đó bản PDF được in ra.`,
  rtf: `Tệp văn bản RTF chưa được hỗ trợ; ${ASK}.`,
  html: `Tệp là trang web (HTML), không phải bảng tính thật dù có thể mang đuôi .xls; đề nghị đơn vị mở bằng Excel, lưu thành .xlsx rồi gửi lại.`,
  mhtml: `Tệp là trang web đóng gói (MHTML), không phải bảng tính thật; đề nghị đơn vị mở bằng Excel, lưu thành .xlsx rồi gửi lại.`,
  'xml-2003': `Tệp Office dạng XML 2003 chưa được hỗ trợ; đề nghị đơn vị mở tệp, lưu thành .xlsx rồi gửi lại.`,
  xml: `Tệp XML này không phải bảng tính; ${ASK}.`,
  csv: `Tệp văn bản ngăn cách (CSV) không giữ được tiêu đề gộp ô của phụ lục; ${ASK}.`,
  image: `Tệp là ảnh chụp hoặc ảnh quét, không đọc được số liệu; ${ASK}.`,
  rar: `Tệp nén (.rar) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  '7z': `Tệp nén (.7z) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  gzip: `Tệp nén (.gz) không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc ${ASK}.`,
  unknown: `Không nhận ra đây là loại tệp gì; ${ASK}.`,
};
