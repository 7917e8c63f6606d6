import { reportDay } from '../../core/consolidate/group-submissions';
import type { Board, BoardRow, BoardState, Timeliness } from '../../core/model/board';
import type { Finding } from '../../core/model/finding';
import type { Submission } from '../../core/model/submission';
import { templateById, templates } from '../../core/templates/registry';
import { BOARD_STATES } from '../../core/text/board-words';
import { workingDayAfter } from '../../core/text/working-days';
import { expectedAgencies } from '../missing-senders';
import { shortName } from '../short-name';
import { boundTo } from './bound-to';
import { pendingVersions } from './pending-versions';
import type { CaseRun } from './run-case';

/** Lower units report within this many working days of the cut-off (domain.md 1.4). */
const WORKING_DAYS = 2;
/** A form that at least half of the senders sent is expected of all. */
const EXPECTED_SHARE = 0.5;

/** The board of a run: one row per expected sender, in the order of the register; `today` is an ISO day told by the caller, null where nobody asks what is overdue. */
export function boardOf(run: CaseRun, today: string | null): Board {
  const forms = expectedForms(run);
  const shown = templates().filter((t) => forms.has(t.id) || run.consolidation.submissions.some((s) => every(s).some((a) => a.template === t.id)));
  const deadline = run.period ? workingDayAfter(run.period.to, WORKING_DAYS) : null;
  const bySender = new Map(run.consolidation.submissions.map((s) => [s.key, s]));
  const context: Context = {
    run, forms, shown: shown.map((t) => t.id), deadline: deadline?.day ?? null, today, byFile: findingsByFile(run.findings), waiting: pendingVersions(run),
  };
  const expected = expectedAgencies({ register: run.register, period: run.period });
  const rows = expected.map((a) => rowOf(context, { key: a.code, name: a.name, level: a.level, expected: true }, bySender.get(a.code)));
  const listed = new Set(expected.map((a) => a.code));
  for (const s of run.consolidation.submissions) {
    if (s.code !== null && !listed.has(s.code)) rows.push(rowOf(context, { key: s.key, name: s.name, level: s.level, expected: run.register === null }, s));
  }
  const named = new Set(rows.flatMap((r) => r.files));
  return {
    period: run.period, deadline, today, templates: shown.map((t) => ({ id: t.id, short: shortName(t) })), rows,
    counts: Object.fromEntries(BOARD_STATES.map((s) => [s, rows.filter((r) => r.state === s).length])) as Record<BoardState, number>,
    late: rows.filter((r) => r.time === 'late').length, overdue: rows.filter((r) => r.time === 'overdue').length,
    unnamed: run.files.filter((f) => !named.has(f.file) && f.agency.agency === null).map((f) => f.file),
  };
}

interface Context {
  run: CaseRun;
  forms: ReadonlySet<string>;
  shown: readonly string[];
  deadline: string | null;
  today: string | null;
  byFile: ReadonlyMap<string, { errors: number; warnings: number }>;
  waiting: ReturnType<typeof pendingVersions>;
}

/** Chosen for the case, else what most senders sent; before anybody sent anything, every form with fixed rows. */
function expectedForms({ state, consolidation }: CaseRun): Set<string> {
  if (state.settings.expected) return new Set(state.settings.expected);
  const fixed = templates().filter((t) => t.rowMode === 'fixed');
  const senders = consolidation.submissions.filter((s) => every(s).length > 0);
  if (senders.length === 0) return new Set(fixed.map((t) => t.id));
  return new Set(fixed.filter((t) => senders.filter((s) => every(s).some((a) => a.template === t.id)).length >= senders.length * EXPECTED_SHARE).map((t) => t.id));
}

function every(s: Submission): Submission['appendices'] {
  return [...s.appendices, ...s.replaced.map((r) => r.appendix), ...(s.leftOut ?? []).map((l) => l.appendix)];
}

