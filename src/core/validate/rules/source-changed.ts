import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A file of the case is not, or not any more, what it was when the case was put down. Found by its hash. */
export const sourceChanged: Rule = {
  id: 'source-changed',
  severity: 'warning',
  alwaysOn: true,
  summary: 'Tệp nguồn đã thay đổi hoặc không còn so với hồ sơ đã lưu.',
  message(issue, words) {
    const params = paramsOf(issue);
    const file = params.text('file');
    if (params.flag('missing'))
      return say(issue, words, `${file ? `tệp “${file}”` : 'một tệp'} có trong hồ sơ đã lưu nhưng lần này không có`);
    return say(
      issue,
      words,
      'nội dung tệp đã thay đổi so với lần lưu hồ sơ; các quyết định gắn với nội dung cũ không còn áp dụng cho tệp này',
    );
  },
};
