const KINDS =
  'nghị định|nghị quyết|thông tư liên tịch|thông tư|quyết định|chỉ thị|công văn|kế hoạch|báo cáo|tờ trình|hướng ' +
  'dẫn|luật|pháp lệnh|hiến pháp|nđ|nq|tt|qđ|ct|cv|kh|bc';

/** "57/KH-STP", "43/QĐ-VP.UBND", "8787/UBND –TH", "130/2005/NĐ-CP", "03-HD/BTCTU". */
const BY_SHAPE = /(?<![\d/])\d{1,5}(?:\/\d{4})?\s?[/-]\s?\p{Lu}[\p{L}\d]*(?:\s?[-–./&]\s?\p{Lu}[\p{L}\d]*)*/gu;
/** "Nghị định 130/2005", "Quyết định số 225". */
const BY_KIND = new RegExp(`(?<!\\p{L})(?:${KINDS}) (?:số ?:? ?)?\\d+(?:/\\d{4})?(?![\\d/])`, 'giu');
/** "Luật Cán bộ, công chức năm 2008" within one sentence part. */
const LAW_OF_YEAR = /(?<!\p{L})(?:luật|pháp lệnh|hiến pháp|bộ luật)(?: [^;.()\d]{0,80}?)? (?:năm )?\d{4}(?!\d)/giu;

/**
 * The text with numbers of documents and names of laws blanked, so that their digits are not read as dates or years.
 * "Kế hoạch 57/KH-STP ngày 16/01/2020" becomes "Kế hoạch   ngày 16/01/2020". Every blank of
 * the answer is a plain one. Expects NFC.
 */
export function withoutDocumentNumbers(text: string): string {
  return text.replace(/\s+/g, ' ').replace(BY_SHAPE, ' ').replace(BY_KIND, ' ').replace(LAW_OF_YEAR, ' ');
}
