import type { ConsolidatedFigure } from './consolidation';

/**
 * What the result shows for a figure: the adjusted one where a person put one in its place, else what the sources give.
 */
export function shownValue(figure: Pick<ConsolidatedFigure, 'value' | 'adjustment'>): ConsolidatedFigure['value'] {
  return figure.adjustment ? figure.adjustment.value : figure.value;
}
