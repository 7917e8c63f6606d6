import { nameUnseen } from '../../text/unseen';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Longest wording of a row in this sentence, in characters. */
const LABEL_WIDTH = 90;

const KINDS: Readonly<Record<string, string>> = {
  'font-decoded': 'phông chữ cũ',
  'font-doubtful': 'phông chữ cũ, chưa chắc chắn, cần đối chiếu với tệp gốc',
  'look-alike': 'có chữ cái của bảng chữ khác trông giống hệt',
  spaces: 'khoảng trắng, ký tự ẩn',
  separator: 'dấu phân cách',
  'unit-removed': 'đơn vị tính đi kèm số',
  'percent-scaled': 'tỷ lệ phần trăm',
  'formula-computed': 'công thức chưa có kết quả lưu trong tệp, đã tính',
  'date-typed': 'ngày tháng',
  'number-as-text': 'số lưu dạng chữ',
  'hidden-part': 'phần chữ ẩn không được đọc',
  'deleted-part': 'phần đã xóa khi theo dõi thay đổi không được đọc',
  'text-box-part': 'phần trong khung chữ rời không được đọc',
  'covered-part': 'phần bị ô khác che không được đọc',
  'pair-part': 'số đạt được trên tổng số, chỉ số đứng trước được cộng, đề nghị đối chiếu',
  'note-mark': 'phần nâng cao ở cuối được hiểu là dấu chú thích, đề nghị đối chiếu với tệp gốc',
};

/** Text that was decoded (.VnTime, VNI) or tidied to be read; the file itself stays as it is. */
export const textRepaired: Rule = {
  id: 'text-repaired',
  severity: 'info',
  summary: 'Chữ gõ bằng phông cũ hoặc có ký tự lạ đã được đọc lại.',
  message(issue, words) {
    const params = paramsOf(issue);
    const before = params.text('before');
    const after = params.text('after');
    const kind = KINDS[params.text('kind') ?? ''];
    if (params.text('kind') === 'label' && before !== null && after !== null) {
      return say(
        issue,
        words,
        `lời văn “${shorten(before, LABEL_WIDTH)}” không trùng biểu mẫu, được hiểu là “${shorten(after, LABEL_WIDTH)}”`,
      );
    }
    if (params.text('kind') === 'font-by-content') {
      const count = params.number('count');
      return say(
        issue,
        words,
        `chữ trên trang không ghi phông cũ nhưng có vẻ gõ theo bảng mã ${params.text('encoding') ?? 'cũ'}; đã ` +
          `đọc${count === null ? '' : ` ${count} ô`} theo bảng mã đó, cần đối chiếu với tệp gốc`,
      );
    }
    if (params.text('kind') === 'font-mixed' && before !== null) {
      return say(
        issue,
        words,
        `“${shorten(before, LABEL_WIDTH)}” lẫn chữ Unicode với chữ phông cũ nên được để nguyên, cần xem lại ` +
          'trong tệp gốc',
      );
    }
    if (params.text('kind') === 'unseen' && before !== null && after !== null) {
      return say(
        issue,
        words,
        `trong ô có ký tự không nhìn thấy (${nameUnseen(before)}), được đọc là “${after}”; tệp gốc giữ nguyên`,
      );
    }
    const what = before === null || after === null ? 'nội dung đã được đọc lại' : `“${before}” được đọc là “${after}”`;
    return say(issue, words, `${what}${kind ? ` (${kind})` : ''}; tệp gốc giữ nguyên`);
  },
};
