import type { Outcome } from '../../core/model/outcome';
import type { Confirmation, Confirmations } from '../../core/agencies/confirmations';
import { senderMarks } from '../../core/agencies/sender-marks';
import type { ReceivedFile } from '../../core/model/submission';
import { mergeConfirmations } from './merge-confirmations';

/** The file to write, and its value; or why the sender cannot be remembered. */
export type Confirmed = Outcome<{ confirmations: Confirmations; content: string }>;

/**
 * Remembers that a file like this one comes from the agency with `code`; an earlier word on the same marks is replaced.
 * `at` is an ISO day or time, told by whoever knows the time. Null as confirmations starts a new file.
 */
export function confirmAgency(
  confirmations: Confirmations | null,
  received: Pick<ReceivedFile, 'file' | 'marks'>,
  code: string,
  by: string | undefined,
  at: string,
): Confirmed {
  const marks = received.marks ?? senderMarks([{ kind: 'file-name', text: received.file }]);
  if (marks.fileName === '' && marks.letterhead === undefined && marks.symbol === undefined) {
    return {
      ok: false,
      message:
        `Tệp "${received.file}" không có tên riêng, tên cơ quan ở đầu trang hay ký hiệu để lần sau nhận ra. Hãy ` +
        'đặt lại tên tệp theo tên đơn vị.',
    };
  }
  const entry: Confirmation = { ...marks, agency: code, ...(by ? { by } : {}), at };
  return { ok: true, ...mergeConfirmations(confirmations, [entry]) };
}
