import { templateById } from '../../src/core/templates/registry';

/** The genuine rows of Thanh tra tỉnh Khánh Hòa, 2020 (document 003), levels as printed. */
export const PL2_HEAD = [
  ['STT', 'Tiêu chí', 'Tổng số', 'Chia ra theo cấp hành chính', '', '', 'Ghi chú'],
  ['', '', '', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', ''],
];

export function pl2Rows(
  figure: (row: string) => (string | number)[] = () => [1, 1, '', '', ''],
): (string | number)[][] {
  return templateById('phu-luc-2')!.rows.map((r) => [`${r.number}.`, r.label, ...figure(r.key)]);
}

/** The one-stop table of document 000: fields, received, early, on time, overdue, returned, pending. */
export const MOT_CUA: (string | number)[][] = [
  ['Lĩnh vực', 'Tổng hồ sơ tiếp nhận', 'Kết quả xử lý hồ sơ', '', '', '', 'Hồ sơ đang xử lý'],
  ['', '', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Trả hồ sơ', ''],
  ['Tài nguyên nước', '31', '29', '2', '', '3', ''],
  ['Hoạt Động Điện Lực', '6', '6', '', '', '', ''],
  ['Ngoại vụ', '1', '1', '', '', '', ''],
  ['Lao động, Tiền lương', '10', '10', '', '', '2', ''],
  ['Biển - Hải đảo', '1', '1', '', '', '', ''],
  ['Quy hoạch xây dựng - Kiến trúc', '3', '3', '', '', '', ''],
  ['Quản lý Công chứng', '10', '10', '', '', '', ''],
  ['Việc Làm (Ban quản lý KKT Vân Phong)', '53', '32', '20', '', '3', '1'],
  ['Giáo dục Nghề nghiệp', '2', '2', '', '', '', ''],
  ['Đầu tư xây dựng thuộc BQL KKT Vân Phong', '4', '4', '', '', '2', ''],
  ['Thi đua khen thưởng', '121', '116', '5', '', '', ''],
  ['Nhà Ở', '1', '1', '', '', '', ''],
  ['Nghệ thuật biểu diễn', '6', '2', '4', '', '1', ''],
  ['Di Sản Văn Hoá', '1', '1', '', '', '1', ''],
  ['Tổ chức Phi Chính phủ', '5', '5', '', '', '', ''],
  ['Môi Trường', '38', '37', '1', '', '3', ''],
  ['Quản lý công sản', '40', '40', '', '', '', ''],
  ['Tài nguyên khoáng sản', '9', '7', '1', '', '4', '1'],
  ['Cấp Quyết định chủ trương đầu tư; GCN đăng ký đầu tư và Chuyển nhượng dự án đầu tư', '8', '8', '', '', '2', ''],
  ['Việc làm (Sở LĐTB&XH)', '100', '91', '8', '', '2', '1'],
  ['Mỹ thuật, Nhiếp ảnh, Triển lãm', '1', '1', '', '', '', ''],
  ['Đất đai', '94', '60', '33', '', '23', '1'],
  ['<b>Tổng cộng</b>', '<b>545</b>', '<b>467</b>', '<b>74</b>', '<b>0</b>', '<b>46</b>', '<b>4</b>'],
];
