import { hasFigure } from '../../../../src/files/readers/docx/has-figure';

test.each([
  'Đã tiếp nhận 1.234 hồ sơ, giải quyết đúng hạn 98,5 %.',
  '2. Tổng số 45 thủ tục được công bố trong quý III/2020.',
  'Năm 2020, cắt giảm 12 đơn vị.',
])('%s holds a figure', (text) => expect(hasFigure(text)).toBe(true));

test.each([
  'I. KẾT QUẢ THỰC HIỆN',
  '1.2. Công tác chỉ đạo, điều hành',
  'Số: 57/BC-STP',
  'Khánh Hòa, ngày 29 tháng 11 năm 2020',
  'Thực hiện Nghị quyết số 30c/NQ-CP ngày 08/11/2011 giai đoạn 2011 - 2020',
  'Theo Nghị định số 150/2025/NĐ-CP, Điều 5 và Phụ lục 2',
  '6 tháng đầu năm 2020',
])('%s holds none', (text) => expect(hasFigure(text)).toBe(false));
