/** Names of files that systems and Office leave in folders; "~$…" lies beside a file that is open in Office. */
const LEFT_OVER = /^(?:~\$.*|\..+|thumbs\.db|desktop\.ini|.*\.tmp)$/i;
/** The folder in which archives made on a Mac keep what belongs to the Mac alone. */
const MAC_FOLDER = /^__MACOSX$/i;

/**
 * Whether the file at this path, with forward slashes, was left by a system or by Office, so that nobody sent it: true
 * for "nhan/Thumbs.db" and "__MACOSX/a.xlsx", false for "nhan/02 So Tu phap.xlsx".
 */
export function isLeftOver(path: string): boolean {
  const steps = path.split('/');
  return LEFT_OVER.test(steps.at(-1) ?? '') || steps.some((step) => MAC_FOLDER.test(step));
}
