import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** In a form whose rows are given, and in a list that every sender fills in himself. */
const OTHERWISE = {
  form: 'không có trong biểu mẫu nên chưa được cộng',
  list:
    'không phải một dòng riêng của danh sách (dòng cộng của nhóm, dòng chi tiết hoặc đứng sau dòng tổng cộng) nên ' +
    'chưa được cộng, để không tính hai lần',
};

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
    if (params.flag('struck'))
      return say(
        { ...issue, at: { ...issue.at, row: undefined, column: undefined } },
        words,
        `dòng${number ? ` ${number}` : ''}${name} bị gạch ngang nên chưa được cộng; đề nghị đơn vị xóa hẳn dòng ` +
          'này, hoặc bỏ gạch ngang nếu số liệu vẫn tính',
      );
    const near = params.list('candidates');
    const nearest = near.length ? `; gần nhất là dòng ${near.join(', ')}` : '';
    const at = { ...issue.at, row: undefined, column: undefined };
    return say(
      { ...issue, at },
      words,
      `dòng${number ? ` ${number}` : ''}${name} ` +
        `${OTHERWISE[params.flag('list') ? 'list' : 'form']}${nearest}; đề nghị đơn vị kiểm tra lại`,
    );
  },
};
