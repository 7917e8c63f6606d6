import type { Cell } from '../../core/model/grid';

/** A cell whose formula gives no result that anybody computed, whatever number stands in the file. */
export function takeResult(cell: Cell): void {
  Object.assign(cell, { kind: 'text', value: '', text: '', noCachedValue: true });
}
