import type { Period } from '../model/period';
import { withoutDocumentNumbers } from '../text/document-number';
import { readPeriod } from '../text/period';
import type { Form } from './form';

/**
 * Days of an earlier year that make it a year the report speaks of. Data of "năm 2020" begin on 15/12/2019
 * (581/BNV-CCHC), in the documents as early as 16/11/2019: 46 days that nobody calls 2019. A quarter is one.
 */
const DAYS_OF_A_YEAR_REPORTED = 90;
const DAY = 86_400_000;

/**
 * Years a report speaks of, ascending: [2020] for 15/12/2019 to 14/12/2020. Where the period is not known, the year of
 * its title or reference line, else the latest year of its date columns; empty where nothing tells.
 */
export function reportYears(period: Period | null, form: Form): number[] {
  const known = period ?? readPeriod(form.appendix.title);
  if (known) return yearsOf(known);
  const referred = /20\d\d(?!\d)/gu.exec(withoutDocumentNumbers(form.appendix.reference))?.[0];
  if (referred) return [Number(referred)];
  const dated = form.columnsOf('date').flatMap((column) =>
    form.rows.flatMap((row) => {
      const figure = form.cell(row, column.key)?.figure;
      return figure?.kind === 'date' ? [Number(figure.to.slice(0, 4))] : [];
    }),
  );
  return dated.length ? [Math.max(...dated)] : [];
}

function yearsOf({ from, to }: Period): number[] {
  const last = Number(to.slice(0, 4));
  const first = Number(from.slice(0, 4));
  const years: number[] = [];
  for (let year = first; year <= last; year++) {
    const days = (Date.parse(`${year}-12-31`) - Date.parse(from)) / DAY + 1;
    if (year === last || days >= DAYS_OF_A_YEAR_REPORTED) years.push(year);
  }
  return years;
}
