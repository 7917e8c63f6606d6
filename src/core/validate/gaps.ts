import type { Identity } from '../templates/schema';
import type { Form } from './form';
import { operandAt, type Operand } from './operand';

/** A total beside what it should add up to: along a row (columns added) or down a column (rows added). */
export interface Gap {
  identity: Identity;
  /** The total's cell. */
  row: string;
  column: string;
  total: Operand;
  /** What is added, in sheet order. */
  parts: { row: string; column: string; operand: Operand }[];
  /** Sum of the parts that are given. */
  sum: number;
  /** At least one part is given. */
  split: boolean;
  /** Why it cannot be looked at, or null. */
  cannot: string | null;
}

/** One gap per row for each identity that adds columns of a row (sum-levels). */
export function rowGaps(form: Form): Gap[] {
  return form.template.identities
    .filter((i) => i.rule === 'sum-levels')
    .flatMap((identity) => {
      const column = identity.left.column ?? '';
      const rows = identity.left.row === undefined ? (identity.rows ?? form.rows) : [identity.left.row];
      return rows.filter(form.hasRow).map((row) =>
        gapOf(
          form,
          identity,
          row,
          column,
          identity.right.map((term) => ({ row: term.row ?? row, column: term.column ?? column })),
        ),
      );
    });
}

/**
 * One gap per column on the sheet for each identity that adds rows of a column (total-row); none where the total row is
 * absent.
 */
export function columnGaps(form: Form): Gap[] {
  return form.template.identities
    .filter((i) => i.rule === 'total-row')
    .flatMap((identity) => {
      const row = identity.left.row ?? form.template.totalRow?.key ?? '';
      if (!form.hasRow(row)) return [];
      const columns = identity.columns ?? form.columnsOf('total', 'level', 'figure').map((c) => c.key);
      return columns.filter(form.hasColumn).map((column) =>
        gapOf(
          form,
          identity,
          row,
          column,
          identity.right.flatMap((term) =>
            (term.row === undefined ? form.rows.filter((r) => r !== row) : [term.row]).map((r) => ({
              row: r,
              column: term.column ?? column,
            })),
          ),
        ),
      );
    });
}

/** Total minus sum, or null where the total is not given or something cannot be used. */
export function gapSize(gap: Gap): number | null {
  return gap.cannot === null && gap.total.state === 'given' ? gap.total.value - gap.sum : null;
}

function gapOf(
  form: Form,
  identity: Identity,
  row: string,
  column: string,
  terms: { row: string; column: string }[],
): Gap {
  const total = operandAt(form, row, column);
  const parts = terms.map((term) => ({ ...term, operand: operandAt(form, term.row, term.column) }));
  let sum = 0;
  let split = false;
  let cannot = total.state === 'cannot' ? total.reason : null;
  for (const { operand } of parts) {
    if (operand.state === 'given') {
      sum += operand.value;
      split = true;
    }
    if (operand.state === 'cannot') cannot ??= operand.reason;
  }
  return { identity, row, column, total, parts, sum, split, cannot };
}
