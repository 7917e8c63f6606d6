/** "phu-luc-2/26/district"; the row of an open list may itself hold "/". Null for anything else. */
export function readFigure(text: string): { template: string; row: string; column: string } | null {
  const parts = text.normalize('NFC').split('/');
  const [template, column] = [parts[0], parts.at(-1)];
  if (parts.length < 3 || !template || !column) return null;
  return { template, row: parts.slice(1, -1).join('/'), column };
}

/** What is wrong with a figure given to an option, or null. */
export const figureTrouble = (text: string): string | null =>
  readFigure(text) ? null : '--figure viết dạng BIEU/DONG/COT, ví dụ phu-luc-2/26/district.';
