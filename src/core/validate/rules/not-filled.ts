import type { Issue } from '../../model/issue';
import type { Form } from '../form';
import { notedRows } from '../noted-rows';
import { paramsOf } from '../params';
import { percentFacts } from '../percent-facts';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Longest part of a note that a sentence repeats, in characters. */
const NOTE_WIDTH = 80;

/**
 * Blank that does not mean none: "Đạt 100% kế hoạch" beside empty figures, a share not computed, a form nobody filled
 * in.
 */
export const notFilled: Rule = {
  id: 'not-filled',
  severity: 'warning',
  summary: 'Có chỗ chưa điền số liệu.',
  message(issue, words) {
    const params = paramsOf(issue);
    const rows = params.list('rows');
    const note = params.text('note');
    const part = params.number('part');
    const whole = params.number('whole');
    if (params.flag('form'))
      return say(issue, words, 'phụ lục chưa điền số liệu nào; đề nghị đơn vị bổ sung hoặc ghi rõ không có');
    if (rows.length)
      return say(issue, words, `để trống hoàn toàn ở ${rows.map((row) => words.row({ ...issue.at, row })).join(', ')}`);
    if (part !== null && whole !== null) {
      return say(
        issue,
        words,
        `chưa ghi tỷ lệ; tính từ số liệu được ${words.figure(part)}/${words.figure(whole)} = ` +
          `${words.figure(issue.expected, issue.at)}`,
      );
    }
    const wrote = params.text('wrote');
    return say(
      issue,
      words,
      `${wrote ? `ghi “${wrote}”` : 'chưa điền'}${note ? ` trong khi ghi chú “${shorten(note, NOTE_WIDTH)}”` : ''}; ` +
        'đề nghị đơn vị bổ sung',
    );
  },
  *check({ form }) {
    if (form.appendix.empty) {
      yield { rule: 'not-filled', at: form.place(), params: { form: true } };
      return;
    }
    yield* resultsWithoutFigures(form);
    yield* sharesNotComputed(form);
    const rows = rowsLeftOut(form);
    if (rows.length) yield { rule: 'not-filled', severity: 'info', at: form.place(), params: { rows } };
  },
};

/** A plan with a date, and a note that speaks of results, but no figures; without such a note only to know. */
function* resultsWithoutFigures(form: Form): Iterable<Issue> {
  for (const { row, note, noteText, dated, empty } of notedRows(form)) {
    const first = empty[0];
    if (!first || !dated) continue;
    const blank = empty.filter((column) => form.amount(row, column).state === 'not-reported');
    if (!/\d\s*%/u.test(noteText)) {
      if (blank.length === note.figures.length)
        yield { rule: 'not-filled', severity: 'info', at: form.place(row, first) };
      continue;
    }
    const wrote = form.cell(row, first)?.text.trim() ?? '';
    yield { rule: 'not-filled', at: form.place(row, first), params: { note: noteText, wrote } };
  }
}

/** A share that was left out beside its figure, and a figure that was left out beside its share. */
function* sharesNotComputed(form: Form): Iterable<Issue> {
  for (const { row, column, percent, part, partColumn, whole, wholeRow, wholePercent } of percentFacts(form)) {
    if (percent.state === 'given' && percent.value > 0 && part.state === 'not-reported')
      yield { rule: 'not-filled', at: form.place(row, partColumn) };
    if (percent.state !== 'none' && percent.state !== 'not-reported') continue;
    if (part.state !== 'given' || part.value <= 0) continue;
    const at = form.place(row, column);
    const wrote = form.cell(row, column)?.text.trim() ?? '';
    if (wholePercent && row === wholeRow) {
      yield { rule: 'not-filled', at, params: { wrote } };
      continue;
    }
    const share = wholePercent ? wholePercent : { state: 'given' as const, value: 1 };
    if (whole.state !== 'given' || whole.value <= 0 || share.state !== 'given' || share.value <= 0) continue;
    const base = Number((whole.value / share.value).toFixed(2));
    yield {
      rule: 'not-filled',
      at,
      expected: Number((part.value / base).toFixed(6)),
      params: { part: part.value, whole: base, wrote },
    };
  }
}

/** Rows with nothing at all where most others have something. */
function rowsLeftOut(form: Form): string[] {
  if (form.template.rowMode !== 'fixed') return [];
  const columns = form.columnsOf('total', 'level', 'figure', 'percent', 'date', 'note').map((c) => c.key);
  const left = form.rows.filter((row) =>
    columns.every((column) => (form.cell(row, column)?.figure.kind ?? 'blank') === 'blank'),
  );
  return left.length * 2 < form.rows.length ? left : [];
}
