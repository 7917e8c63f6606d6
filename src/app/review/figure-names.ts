import { wordsOf } from '../../core/validate/words';
import { formName } from '../results/file-view';

const words = wordsOf([]);

/** Names for a figure of the province: the form's short name, and "dòng 3, cột Tổng số". */
export function figurePlace(at: { template: string; row: string; column: string }): { short: string; place: string } {
  return { short: formName(at.template), place: `${words.row(at)}, ${words.column(at)}` };
}

/** The same figure with its names. */
export function named<T extends Pick<EffectLine, 'template' | 'row' | 'column'>>(
  line: T,
): T & { short: string; place: string } {
  return { ...line, ...figurePlace(line) };
}
export type Shown = number | string | null;

/** One figure of the province under the one and the other state of things; `place` is "dòng 3, cột Tổng số". */
export interface EffectLine {
  template: string;
  short: string;
  row: string;
  column: string;
  place: string;
  label: string;
  before: Shown;
  after: Shown;
}
