import type { Outcome } from '../../core/model/outcome';
import type { ReceivedFile, Submission } from '../../core/model/submission';
import { decide } from '../case/decide';
import { type DecisionRequest } from '../case/decision';
import { runCase, type CaseRun } from '../case/run-case';
import { standingApproval } from '../case/standing-approval';
import { compareAppendices, compareTables, type CellDifference } from '../case/version-diff';
import { versionEffect } from '../case/version-effect';
import type { RunOptions } from '../consolidate/run-options';
import { named } from './figure-names';
import type { EffectLine, Shown } from './figure-names';

/** A trial: nobody's word, at no time. */
const TRIAL = { by: '-', at: '2000-01-01T00:00:00.000Z', reason: '-' };

/** The run as it would be after these decisions, or why one of them cannot be taken. */
function tried(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  requests: readonly DecisionRequest[],
): Outcome<{ run: CaseRun }> {
  let at = run;
  for (const request of requests) {
    const decided = decide(at, request, TRIAL);
    if (!decided.ok) return decided;
    // What is locked is told by the facts, which only a run makes anew.
    at = request.kind === 'reopen' ? runCase(received, options, decided.state) : { ...at, state: decided.state };
  }
  return { ok: true, run: runCase(received, options, at.state) };
}

/** Every figure of the province that decisions would change. */
export function decisionEffect(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  requests: readonly DecisionRequest[],
): Outcome<{ lines: EffectLine[] }> {
  const after = tried(run, received, options, requests);
  if (!after.ok) return after;
  return { ok: true, lines: compareTables(run.consolidation.tables, after.run.consolidation.tables).map(named) };
}

/** What choosing this file for these forms would change: cell by cell, each with the province's figure of its place. */
export function versionView(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  file: string,
  templates: readonly string[],
): Outcome<VersionView> {
  const submission = run.consolidation.submissions.find((s) => s.files.includes(file));
  // Seen before it is opened again: that is what the decision to open it rests on.
  const locked: DecisionRequest[] =
    submission && standingApproval(run, submission.key) ? [{ kind: 'reopen', agency: submission.key }] : [];
  const effect = decisionEffect(run, received, options, [
    ...locked,
    ...templates.map((template): DecisionRequest => ({ kind: 'choose-version', file, template })),
  ]);
  if (effect.ok) return { ok: true, ...beside(cellsOf(run, submission, file, templates), effect.lines) };
  const mended = mendedView(run, received, options, file);
  return mended ? { ok: true, ...mended } : effect;
}

/** What a file that counts in the place of a returned one says otherwise; null where it is no such file. */
function mendedView(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  file: string,
): VersionView | null {
  const effect = versionEffect(run, received, options, file);
  return !effect.ok || !effect.returned ? null : beside(effect.cells, effect.figures.map(named));
}

function cellsOf(
  run: CaseRun,
  submission: Submission | undefined,
  file: string,
  templates: readonly string[],
): CellDifference[] {
  const sent = run.files.find((f) => f.file === file);
  return templates.flatMap((template) =>
    compareAppendices(
      submission?.appendices.find((a) => a.template === template),
      sent?.appendices.find((a) => a.template === template && a.scope === 'own'),
    ),
  );
}

/** Each cell with the province's figure of its place; figures without a cell of their own apart. */
function beside(cells: readonly CellDifference[], lines: readonly EffectLine[]): VersionView {
  const key = (at: { template: string; row: string; column: string }): string =>
    `${at.template}\n${at.row}\n${at.column}`;
  const changed = new Map(lines.map((l) => [key(l), l]));
  const withProvince = cells.map((cell) => {
    const line = changed.get(key(cell));
    changed.delete(key(cell));
    return { ...named(cell), province: line ? { before: line.before, after: line.after } : null };
  });
  return { cells: withProvince, others: [...changed.values()] };
}

/**
 * A cell that two versions fill differently, and what the province's figure there would become; null: it stays as it
 * is.
 */
export interface VersionCell extends CellDifference {
  short: string;
  place: string;
  province: { before: Shown; after: Shown } | null;
}
/** A version that waits, with what it would change. */
export interface VersionView {
  cells: VersionCell[];
  /** Figures of the province that change without a cell of their own here (totals, rows above). */
  others: EffectLine[];
}
