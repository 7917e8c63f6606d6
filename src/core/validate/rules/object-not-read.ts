import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

const TEXT_WIDTH = 120;
const LINE_WIDTH = 60;

const PLEASE = 'đề nghị đơn vị ghi số liệu thành bảng trong tệp hoặc gửi tệp riêng';

/** Figures may stand in what is no cell: a workbook inside a letter, a picture of a table, a text box. */
export const objectNotRead: Rule = {
  id: 'object-not-read',
  severity: 'warning',
  summary: 'Có nội dung không nằm trong ô (bảng tính nhúng, hình ảnh, khung chữ).',
  message(issue, words) {
    const params = paramsOf(issue);
    const count = params.number('count') ?? 1;
    const after = params.text('after');
    const text = params.text('text');
    const where = after ? ` (sau dòng “${shorten(after, LINE_WIDTH)}”)` : '';
    switch (params.text('kind')) {
      case 'workbook':
        return say(issue, words, `có bảng tính nhúng${where} không được đọc; ${PLEASE}`);
      case 'text-box':
        return say(
          issue,
          words,
          `có khung chữ${text ? ` “${shorten(text, TEXT_WIDTH)}”` : ''} nằm ngoài các ô, không được đọc` +
            (params.flag('figures') ? `; ${PLEASE}` : ''),
        );
      case 'picture':
        return say(
          issue,
          words,
          `có ${count} hình ảnh${where} không được đọc; nếu là ảnh chụp bảng số liệu thì ${PLEASE}`,
        );
      default:
        return say(issue, words, `có đối tượng nhúng${where} không được đọc; nếu có số liệu thì ${PLEASE}`);
    }
  },
};
