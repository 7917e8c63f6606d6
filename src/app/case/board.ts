import { concerns, senderKeys, senderOf } from '../../core/model/sender-of';
import { reportDay } from '../../core/consolidate/group-submissions';
import type { Appendix } from '../../core/model/appendix';
import type { Board, BoardRow, BoardState, Timeliness } from '../../core/model/board';
import type { Finding } from '../../core/model/finding';
import { isOpen } from '../../core/model/open-finding';
import type { ReceivedFile, Submission } from '../../core/model/submission';
import { templateById, templates } from '../../core/templates/registry';
import { BOARD_STATES } from '../../core/text/board-words';
import { workingDayAfter } from '../../core/text/working-days';
import { expectedAgencies } from '../consolidate/missing-senders';
import { shortName } from '../../core/templates/form-name';
import { boundTo } from './bound-to';
import { pendingVersions } from './pending-versions';
import type { CaseRun } from './run-case';
import { standingApproval } from './standing-approval';

/** Lower units report within this many working days of the cut-off (domain.md 1.4). */
const WORKING_DAYS = 2;
/** A form that at least half of the senders sent is expected of all. */
const EXPECTED_SHARE = 0.5;

/**
 * The board of a run: one row per expected sender, in the order of the register; `today` is an ISO day told by the
 * caller, null where nobody asks what is overdue.
 */
export function boardOf(run: CaseRun, today: string | null): Board {
  const forms = expectedForms(run);
  const shown = templates().filter(
    (t) => forms.has(t.id) || run.consolidation.submissions.some((s) => every(s).some((a) => a.template === t.id)),
  );
  const deadline = run.period ? workingDayAfter(run.period.to, WORKING_DAYS, run.register?.holidays) : null;
  const bySender = new Map(run.consolidation.submissions.map((s) => [s.key, s]));
  const context: Context = {
    run,
    forms,
    shown: shown.map((t) => t.id),
    deadline: deadline?.day ?? null,
    today,
    open: findingCounts(run, isOpen),
    asked: findingCounts(run, (f) => f.setAside?.how === 'returned'),
    waiting: pendingVersions(run),
  };
  const expected = expectedAgencies({ register: run.register, period: run.period });
  const rows = expected.map((a) =>
    rowOf(context, { key: a.code, name: a.name, level: a.level, expected: true }, bySender.get(a.code)),
  );
  const listed = new Set(expected.map((a) => a.code));
  for (const s of run.consolidation.submissions) {
    if (s.code !== null && !listed.has(s.code))
      rows.push(rowOf(context, { key: s.key, name: s.name, level: s.level, expected: run.register === null }, s));
  }
  const named = new Set(rows.flatMap((r) => r.files));
  return {
    period: run.period,
    deadline,
    today,
    templates: shown.map((t) => ({ id: t.id, short: shortName(t) })),
    rows,
    counts: Object.fromEntries(BOARD_STATES.map((s) => [s, rows.filter((r) => r.state === s).length])) as Record<
      BoardState,
      number
    >,
    late: rows.filter((r) => r.time === 'late').length,
    overdue: rows.filter((r) => r.time === 'overdue').length,
    unnamed: run.files.filter((f) => hasNobody(f) && !named.has(f.file)).map((f) => f.file),
  };
}

/** A file of which nobody knows who sent it, or who sent one of its tables. */
function hasNobody(file: ReceivedFile): boolean {
  return file.appendices.length === 0
    ? file.agency.agency === null
    : file.appendices.some((a) => senderOf(file, a).agency === null);
}

interface Count {
  errors: number;
  warnings: number;
}

interface Context {
  run: CaseRun;
  forms: ReadonlySet<string>;
  shown: readonly string[];
  deadline: string | null;
  today: string | null;
  /** Findings that still ask something, by sender and file (countKey). */
  open: ReadonlyMap<string, Count>;
  /** Those for which files were returned. */
  asked: ReadonlyMap<string, Count>;
  waiting: ReturnType<typeof pendingVersions>;
}

/** Chosen for the case, else what most senders sent; before anybody sent anything, every form with fixed rows. */
function expectedForms({ state, consolidation }: CaseRun): Set<string> {
  if (state.settings.expected) return new Set(state.settings.expected);
  const fixed = templates().filter((t) => t.rowMode === 'fixed');
  const senders = consolidation.submissions.filter((s) => every(s).length > 0);
  if (senders.length === 0) return new Set(fixed.map((t) => t.id));
  return new Set(
    fixed
      .filter(
        (t) =>
          senders.filter((s) => every(s).some((a) => a.template === t.id)).length >= senders.length * EXPECTED_SHARE,
      )
      .map((t) => t.id),
  );
}

function every(s: Submission): Submission['appendices'] {
  return [...s.appendices, ...s.replaced.map((r) => r.appendix), ...(s.leftOut ?? []).map((l) => l.appendix)];
}

function rowOf(
  context: Context,
  who: Pick<BoardRow, 'key' | 'name' | 'level' | 'expected'>,
  submission: Submission | undefined,
): BoardRow {
  const { run } = context;
  // A file that could not be read names its sender all the same: something was sent, and it is faulty.
  const files = run.files.filter((f) => senderKeys(f).includes(who.key)).map((f) => f.file);
  const cells = Object.fromEntries(context.shown.map((t) => [t, cellOf(context, submission, t)]));
  const state = stateOf(context, who.key, submission, files, cells);
  // As long as nothing new came, a returned submission shows what it was returned for.
  const sum = (pick: keyof Count): number =>
    files.reduce((n, f) => {
      const key = countKey(who.key, f);
      const asked = state === 'returned' ? (context.asked.get(key)?.[pick] ?? 0) : 0;
      return n + (context.open.get(key)?.[pick] ?? 0) + asked;
    }, 0);
  const received = receivedOn(run, submission, files);
  return {
    ...who,
    state,
    templates: cells,
    files,
    ...received,
    missing:
      state === 'not-sent'
        ? []
        : [...context.forms]
            .filter((t) => cells[t] === 'not-sent')
            .map((t) => {
              const form = templateById(t);
              return form ? shortName(form) : t;
            }),
    time: timeOf(context, state, received.receivedOn),
    errors: sum('errors'),
    warnings: sum('warnings'),
    pending: context.waiting.filter((v) => v.agency === who.key).length,
  };
}

