import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** What report systems put out under the name of a workbook. */
const EXPORTED: ReadonlySet<string> = new Set(['html', 'csv', 'mht', 'xml']);

/** A file whose name ends otherwise than its content. Found by the readers, which go by the content. */
export const fileMisnamed: Rule = {
  id: 'file-misnamed',
  severity: 'info',
  summary: 'Đuôi tên tệp không đúng với nội dung; tệp được đọc theo nội dung.',
  message(issue, words) {
    const params = paramsOf(issue);
    const [ending, kind, proper] = [params.text('ending'), params.text('kind'), params.text('proper')];
    const named =
      ending === null
        ? 'đuôi tên tệp không đúng với nội dung'
        : `tệp mang đuôi .${ending} nhưng nội dung là ${kind ?? 'loại tệp khác'}`;
    const next =
      proper === null
        ? ''
        : EXPORTED.has(proper)
          ? '; lần sau đề nghị đơn vị gửi tệp Excel (.xlsx)'
          : `; lần sau đề nghị đơn vị để đúng đuôi .${proper}`;
    return say(
      { ...issue, at: { file: issue.at.file } },
      words,
      `${named}; số liệu đã được đọc theo nội dung thực của tệp, tệp gốc giữ nguyên${next}`,
    );
  },
};
