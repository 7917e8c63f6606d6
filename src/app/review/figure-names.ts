import { wordsOf } from '../../core/validate/words';
import { nameOf } from '../results/file-view';
import type { EffectLine } from '../calls/review-calls';

const words = wordsOf([]);

/** Names for a figure of the province: the form's short name, and "dòng 3, cột Tổng số". */
export function figurePlace(at: { template: string; row: string; column: string }): { short: string; place: string } {
  return { short: nameOf(at.template), place: `${words.row(at)}, ${words.column(at)}` };
}

/** The same figure with its names. */
export function named<T extends Pick<EffectLine, 'template' | 'row' | 'column'>>(line: T): T & { short: string; place: string } {
  return { ...line, ...figurePlace(line) };
}
