import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Figures under "Đơn vị tính: nghìn hồ sơ" or "%", where the form asks for counts. Found while cells are read. */
export const unitDiffers: Rule = {
  id: 'unit-differs',
  severity: 'error',
  summary: 'Số liệu ghi theo đơn vị tính khác biểu mẫu (nghìn, phần trăm) nên không được cộng.',
  message(issue, words) {
    const unit = paramsOf(issue).text('unit');
    const { row, column } = issue.at;
    const which = row ? 'số liệu của dòng này' : column ? 'số liệu của cột này' : 'số liệu của bảng';
    return say(
      issue,
      words,
      `đơn vị tính ${unit === null ? 'khác biểu mẫu' : `ghi là “${unit}”`} trong khi biểu mẫu ghi số lượng; ` +
        `${which} chưa được cộng, đề nghị đơn vị ghi lại đúng số lượng`,
    );
  },
};
