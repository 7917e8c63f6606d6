import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A row of the sheet that no row of the form matches well enough. Found by recognition. */
export const unknownRow: Rule = {
  id: 'unknown-row',
  severity: 'warning',
  summary: 'Có dòng không thuộc biểu mẫu, số liệu của dòng này không được cộng.',
  message(issue, words) {
    const params = paramsOf(issue);
    const label = params.text('label');
    const number = params.text('number');
    const name = label ? ` “${label}”` : '';
    if (params.flag('struck')) return say({ ...issue, at: { ...issue.at, row: undefined, column: undefined } }, words, `dòng${number ? ` ${number}` : ''}${name} bị gạch ngang nên chưa được cộng; đề nghị đơn vị xóa hẳn dòng này, hoặc bỏ gạch ngang nếu số liệu vẫn tính`);
    const near = params.list('candidates');
    const at = { ...issue.at, row: undefined, column: undefined };
    return say({ ...issue, at }, words, `dòng${number ? ` ${number}` : ''}${name} không có trong biểu mẫu nên chưa được cộng${near.length ? `; gần nhất là dòng ${near.join(', ')}` : ''}`);
  },
};
