import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** So many places are named; a person who opens the file sees the rest. */
const NAMED = 5;

/**
 * What was read of a file and what was counted of it on the other route of the proof differ: nothing of it is added.
 */
export const doesNotClose: Rule = {
  id: 'does-not-close',
  severity: 'error',
  summary: 'Số liệu của tệp không khớp khi đối soát nên tệp được để riêng.',
  message(issue, words) {
    const reasons = paramsOf(issue).list('reasons');
    const more = reasons.length - NAMED;
    return say(
      issue,
      words,
      `số liệu của tệp không khớp khi đối soát nên tệp được để riêng, chưa cộng vào kết quả: ` +
        `${reasons.slice(0, NAMED).join('; ')}${more > 0 ? `; và ${words.figure(more)} chỗ khác` : ''}; đề nghị đối ` +
        'chiếu với tệp gốc và báo cho người phụ trách chương trình',
    );
  },
};
