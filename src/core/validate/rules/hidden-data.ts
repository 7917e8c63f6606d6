import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Figures that a person looking at the sheet does not see. Found by recognition. */
export const hiddenData: Rule = {
  id: 'hidden-data',
  severity: 'warning',
  summary: 'Có số liệu ở dòng, cột hoặc trang bị ẩn.',
  message(issue, words) {
    const params = paramsOf(issue);
    const count = params.number('count');
    const where = { row: 'dòng bị ẩn', column: 'cột bị ẩn', sheet: 'trang bị ẩn', filtered: 'dòng bị bộ lọc che', 'white-text': 'ô chữ trùng màu nền' }[params.text('what') ?? ''] ?? 'chỗ bị ẩn';
    return say(issue, words, `${count === null ? 'có số liệu' : `${words.figure(count)} ô có số liệu`} ở ${where}; số liệu này vẫn được đọc, đề nghị xem lại`);
  },
};
