import { checkSentences } from '../fixtures/check-sentences';

test.each([
  [{ kind: 'workbook', after: 'Phụ lục 2' }, ['bảng tính nhúng', '“Phụ lục 2”', 'gửi tệp riêng']],
  [{ kind: 'text-box', text: 'Tổng số: 12', figures: true }, ['khung chữ “Tổng số: 12”', 'gửi tệp riêng']],
  [{ kind: 'text-box', text: 'Biểu mẫu' }, ['khung chữ “Biểu mẫu”']],
  [{ kind: 'picture', count: 3 }, ['3 hình ảnh', 'ảnh chụp bảng số liệu']],
  [{ kind: 'object' }, ['đối tượng nhúng']],
])('says what lies beside the cells: %j', (params, words) => checkSentences('object-not-read', { params }, words));
