import { templateById } from '../templates/registry';
import type { Form } from './form';

/** One figure of an identity. cannot: something should be there and cannot be used; `reason` is a Vietnamese clause. */
export type Operand =
  | { state: 'given'; value: number }
  | { state: 'none' }
  | { state: 'not-reported' }
  | { state: 'cannot'; reason: string };

/**
 * The figure at (row, column). An optional column that the sheet lacks holds none; any other lack is a reason not to
 * compare.
 */
export function operandAt(form: Form, row: string, column: string): Operand {
  if (!form.hasRow(row))
    return { state: 'cannot', reason: `${formName(form.template.id)} thiếu dòng ${rowNumber(form, row)}` };
  const declared = form.column(column);
  if (!form.hasColumn(column)) {
    if (declared?.optional) return { state: 'none' };
    return { state: 'cannot', reason: `${formName(form.template.id)} thiếu cột ${declared?.header.at(-1) ?? column}` };
  }
  const amount = form.amount(row, column);
  if (amount.state !== 'refused') return amount;
  return {
    state: 'cannot',
    reason: `ô ${form.cell(row, column)?.cell ?? ''} của ${formName(form.template.id)} không đọc được`,
  };
}

/** The total at (row, column), or what its levels add up to where the total itself is empty. */
export function totalAt(form: Form, row: string, column: string): Operand {
  const total = operandAt(form, row, column);
  if (form.column(column)?.role !== 'total' || total.state === 'given' || total.state === 'cannot') return total;
  const levels = form.columnsOf('level').map((level) => operandAt(form, row, level.key));
  return addUp(levels, true) ?? total;
}

/**
 * The sum of what is given, taking none as 0; null where nothing is given. What was not reported counts as 0 if
 * `lenient`, else leaves the sum unknown (not-reported). One that cannot be used makes the sum unusable.
 */
export function addUp(operands: readonly Operand[], lenient: boolean): Operand | null {
  let sum = 0;
  let given = false;
  let unknown = false;
  for (const operand of operands) {
    if (operand.state === 'cannot') return operand;
    if (operand.state === 'given') {
      sum += operand.value;
      given = true;
    }
    if (operand.state === 'not-reported') unknown = true;
  }
  if (!given) return null;
  return unknown && !lenient ? { state: 'not-reported' } : { state: 'given', value: sum };
}

/** "Phụ lục 3"; the name of a form that has no number. */
export function formName(template: string): string {
  const known = templateById(template);
  if (!known) return template;
  return known.appendixNumber === null ? `bảng “${known.name}”` : `Phụ lục ${known.appendixNumber}`;
}

function rowNumber(form: Form, row: string): string {
  return (
    form.template.rows.find((r) => r.key === row)?.number ||
    (form.template.totalRow?.key === row ? `“${form.template.totalRow.label}”` : row)
  );
}
