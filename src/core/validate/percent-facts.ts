import type { AppendixCell } from '../model/appendix';
import type { Form } from './form';
import { operandAt, type Operand } from './operand';

/** A percentage beside what it is a share of. */
export interface PercentFact {
  row: string;
  /** The percent column. */
  column: string;
  severity: 'error' | 'warning' | 'info';
  percent: Operand;
  part: Operand;
  /** Column of the part. */
  partColumn: string;
  /** The whole's figure, and the row it stands in. */
  whole: Operand;
  wholeRow: string;
  wholeColumn: string;
  /** The percentage beside the whole itself; the base is whole / this. Null where the whole stands in the same row. */
  wholePercent: Operand | null;
}

/** One fact per row on the sheet for each percent identity; none where the sheet has no percent column. */
export function percentFacts(form: Form): PercentFact[] {
  return form.template.identities
    .filter((i) => i.rule === 'percent-mismatch')
    .flatMap((identity) => {
      const column = identity.left.column;
      const [part, whole] = identity.right;
      if (!column || !part?.column || !whole?.column || !form.hasColumn(column)) return [];
      const { column: partColumn } = part;
      const { column: wholeColumn } = whole;
      return (identity.rows ?? form.rows).filter(form.hasRow).map((row): PercentFact => ({
        row,
        column,
        partColumn,
        wholeColumn,
        severity: identity.severity,
        percent: operandAt(form, row, column),
        part: operandAt(form, part.row ?? row, partColumn),
        whole: operandAt(form, whole.row ?? row, wholeColumn),
        wholeRow: whole.row ?? row,
        wholePercent: whole.row === undefined ? null : operandAt(form, whole.row, column),
      }));
    });
}

/**
 * Smallest difference that counts for a computed fraction that carries many decimals: a hundredth of a percent point.
 */
const FRACTION = 1e-4;

/**
 * Half a unit of the last digit shown, as a fraction: "40%" may stand for 39,5 to 40,5, so 0.005; "95,8%" is 0.0005.
 * A number stored in Excel counts with the decimals it is stored with, at least 1e-4.
 */
export function percentPrecision(cell: AppendixCell | undefined, value: number): number {
  if (typeof cell?.stored === 'string' || cell === undefined) {
    const decimals = /[.,](\d+)%?$/u.exec((cell?.text ?? '').replace(/\s+/g, ''))?.[1]?.length ?? 0;
    if (cell?.text.includes('%') || value > 1) return Math.max(FRACTION / 2, 0.005 / 10 ** decimals);
  }
  const digits =
    Number((value * 100).toPrecision(10))
      .toString()
      .split('.')[1]?.length ?? 0;
  return Math.max(FRACTION, 0.005 / 10 ** digits);
}
