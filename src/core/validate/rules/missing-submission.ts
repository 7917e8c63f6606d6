import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** An agency of the register from which nothing came. */
export const missingSubmission: Rule = {
  id: 'missing-submission',
  severity: 'warning',
  summary: 'Đơn vị có trong danh mục chưa gửi báo cáo.',
  message(issue, words) {
    const agency = paramsOf(issue).text('agency');
    return say(
      issue,
      words,
      `${agency ?? 'một đơn vị trong danh mục'} chưa gửi${issue.at.template ? '' : ' phụ lục nào'}`,
    );
  },
};
