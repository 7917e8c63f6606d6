import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Two rows of the sheet that match the same row of the form. Found by recognition. */
export const duplicateRow: Rule = {
  id: 'duplicate-row',
  severity: 'error',
  summary: 'Một dòng của biểu mẫu xuất hiện hai lần.',
  message(issue, words) {
    const first = paramsOf(issue).text('first');
    return say(issue, words, `dòng này đã có${first ? ` ở ô ${first}` : ''}; lần lặp lại chưa được cộng, đề nghị đơn vị giữ một dòng`);
  },
};
