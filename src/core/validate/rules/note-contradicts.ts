import type { Issue } from '../../model/issue';
import { formatPercent } from '../../text/format-number';
import { mentionedPercent } from '../../text/mentioned-percent';
import { mentionedYears } from '../../text/mentioned-years';
import { cannotRun } from '../cannot-run';
import { composition } from '../composition';
import type { Form } from '../form';
import { notedRows, type NotedRow } from '../noted-rows';
import { operandAt } from '../operand';
import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';
import { shorten } from '../shorten';

/** Longest part of a note that a sentence repeats, in characters. */
const NOTE_WIDTH = 80;

/** A note against the figures beside it, or against the year of the report. */
export const noteContradicts: Rule = {
  id: 'note-contradicts',
  severity: 'warning',
  summary: 'Ghi chú mâu thuẫn với số liệu hoặc với kỳ báo cáo.',
  message(issue, words) {
    const params = paramsOf(issue);
    const note = params.text('note');
    const years = params.list('years');
    const part = params.number('part');
    const whole = params.number('whole');
    const says = note ? `ghi chú “${shorten(note, NOTE_WIDTH)}”` : 'ghi chú';
    if (years.length)
      return say(
        issue,
        words,
        `${says} nói về năm ${years.join(', ')}, báo cáo là của năm ${issue.expected ?? 'khác'}; đề nghị đơn vị ` +
          'kiểm tra lại',
      );
    if (part !== null && whole !== null) {
      return say(
        issue,
        words,
        `${says}, số liệu là ` +
          `${words.figure(part)}/${words.figure(whole)}${whole === 0 ? '' : ` = ${formatPercent(part / whole)}`}; ` +
          'đề nghị đơn vị kiểm tra lại',
      );
    }
    if (params.flag('composition'))
      return say(
        issue,
        words,
        `${says} cộng lại được ${words.figure(issue.actual)}, số liệu ghi ${words.figure(issue.expected)}`,
      );
    return say(issue, words, `${says} không khớp với số liệu; đề nghị đơn vị kiểm tra lại`);
  },
  *check({ form, years }) {
    for (const noted of notedRows(form)) {
      const { row, note, noteText, dated, empty } = noted;
      const at = form.place(row, note.column);
      const percent = mentionedPercent(noteText);
      // With a date, figures left blank are told by not-filled.
      if (percent !== null && empty.length > 0 && !dated)
        yield { rule: 'note-contradicts', at, expected: null, actual: noteText, params: { note: noteText } };
      if (percent !== null) yield* againstShare(form, noted, percent);
      if (note.sumOf) yield* againstSum(form, noted, note.sumOf);
      const mentioned = note.year ? mentionedYears(noteText) : [];
      if (mentioned.length === 0) continue;
      if (years.length === 0) yield cannotRun('note-contradicts', at, 'chưa rõ năm báo cáo');
      else if (!mentioned.some((year) => years.includes(year))) {
        yield {
          rule: 'note-contradicts',
          at,
          expected: years.join(', '),
          actual: mentioned.join(', '),
          params: { note: noteText, years: mentioned.map(String) },
        };
      }
    }
  },
};

function* againstShare(form: Form, { row, note, noteText }: NotedRow, percent: number): Iterable<Issue> {
  if (!note.percentOf) return;
  const part = operandAt(form, row, note.percentOf.part);
  const whole = operandAt(form, row, note.percentOf.whole);
  const at = form.place(row, note.column);
  for (const term of [part, whole])
    if (term.state === 'cannot') {
      yield cannotRun('note-contradicts', at, term.reason);
      return;
    }
  if (part.state !== 'given' || whole.state !== 'given' || whole.value === 0) return;
  const ratio = part.value / whole.value;
  const decimals = /[.,](\d+)\s*%/u.exec(noteText)?.[1]?.length ?? 0;
  const full = percent === 1;
  // "Đạt 100%" says that nothing is left (domain 7.1); any other share may be rounded to the digits it was typed with.
  if (full ? part.value === whole.value : Math.abs(ratio - percent) <= 0.005 / 10 ** decimals + 1e-9) return;
  yield {
    rule: 'note-contradicts',
    severity: full ? 'error' : 'warning',
    at,
    expected: Number(ratio.toFixed(6)),
    actual: percent,
    params: { note: noteText, part: part.value, whole: whole.value },
  };
}

function* againstSum(form: Form, { row, note, noteText }: NotedRow, column: string): Iterable<Issue> {
  const stated = operandAt(form, row, column);
  const sum = composition(noteText);
  if (sum === null || stated.state !== 'given' || stated.value === sum) return;
  yield {
    rule: 'note-contradicts',
    severity: 'info',
    at: form.place(row, note.column),
    expected: stated.value,
    actual: sum,
    params: { note: noteText, composition: true },
  };
}
