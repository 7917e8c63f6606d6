/** Longest address in a hyperlink that Excel opens (2,079 characters); longer ones make it repair the file. */
const LONGEST = 2_079;

/**
 * A relative, percent-encoded address of a received file: "nhận/02 Sở Tư pháp.xlsx" → "nh%E1%BA%ADn/02%20S%E1%BB%9F…".
 * Colons and backslashes are encoded too, so that no name can act as "javascript:" or as a network path; null where
 * none can be made.
 */
export function fileTarget(file: string): string | null {
  const segments = file.replace(/^\/+/, '').split('/');
  if (segments.some((s) => /[\ud800-\udfff]/.test(s.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')))) return null;
  const target = segments.map((s) => encodeURIComponent(s).replace(/'/g, '%27')).join('/');
  return target === '' || target.length > LONGEST ? null : target;
}
