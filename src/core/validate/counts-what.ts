import { notedUnit, unitKinds, type CountedKind } from '../text/counted-unit';
import type { Form } from './form';

/**
 * What a figure counts, where that is said: by the note beside it, else by the form's header where it names one kind,
 * else by the form's own row. Null where nothing says so: "Số nhiệm vụ/ số đơn vị" may be either. The header on the
 * sheet is not asked: misspelt ("Số nhiệmv ụ/ số đơn vị") it seems to name one kind only.
 */
export function countsWhat(form: Form, row: string, column: string): CountedKind | null {
  const amount = form.amount(row, column);
  const figure = amount.state === 'given' ? amount.value : null;
  for (const { key } of form.columnsOf('note')) {
    const noted = notedUnit(form.cell(row, key)?.text ?? '', figure);
    if (noted) return noted.kind;
  }
  const header = form.column(column)?.header.join(' ') ?? '';
  const unit = form.template.rows.find((r) => r.key === row)?.unit ?? '';
  for (const kinds of [unitKinds(header), unitKinds(unit)]) {
    const [only] = kinds;
    if (kinds.size === 1 && only) return only;
    if (kinds.size > 1) return null;
  }
  return null;
}
