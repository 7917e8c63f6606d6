import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { termsOf } from '../terms';

/** Phụ lục 2 to 4: Tổng số = tỉnh + huyện + xã. One-stop table: tiếp nhận = trước hạn + đúng hạn + quá hạn + đang xử lý. */
export const sumLevels: Rule = {
  id: 'sum-levels',
  severity: 'error',
  summary: 'Tổng số khác tổng các cấp (các cột thành phần).',
  message(issue, words) {
    const params = paramsOf(issue);
    const parts = termsOf(issue).map((term) => words.other(term, issue.at));
    const sum = parts.length && !params.flag('levels') ? `tổng ${parts.join(', ')}` : 'tổng các cấp';
    const { expected, actual } = issue;
    if (params.text('crossing')) {
      return say(issue, words, `ghi ${words.figure(actual, issue.at)}; cả dòng này và dòng tổng cộng cùng lệch một số như nhau ở ô này, phải là ${words.figure(expected, issue.at)} thì mới khớp; đề nghị đơn vị kiểm tra lại`);
    }
    if (params.text('repair') === 'missing-total') {
      return say(issue, words, `để trống trong khi ${sum} là ${words.figure(expected, issue.at)}; đề nghị đơn vị ghi bổ sung`);
    }
    const given = typeof actual === 'number' ? words.figure(actual, issue.at) : `ghi “${actual ?? '-'}”,`;
    return say(issue, words, `${given} khác ${sum} (${words.figure(expected, issue.at)}); đề nghị đơn vị kiểm tra lại`);
  },
};
