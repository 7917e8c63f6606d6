import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Rows, columns or cells named in a sentence; `count` is the true number. */
const LISTED = 8;

/** Figures that a person looking at the sheet does not see. Found by recognition. */
export const hiddenData: Rule = {
  id: 'hidden-data',
  severity: 'warning',
  summary: 'Có số liệu ở dòng, cột hoặc trang bị ẩn.',
  message(issue, words) {
    const params = paramsOf(issue);
    const count = params.number('count');
    const list = params.list('list');
    const shown = list.length > LISTED ? [...list.slice(0, LISTED), '…'] : list;
    const kind = params.text('what');
    const where = {
      row: 'dòng bị ẩn',
      column: 'cột bị ẩn',
      filtered: 'dòng bị bộ lọc che',
      'white-text': 'ô có chữ ẩn hoặc trùng màu nền',
    }[kind ?? ''];
    const places = where
      ? `${count === null ? '' : `${words.figure(count)} `}${where}`
      : kind === 'sheet'
        ? 'trang bị ẩn'
        : 'chỗ bị ẩn';
    return say(
      { ...issue, at: { ...issue.at, row: undefined, column: undefined, ...(list.length ? { cell: undefined } : {}) } },
      words,
      `có số liệu ở ${places}${shown.length ? ` (${shown.join(', ')})` : ''}; số liệu này vẫn được đọc, đề nghị ` +
        'đơn vị xác nhận hoặc bỏ khỏi tệp',
    );
  },
};
