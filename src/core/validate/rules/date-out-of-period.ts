import { cannotRun } from '../cannot-run';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** Plans are issued in the year of the report or late in the year before (domain 3.5). */
export const dateOutOfPeriod: Rule = {
  id: 'date-out-of-period',
  severity: 'warning',
  summary: 'Ngày ban hành không thuộc năm báo cáo hoặc năm liền trước.',
  message(issue, words) {
    const years = paramsOf(issue).list('years');
    return say(
      issue,
      words,
      `${words.figure(issue.actual ?? paramsOf(issue).text('text'))} không thuộc năm báo ` +
        `cáo${years.length ? ` (${years.join(', ')})` : ''} hoặc năm liền trước; đề nghị đơn vị kiểm tra lại`,
    );
  },
  *check({ form, years }) {
    for (const { key: column } of form.columnsOf('date'))
      for (const row of form.rows) {
        const figure = form.cell(row, column)?.figure;
        if (figure?.kind !== 'date') continue;
        const at = form.place(row, column);
        const [first, last] = [years[0], years.at(-1)];
        if (first === undefined || last === undefined) {
          yield cannotRun('date-out-of-period', at, 'chưa rõ năm báo cáo');
          continue;
        }
        if (yearOf(figure.to) >= first - 1 && yearOf(figure.from) <= last) continue;
        yield {
          rule: 'date-out-of-period',
          at,
          expected: years.join(', '),
          actual: figure.from,
          params: { years: years.map(String) },
        };
      }
  },
};

function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}
