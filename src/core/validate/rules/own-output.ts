import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A workbook of results that this program made, lying among what was received: counted, every figure would double. */
export const ownOutput: Rule = {
  id: 'own-output',
  severity: 'info',
  summary: 'Tệp do chương trình lập, không phải báo cáo của đơn vị.',
  message(issue, words) {
    return say(issue, words, paramsOf(issue).text('reason') ?? 'tệp do chương trình lập');
  },
};
