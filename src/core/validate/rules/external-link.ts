import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Cells named in a sentence; `count` is the true number. */
const LISTED = 8;
const FORMULA_WIDTH = 80;

/**
 * Figures that a formula takes from another file, which nobody here can look into. Found in the cells of appendices.
 */
export const externalLink: Rule = {
  id: 'external-link',
  severity: 'warning',
  summary: 'Có công thức lấy số liệu từ tệp khác.',
  message(issue, words) {
    const params = paramsOf(issue);
    const list = params.list('list');
    if (params.number('count') === 0)
      return say(
        issue,
        words,
        'tệp có liên kết tới tệp khác không gửi kèm; các ô số liệu được đọc theo giá trị lưu trong tệp',
      );
    const shown = list.length > LISTED ? [...list.slice(0, LISTED), '…'] : list;
    const formula = params.text('formula');
    const many = list.length > 1;
    return say(
      many ? { ...issue, at: { ...issue.at, row: undefined, column: undefined, cell: undefined } } : issue,
      words,
      `${many ? `công thức ở ${list.length} ô (${shown.join(', ')})` : 'công thức'} lấy số từ tệp khác không gửi ` +
        `kèm${formula ? ` (=${shorten(formula, FORMULA_WIDTH)})` : ''}; số liệu được đọc theo giá trị lưu lần ` +
        'cuối, đề nghị đơn vị kiểm tra lại và thay công thức bằng số',
    );
  },
};
