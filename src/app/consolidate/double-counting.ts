import type { Appendix } from '../../core/model/appendix';
import type { Consolidation } from '../../core/model/consolidation';
import type { Issue } from '../../core/model/issue';
import type { ReceivedFile, Submission } from '../../core/model/submission';
import { amountOf } from '../../core/templates/amount';
import type { Template } from '../../core/templates/schema';
import type { RunOptions } from './run-options';

/** Fewer figures than this agree by chance: small agencies write 1 and 2 in the same few rows. */
const MIN_FIGURES = 8;
/** Of them this many different ones. */
const MIN_DISTINCT = 4;

/** Two submissions whose figures seem to be in the sum twice. `file` is what could be left out. */
export interface DoubleCount {
  how: 'same-file' | 'same-figures' | 'parent' | 'successor';
  agency: string;
  other: string;
  file: string;
  otherFile: string;
  /** Null: everything in the file. */
  template: string | null;
  issue: Issue;
}

/**
 * Where figures seem to be counted twice: one file under two names, equal figures of two senders, a unit beside its
 * parent or beside the one it took over from.
 */
export function doubleCounting(
  consolidation: Consolidation,
  files: readonly ReceivedFile[],
  options: Pick<RunOptions, 'templates' | 'register'>,
): DoubleCount[] {
  const { submissions } = consolidation;
  const found = sameFiles(submissions, files);
  const known = new Set(found.map((d) => pair(d.file, d.otherFile)));
  for (const d of sameFigures(submissions, options.templates)) if (!known.has(pair(d.file, d.otherFile))) found.push(d);
  return [...found, ...related(submissions, options)];
}

const pair = (a: string, b: string): string => [a, b].sort().join('\n');

function sameFiles(submissions: readonly Submission[], files: readonly ReceivedFile[]): DoubleCount[] {
  const found: DoubleCount[] = [];
  const counting = new Map(
    submissions.flatMap((s) => s.appendices.filter((a) => !a.empty).map((a) => [a.file, s] as const)),
  );
  const first = new Map<string, ReceivedFile>();
  for (const file of files) {
    const sender = counting.get(file.file);
    if (!sender || /^0*$/.test(file.sha256)) continue;
    const earlier = first.get(file.sha256);
    if (!earlier) {
      first.set(file.sha256, file);
      continue;
    }
    const other = counting.get(earlier.file)!;
    if (other.key === sender.key) continue;
    const sides: [Side, Side] = [
      { submission: sender, file: file.file },
      { submission: other, file: earlier.file },
    ];
    // The one whose sender is not sure is the one to look at.
    const [odd, sure] = other.code === null && sender.code !== null ? [sides[1], sides[0]] : sides;
    found.push(double('same-file', odd, sure, null, 'error'));
  }
  return found;
}

/** Only figures that are added: those that all units of a level share are equal by nature. */
function sameFigures(submissions: readonly Submission[], templates: readonly Template[]): DoubleCount[] {
  const found: DoubleCount[] = [];
  for (const template of templates) {
    const first = new Map<string, { submission: Submission; appendix: Appendix }>();
    for (const submission of submissions) {
      const appendix = submission.appendices.find((a) => a.template === template.id && !a.empty);
      const print = appendix && figurePrint(appendix, template);
      if (!appendix || !print) continue;
      const other = first.get(print.text);
      if (!other) {
        first.set(print.text, { submission, appendix });
        continue;
      }
      found.push(
        double(
          'same-figures',
          { submission, file: appendix.file, sheet: appendix.sheet },
          { submission: other.submission, file: other.appendix.file },
          template.id,
          'warning',
          print.count,
        ),
      );
    }
  }
  return found;
}

function figurePrint(appendix: Appendix, template: Template): { text: string; count: number } | null {
  const parts: string[] = [];
  const values = new Set<number>();
  for (const cell of appendix.cells) {
    const column = template.columns.find((c) => c.key === cell.column);
    const row = template.rows.find((r) => r.key === cell.row);
    if (!column || (row?.consolidate?.[column.key] ?? column.consolidate) !== 'sum') continue;
    const amount = amountOf(cell, column);
    if (amount.state !== 'given' || amount.value === 0) continue;
    parts.push(`${cell.row}/${cell.column}=${amount.value}`);
    values.add(amount.value);
  }
  return parts.length < MIN_FIGURES || values.size < MIN_DISTINCT
    ? null
    : { text: parts.sort().join(';'), count: parts.length };
}

/** A unit and the agency it belongs to, or the one it took over from, both in one table. */
function related(
  submissions: readonly Submission[],
  { register, templates }: Pick<RunOptions, 'templates' | 'register'>,
): DoubleCount[] {
  if (!register) return [];
  const found: DoubleCount[] = [];
  const byCode = new Map(submissions.filter((s) => s.code !== null).map((s) => [s.code!, s]));
  const links = register.agencies.flatMap((a) => [
    ...(a.parent ? [{ how: 'parent' as const, unit: a.code, over: a.parent }] : []),
    ...(a.successors ?? []).map((code) => ({ how: 'successor' as const, unit: code, over: a.code })),
  ]);
  for (const { how, unit, over } of links) {
    const child = byCode.get(unit);
    const parent = byCode.get(over);
    if (!child || !parent) continue;
    for (const template of templates) {
      const of = (s: Submission): Appendix | undefined =>
        s.appendices.find((a) => a.template === template.id && !a.empty);
      const [mine, theirs] = [of(child), of(parent)];
      if (mine && theirs)
        found.push(
          double(
            how,
            { submission: child, file: mine.file, sheet: mine.sheet },
            { submission: parent, file: theirs.file },
            template.id,
            'warning',
          ),
        );
    }
  }
  return found;
}

interface Side {
  submission: Submission;
  file: string;
  sheet?: string;
}

function double(
  how: DoubleCount['how'],
  one: Side,
  other: Side,
  template: string | null,
  severity: 'error' | 'warning',
  count?: number,
): DoubleCount {
  return {
    how,
    agency: one.submission.key,
    other: other.submission.key,
    file: one.file,
    otherFile: other.file,
    template,
    issue: {
      rule: 'double-counting',
      severity,
      at: { file: one.file, ...(one.sheet ? { sheet: one.sheet } : {}), ...(template ? { template } : {}) },
      params: {
        how,
        agency: one.submission.name,
        other: other.submission.name,
        otherFile: other.file,
        ...(count === undefined ? {} : { count }),
      },
    },
  };
}
