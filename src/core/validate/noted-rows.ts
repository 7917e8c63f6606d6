import type { Form } from './form';

/** A row whose note may be held against its figures, as the template declares. */
export interface NotedRow {
  row: string;
  note: {
    column: string;
    percentOf?: { part: string; whole: string };
    sumOf?: string;
    year: boolean;
    /** Columns the note's percentage is of, in sheet order. */
    figures: readonly string[];
  };
  /** As typed, one line; "" where blank. */
  noteText: string;
  /** A date is given, or something that was meant as one; true where the form asks for no date. */
  dated: boolean;
  /** Those of `figures` that hold no figure. */
  empty: readonly string[];
}

/** The rows on the sheet under each note column whose template says what a note may speak of. */
export function notedRows(form: Form): NotedRow[] {
  const dates = form.columnsOf('date').map((c) => c.key);
  return form.columnsOf('note').flatMap(({ key: column, says }) => {
    if (!says) return [];
    const of = says.percentOf;
    const figures = of
      ? form.template.columns.map((c) => c.key).filter((k) => (k === of.part || k === of.whole) && form.hasColumn(k))
      : [];
    return form.rows.map((row): NotedRow => ({
      row,
      note: { column, percentOf: of, sumOf: says.sumOf, year: says.year === true, figures },
      noteText: (form.cell(row, column)?.text ?? '').replace(/\s+/gu, ' ').trim(),
      dated: dates.length === 0 || dates.some((date) => !['none', 'not-reported'].includes(dateState(form, row, date))),
      empty: figures.filter((key) => ['none', 'not-reported'].includes(form.amount(row, key).state)),
    }));
  });
}

/**
 * amount() knows no dates: a date counts as refused there, so what is neither none nor unreported is a date or was
 * meant as one.
 */
function dateState(form: Form, row: string, column: string): string {
  return form.amount(row, column).state;
}
