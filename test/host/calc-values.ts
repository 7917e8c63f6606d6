import type { Area } from '../../src/core/model/grid';
import type { Scalar } from './grid-store';
import type { SheetState } from './state';

/** An error as a value: "#DIV/0!". */
export class ErrorValue {
  constructor(readonly code: string) {}
}
/** A block of cells a function looks at; blanks are absent. */
export class RangeValue {
  constructor(
    readonly sheet: SheetState,
    readonly area: Area,
  ) {}
}
export type Value = Scalar | null | ErrorValue | RangeValue;

export const DIV0 = new ErrorValue('#DIV/0!');
export const BAD_VALUE = new ErrorValue('#VALUE!');

/** A number out of a value: blank 0, TRUE 1, "12" 12, other text #VALUE!. */
export function toNumber(value: Scalar | null | ErrorValue): number | ErrorValue {
  if (value === null) return 0;
  if (value instanceof ErrorValue || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : BAD_VALUE;
}
