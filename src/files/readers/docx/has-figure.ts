/**
 * Digits that are no figures of a report: the numbering at the head of a paragraph, dates, years, reporting periods,
 * numbers of documents, and the numbers by which laws, appendices and sections are called.
 */
const NO_FIGURES: readonly RegExp[] = [
  /^\s*[([]?(?:\d{1,2}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,2})*\s*[.)\]:/-](?=\s|\p{L})/giu,
  /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}/g,
  /ngày\s*\d{1,2}(?:\s*(?:\/|-|tháng)\s*\d{1,2})?(?:\s*(?:\/|-|năm)\s*\d{4})?/giu,
  /(?:tháng|quý)\s*\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?/giu,
  /\d{1,2}\s*tháng\s*(?:đầu|cuối)?\s*năm(?:\s*\d{4})?/giu,
  /(?:năm|giai đoạn)\s*\d{4}(?:\s*[-–]\s*\d{4})?/giu,
  /(?<!\d)\d+\p{L}?\s*\/\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{L}\d-]*/gu,
  /(?:điều|khoản|mục|chương|phụ lục|biểu|bảng|phần|iso)\s*(?:số\s*)?\d+(?:[.:]\d+)*/giu,
];

/** Whether a paragraph of a report holds a figure: "đã xử lý 1.234 hồ sơ" does, "Báo cáo số 12/BC-STP" does not. */
export function hasFigure(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return /\d/.test(NO_FIGURES.reduce((rest, pattern) => rest.replace(pattern, ' '), text.normalize('NFC')));
}
