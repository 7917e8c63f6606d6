/** Whether a "sheet" is a table of a Word document ("Bảng 3"), which has no name of its own. */
export function isDocumentTable(sheet: string): boolean {
  return /^Bảng \d+$/u.test(sheet);
}
