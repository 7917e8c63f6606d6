import type { UnreadFile } from '../app/ports';

/**
 * Unwinds a reader when the file cannot be read. It never leaves `files`: the reader's edge turns it
 * into a plain UnreadFile, because class instances lose their fields on the way out of a worker.
 */
export class Refusal extends Error {
  constructor(
    readonly rule: UnreadFile['rule'],
    message: string,
  ) {
    super(message);
  }

  /** The refusal as a plain result. */
  unread(): UnreadFile {
    return { ok: false, rule: this.rule, message: this.message };
  }
}

/** The file is damaged or incomplete; `detail` says in Vietnamese what was found. */
export function damaged(detail: string): Refusal {
  return new Refusal(
    'file-unreadable',
    `Tệp bị hỏng hoặc chưa tải về trọn vẹn (${detail}); đề nghị đơn vị mở tệp, lưu lại và gửi lại.`,
  );
}

/** A limit was passed; `detail` names it with the figure in Vietnamese. */
export function tooLarge(detail: string): Refusal {
  return new Refusal(
    'file-too-large',
    `Tệp vượt quá mức cho phép đối với một phụ lục (${detail}); đề nghị đơn vị gửi lại tệp chỉ gồm các phụ lục ` +
      'báo cáo.',
  );
}

export function encrypted(): Refusal {
  return new Refusal(
    'file-encrypted',
    'Tệp có đặt mật khẩu nên không đọc được; đề nghị đơn vị bỏ mật khẩu rồi gửi lại.',
  );
}

export function unsupported(message: string): Refusal {
  return new Refusal('file-unsupported', message);
}

/** Runs a reader and turns a Refusal into its plain result; anything else is a bug and passes on. */
export function refusalToResult<T>(read: () => T): T | UnreadFile {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error.unread();
    throw error;
  }
}

/** 1234567 → "1.234.567", for figures inside a message. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Bytes as whole megabytes for a message: "64 MB". */
export function megabytes(n: number): string {
  return `${grouped(Math.max(1, Math.round(n / 1_048_576)))} MB`;
}
