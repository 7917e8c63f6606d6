import type { HostFailure } from '../app/ports';

export type FailureKind = HostFailure['kind'];

/** What was being done: it decides which protection an "access denied" speaks of. */
export type Doing = 'read' | 'write-sheets' | 'write-cells';

const UNCHANGED = 'Bảng tính vẫn như trước.';

const MESSAGES: Record<Exclude<FailureKind, 'changed-since' | 'not-found' | 'other'>, string> = {
  'cell-edit': 'Excel đang ở chế độ nhập ô. Nhấn Enter hoặc Esc để kết thúc nhập rồi thực hiện lại.',
  'protected-sheet':
    'Trang tính đang được bảo vệ. Vào thẻ Xem lại (Review), chọn Bỏ bảo vệ trang tính (Unprotect Sheet) rồi thực ' +
    'hiện lại.',
  'protected-workbook':
    'Cấu trúc bảng tính đang được bảo vệ nên không thêm, đổi tên hay ẩn trang tính được. Vào thẻ Xem lại ' +
    '(Review), bỏ Bảo vệ sổ làm việc (Protect Workbook) rồi thực hiện lại.',
  'session-lost': 'Mất liên lạc với Excel. Đóng khung tiện ích rồi mở lại; nếu chưa được, lưu và mở lại bảng tính.',
  'too-large':
    'Dữ liệu vượt quá 5 MB mà Excel nhận trong một lần. Hãy làm với ít trang tính hơn, hoặc xuất kết quả ra tệp Excel.',
  'workbook-switched':
    'Bảng tính đang mở đã được thay bằng bảng tính khác trong lúc thực hiện. Mở lại bảng tính ban đầu rồi thực ' +
    'hiện lại.',
  unsupported:
    'Bản Excel này không có chức năng cần dùng. Đề nghị cài Excel 2021 trở lên, hoặc xuất kết quả ra tệp Excel.',
};

/**
 * Error codes of the client library and, as numbers, of the transport (Excel for Windows), with the kind they mean. The
 * names are documented by Microsoft (Excel.ErrorCodes, "Error handling"); the numbers stand in the library's source.
 */
const KINDS: Record<string, FailureKind> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  5004: 'cell-edit',
  // A dialog is open: to the officer the same as typing in a cell, something is unfinished in Excel.
  WriteNotSupportedWhenModalDialogOpen: 'cell-edit',
  5016: 'cell-edit',
  InvalidOrTimedOutSession: 'session-lost',
  5012: 'session-lost',
  InvalidOrTimedOutSessionMessage: 'session-lost',
  HostRestartNeeded: 'session-lost',
  InvalidSessionId: 'session-lost',
  RequestPayloadSizeLimitExceeded: 'too-large',
  5103: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  5104: 'too-large',
  RangeExceedsLimit: 'too-large',
  SheetNotFound: 'not-found',
  ItemNotFound: 'not-found',
  InvalidReference: 'not-found',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedFeature: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedSheet: 'unsupported',
  ProtectedWorkbook: 'protected-workbook',
  NonBlankCellOffSheet: 'other',
};
const DENIED = new Set(['AccessDenied', '7000', 'EditModeNotAllowed', 'UnableToWriteProtectedRange']);
/** Too many requests at once; waiting helps. */
const BUSY = new Set(['ActivityLimitReached', '5102', 'Conflict', 'Timeout', 'RequestAborted', 'ServiceNotAvailable']);

/** The failure of a kind with its usual sentence, or with a better one. */
export function failure(kind: FailureKind, message?: string): HostFailure {
  return {
    ok: false,
    kind,
    message:
      message ?? `${MESSAGES[kind as keyof typeof MESSAGES] ?? 'Excel không thực hiện được yêu cầu.'} ${UNCHANGED}`,
  };
}

/** Carries a failure out of a running batch. */
export class Refusal extends Error {
  constructor(readonly failure: HostFailure) {
    super(failure.message);
    this.name = 'Refusal';
  }
}

/** Leaves the running use case with a failure. */
export function refuse(kind: FailureKind, message?: string): never {
  throw new Refusal(failure(kind, message));
}

/** Code of an error of the client library; numbers as text; "" where it is none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
}

/** What an error means to the officer. Errors that are none of the host's are bugs and are thrown on. */
export function toFailure(error: unknown, doing: Doing): HostFailure {
  if (error instanceof Refusal) return error.failure;
  const code = codeOf(error);
  if (code === '') throw error;
  if (DENIED.has(code)) return failure(doing === 'write-sheets' ? 'protected-workbook' : 'protected-sheet');
  if (BUSY.has(code)) return failure('other', `Excel đang bận (${code}). Chờ ít giây rồi thực hiện lại. ${UNCHANGED}`);
  const kind = KINDS[code] ?? 'other';
  if (kind === 'not-found')
    return failure(kind, `Không thấy trang tính hoặc ô cần tìm; có thể đã bị xóa hoặc đổi tên. ${UNCHANGED}`);
  if (kind !== 'other') return failure(kind);
  const said = (error as { message?: unknown }).message;
  return failure(
    'other',
    `Excel không thực hiện được yêu cầu (${code}${typeof said === 'string' && said ? `: ${said}` : ''}). ${UNCHANGED}`,
  );
}

/** The sentence for a failure after which not everything could be tidied at once. */
export function unfinished(message: string): string {
  return `${message.replace(/\s*Bảng tính vẫn như trước\.?$/, '')} Phần dang dở sẽ tự được dọn ở lần thực hiện sau.`;
}
