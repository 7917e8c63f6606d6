import { wordsOf } from '../../core/validate/words';
import { formName } from '../results/file-view';

const words = wordsOf([]);

/** "Phụ lục 2, dòng 3, cột Tổng số". */
export function figureWords(at: { template: string; row: string; column: string }): string {
  return words.place(at);
}

/** "Sở Tư pháp, Phụ lục 2 (tệp “STP.xlsx”)". */
export function submissionWords(agency: string, template: string | null, file: string): string {
  return `${agency}${template === null ? '' : `, ${formName(template)}`} (tệp “${file}”)`;
}

/** "dòng", as a figure or empty. */
export function valueWords(value: number | null, at: { template: string; row: string; column: string }): string {
  return value === null ? 'để trống' : words.figure(value, at);
}
