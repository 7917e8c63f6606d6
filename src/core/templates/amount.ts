import type { AppendixCell } from '../model/appendix';
import type { TemplateColumn } from './schema';

/**
 * What a cell amounts to under its template.
 * given: a number (counts as is, percents as fractions); none: the sender says there is none; not-reported: nothing was
 * said; refused: something is there that cannot be used.
 */
export type Amount =
  { state: 'given'; value: number } | { state: 'none' } | { state: 'not-reported' } | { state: 'refused' };

const MEANS: Record<'zero' | 'none' | 'not-reported', Amount> = {
  zero: { state: 'given', value: 0 },
  none: { state: 'none' },
  'not-reported': { state: 'not-reported' },
};

/**
 * The amount of a cell in a column: "-" in phu-luc-2 is none, a blank in mot-cua is zero. An absent cell is not
 * reported.
 */
export function amountOf(cell: AppendixCell | undefined, column: TemplateColumn): Amount {
  if (!cell) return { state: 'not-reported' };
  const empty = column.empty ?? { blank: 'not-reported', dash: 'none', word: 'none' };
  switch (cell.figure.kind) {
    case 'number':
    case 'percent':
      return { state: 'given', value: cell.figure.value };
    case 'pair':
      return { state: 'given', value: cell.figure.part };
    case 'blank':
      return MEANS[empty.blank];
    case 'dash':
      return MEANS[empty.dash];
    case 'word':
      return MEANS[empty.word];
    default:
      return { state: 'refused' };
  }
}