function rowOf(context: Context, who: Pick<BoardRow, 'key' | 'name' | 'level' | 'expected'>, submission: Submission | undefined): BoardRow {
  const { run, byFile } = context;
  // A file that could not be read names its sender all the same: something was sent, and it is faulty.
  const files = run.files.filter((f) => (f.agency.agency?.code ?? f.file) === who.key).map((f) => f.file);
  const sum = (pick: 'errors' | 'warnings'): number => files.reduce((n, f) => n + (byFile.get(f)?.[pick] ?? 0), 0);
  const cells = Object.fromEntries(context.shown.map((t) => [t, cellOf(context, submission, t)]));
  const state = stateOf(context, who.key, submission, files);
  const received = receivedOn(run, submission, files);
  return {
    ...who, state, templates: cells, files, ...received,
    missing: state === 'not-sent' ? [] : [...context.forms].filter((t) => cells[t] === 'not-sent').map((t) => { const form = templateById(t); return form ? shortName(form) : t; }),
    time: timeOf(context, state, received.receivedOn), errors: sum('errors'), warnings: sum('warnings'),
    pending: context.waiting.filter((v) => v.agency === who.key).length,
  };
}

function stateOf({ run, byFile }: Context, key: string, submission: Submission | undefined, files: readonly string[]): BoardState {
  if (files.length === 0) return 'not-sent';
  if (run.facts.approved.has(key) && submission && approvedStands(run, key)) return 'approved';
  const counting = new Set(submission?.appendices.filter((a) => !a.empty).map((a) => a.file));
  const open = files.filter((f) => !isReturned(run, f));
  if (open.length === 0) return 'returned';
  const judged = counting.size > 0 ? [...counting] : open;
  return judged.some((f) => (byFile.get(f)?.errors ?? 0) > 0) || counting.size === 0 && (submission?.leftOut ?? []).length === 0 ? 'faulty' : 'sent';
}

function approvedStands(run: CaseRun, key: string): boolean {
  const hashes = new Set(run.files.map((f) => f.sha256));
  return run.facts.approved.get(key)!.sha256s.every((h) => hashes.has(h));
}

function isReturned(run: CaseRun, file: string): boolean {
  const found = run.files.find((f) => f.file === file);
  return found !== undefined && boundTo(run.facts.returned, found, run.files).length > 0;
}

function cellOf({ run, forms, byFile }: Context, submission: Submission | undefined, template: string): BoardState | null {
  const counting = submission?.appendices.find((a) => a.template === template && !a.empty);
  if (counting) {
    if (run.facts.approved.has(submission!.key) && approvedStands(run, submission!.key)) return 'approved';
    return hasError(run.findings, counting.file, template) || (byFile.get(counting.file)?.errors ?? 0) > 0 && noPlace(run.findings, counting.file) ? 'faulty' : 'sent';
  }
  const out = submission?.leftOut?.find((l) => l.appendix.template === template);
  if (out) return out.returned ? 'returned' : 'sent';
  return forms.has(template) ? 'not-sent' : null;
}

function hasError(findings: readonly Finding[], file: string, template: string): boolean {
  return findings.some((f) => f.severity === 'error' && !f.accepted && f.file === file && f.template === template);
}

/** An error of the file as a whole concerns every form in it. */
function noPlace(findings: readonly Finding[], file: string): boolean {
  return findings.some((f) => f.severity === 'error' && !f.accepted && f.file === file && f.template === null);
}

/** The day written down in the case, else that of the report it came with; of several files the last. */
function receivedOn(run: CaseRun, submission: Submission | undefined, files: readonly string[]): Pick<BoardRow, 'receivedOn' | 'receivedBy'> {
  const hashes = new Set(run.files.filter((f) => files.includes(f.file)).map((f) => f.sha256));
  const recorded = run.state.files.filter((f) => hashes.has(f.sha256)).flatMap((f) => f.receivedOn ?? []).sort();
  if (recorded.length > 0) return { receivedOn: recorded.at(-1)!, receivedBy: 'recorded' };
  const dated = (submission ? every(submission) : []).flatMap((a) => reportDay(a.reference) ?? []).sort();
  return dated.length > 0 ? { receivedOn: dated.at(-1)!, receivedBy: 'report-date' } : { receivedOn: null, receivedBy: null };
}

function timeOf({ deadline, today }: Context, state: BoardState, received: string | null): Timeliness {
  if (state === 'not-sent') return deadline !== null && today !== null && today > deadline ? 'overdue' : 'waiting';
  if (received === null || deadline === null) return 'unknown';
  return received <= deadline ? 'on-time' : 'late';
}

function findingsByFile(findings: readonly Finding[]): Map<string, { errors: number; warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const f of findings) {
    if (f.file === null || f.accepted || f.severity === 'info') continue;
    const c = counts.get(f.file) ?? { errors: 0, warnings: 0 };
    if (f.severity === 'error') c.errors += 1; else c.warnings += 1;
    counts.set(f.file, c);
  }
  return counts;
}

