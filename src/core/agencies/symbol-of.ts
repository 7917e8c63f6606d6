const AFTER_BC = /(?<!\p{L})BC\s*[-–−_]\s*(\p{L}[\p{L}.&]*)((?:\s?[-–.&]\s?\p{L}+|\s\p{Lu}+(?!\p{Ll}))*)/iu;
const STOP = /^(ngày|của|năm|về|tháng|và|do|số)$/iu;

/**
 * The symbol after "BC-" in a document number, without blanks and dots, as typed otherwise; null where there is none.
 * "(Đính kèm Báo cáo số 193/BC-STC ngày 25/11/2020)" gives "STC", "70/BC-VP UBND" gives "VPUBND". "UBND" is returned
 * too, though it names nobody.
 */
export function symbolOf(reference: string): string | null {
  const found = AFTER_BC.exec(reference.normalize('NFC'));
  if (!found?.[1] || STOP.test(found[1])) return null;
  let symbol = found[1];
  for (const [, gap = '', word = ''] of (found[2] ?? '').matchAll(/(\s?[-–.&]\s?|\s)(\p{L}+)/gu)) {
    // Capitals only: in "BC-STC Ngày 3" the number is over.
    if (STOP.test(word) || (gap.trim() === '' && word !== word.toUpperCase())) break;
    symbol += gap.includes('-') || gap.includes('–') ? `-${word}` : gap.trim() === '&' ? `&${word}` : word;
  }
  return symbol.replace(/\.|-$/g, '');
}
