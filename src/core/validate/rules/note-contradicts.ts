import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A note against the figures beside it, or against the year of the report. */
export const noteContradicts: Rule = {
  id: 'note-contradicts',
  severity: 'warning',
  summary: 'Ghi chú mâu thuẫn với số liệu hoặc với kỳ báo cáo.',
  message(issue, words) {
    const params = paramsOf(issue);
    const note = params.text('note');
    const years = params.list('years');
    const part = params.number('part');
    const whole = params.number('whole');
    const says = note ? `ghi chú “${note}”` : 'ghi chú';
    if (years.length) return say(issue, words, `${says} nói về năm ${years.join(', ')}, báo cáo là của năm ${issue.expected ?? 'khác'}; đề nghị đơn vị kiểm tra lại`);
    if (part !== null && whole !== null) {
      return say(issue, words, `${says}, số liệu là ${words.figure(part)}/${words.figure(whole)}${params.text('ratio') ? ` = ${params.text('ratio')}` : ''}; đề nghị đơn vị kiểm tra lại`);
    }
    if (params.flag('composition')) return say(issue, words, `${says} cộng lại được ${words.figure(issue.actual)}, số liệu ghi ${words.figure(issue.expected)}`);
    return say(issue, words, `${says} không khớp với số liệu; đề nghị đơn vị kiểm tra lại`);
  },
};