function stateOf(
  { run, open: counts }: Context,
  key: string,
  submission: Submission | undefined,
  files: readonly string[],
  cells: BoardRow['templates'],
): BoardState {
  if (files.length === 0) return 'not-sent';
  if (submission && standingApproval(run, key)) return 'approved';
  const counting = new Set(submission?.appendices.filter((a) => !a.empty).map((a) => a.file));
  const open = files.filter((f) => !isReturned(run, f));
  // A form that was returned and did not come again is waited for, whatever else the sender sent.
  if (open.length === 0 || Object.values(cells).includes('returned')) return 'returned';
  const judged = counting.size > 0 ? [...counting] : open;
  return judged.some((f) => (counts.get(countKey(key, f))?.errors ?? 0) > 0) ||
    (counting.size === 0 && (submission?.leftOut ?? []).length === 0)
    ? 'faulty'
    : 'sent';
}

function isReturned(run: CaseRun, file: string): boolean {
  const found = run.files.find((f) => f.file === file);
  return found !== undefined && boundTo(run.facts.returned, found, run.files).length > 0;
}

function cellOf(
  { run, forms, open }: Context,
  submission: Submission | undefined,
  template: string,
): BoardState | null {
  const counting = submission?.appendices.find((a) => a.template === template && !a.empty);
  if (counting) {
    if (standingApproval(run, submission!.key)) return 'approved';
    const errors = open.get(countKey(submission!.key, counting.file))?.errors ?? 0;
    return errors > 0 && (hasError(run, submission!.key, counting, template) || noPlace(run.findings, counting.file))
      ? 'faulty'
      : 'sent';
  }
  const out = submission?.leftOut?.find((l) => l.appendix.template === template);
  if (out) return out.returned ? 'returned' : out.why ? 'faulty' : 'sent';
  return forms.has(template) ? 'not-sent' : null;
}

function hasError(run: CaseRun, key: string, { file }: Appendix, template: string): boolean {
  const received = run.files.find((f) => f.file === file);
  return run.findings.some(
    (f) =>
      f.severity === 'error' &&
      isOpen(f) &&
      f.file === file &&
      f.template === template &&
      (!received || concerns(key, received, f)),
  );
}

/** An error of the file as a whole concerns every form in it. */
function noPlace(findings: readonly Finding[], file: string): boolean {
  return findings.some((f) => f.severity === 'error' && isOpen(f) && f.file === file && f.template === null);
}

/**
 * The day on which the last of the forms first came: a form that is sent again was not late for that. Days written down
 * in the case go before the date of the report that the form came with.
 */
function receivedOn(
  run: CaseRun,
  submission: Submission | undefined,
  files: readonly string[],
): Pick<BoardRow, 'receivedOn' | 'receivedBy' | 'resentOn'> {
  const written = new Map(run.state.files.map((f) => [f.sha256, f.receivedOn]));
  const recorded = new Map(
    run.files.flatMap((f) => {
      const day = written.get(f.sha256);
      return files.includes(f.file) && day ? [[f.file, day] as const] : [];
    }),
  );
  const forms = (submission ? every(submission) : []).filter((a) => !a.empty);
  const dayOf = (a: Appendix): string | null =>
    recorded.size > 0 ? (recorded.get(a.file) ?? null) : reportDay(a.reference);
  const first = new Map<string, string>();
  for (const a of forms) {
    const day = dayOf(a);
    const other = first.get(a.template);
    if (day !== null && (other === undefined || day < other)) first.set(a.template, day);
  }
  const days = [...recorded.values(), ...forms.flatMap((a) => dayOf(a) ?? [])].sort();
  const last = days.at(-1);
  if (last === undefined) return { receivedOn: null, receivedBy: null };
  const came = [...first.values()].sort().at(-1) ?? last;
  return {
    receivedOn: came,
    receivedBy: recorded.size > 0 ? 'recorded' : 'report-date',
    ...(last > came ? { resentOn: last } : {}),
  };
}

function timeOf({ deadline, today }: Context, state: BoardState, received: string | null): Timeliness {
  if (state === 'not-sent') return deadline !== null && today !== null && today > deadline ? 'overdue' : 'waiting';
  if (received === null || deadline === null) return 'unknown';
  return received <= deadline ? 'on-time' : 'late';
}

const countKey = (sender: string, file: string): string => `${sender}\n${file}`;

function findingCounts(run: CaseRun, which: (f: Finding) => boolean): Map<string, Count> {
  const files = new Map(run.files.map((f) => [f.file, { file: f, keys: senderKeys(f) }]));
  const counts = new Map<string, Count>();
  for (const f of run.findings) {
    const found = f.file === null ? undefined : files.get(f.file);
    if (!found || !which(f) || f.severity === 'info') continue;
    for (const sender of found.keys) {
      if (found.keys.length > 1 && !concerns(sender, found.file, f)) continue;
      const key = countKey(sender, found.file.file);
      const c = counts.get(key) ?? { errors: 0, warnings: 0 };
      if (f.severity === 'error') c.errors += 1;
      else c.warnings += 1;
      counts.set(key, c);
    }
  }
  return counts;
}
