import { withoutDocumentNumbers } from './document-number';

const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
/**
 * "quý IV/2019", "6 tháng đầu năm 2019", "tháng 11/2019", "năm 2019, 2020"; not a plain day, which is the date of some
 * document.
 */
const NAMED = new RegExp(
  '(?<!\\p{L})(?:quý ?(?:i{1,3}|iv|[1-4]) ?(?:[/.,-]|năm)? ?|năm ?|' +
    `tháng ?\\d{1,2} ?(?:[/-]|năm) ?)${YEAR}` +
    '((?: ?(?:,|và|-) ?(?:năm ?)?(?:19|20)\\d\\d(?![\\d/]))*)',
  'gu',
);
const DATES = /\d{1,2} ?(?:\/|-|\.|tháng) ?\d{1,2} ?(?:\/|-|\.|năm) ?\d{4}/gu;
/** A programme's span names no reporting year. */
const PROGRAMME = /(?:giai đoạn|nhiệm kỳ|thời kỳ) ?(?:năm ?)?\d{4} ?(?:-|đến) ?(?:năm ?)?\d{4}/gu;

/**
 * Years a note speaks of, alone or with a quarter or month, in order of mention, each once. "triển khai theo kế hoạch
 * vào quý IV/2019" is [2019]; "Nghị định 130/2005", document numbers and full dates give none.
 */
export function mentionedYears(note: string): number[] {
  const plain = withoutDocumentNumbers(note.normalize('NFC'))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(DATES, ' ')
    .replace(/ +/g, ' ')
    .replace(PROGRAMME, ' ')
    .replace(/ +/g, ' ');
  const years = new Set<number>();
  for (const match of plain.matchAll(NAMED)) {
    years.add(Number(match[1]));
    for (const more of (match[2] ?? '').match(/\d{4}/g) ?? []) years.add(Number(more));
  }
  return [...years];
}
