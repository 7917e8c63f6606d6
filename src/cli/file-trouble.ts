/** By the codes of the system: what to do about it. */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp hoặc thư mục này',
  EACCES: 'không có quyền',
  EPERM: 'không có quyền, hoặc tệp đang mở trong chương trình khác',
  EBUSY: 'tệp đang mở trong chương trình khác; đóng tệp rồi làm lại',
  EISDIR: 'đây là thư mục, cần một tệp',
  ENOTDIR: 'đây là tệp, cần một thư mục',
  EEXIST: 'đã có tệp tên này',
  ENOSPC: 'ổ đĩa đã đầy',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENAMETOOLONG: 'tên tệp quá dài',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
};

/**
 * Why a file could not be read or written, as a sentence in Vietnamese; null where the error is none of the file
 * system.
 */
export function fileTrouble(error: unknown): string | null {
  const reason = fileReason(error);
  if (reason === null) return null;
  const { path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  // What is written goes beside the target first; the person named the target.
  const name = (dest ?? path ?? '').replace(/\.\d+\.tmp$/, '');
  return `Không đọc hoặc không ghi được${name ? ` "${name}"` : ''}: ${reason}.`;
}

/** The same without the name: "không có tệp hoặc thư mục này". */
export function fileReason(error: unknown): string | null {
  const { code, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return code !== undefined && syscall !== undefined ? (WORDS[code] ?? `hệ thống báo ${code}`) : null;
}
