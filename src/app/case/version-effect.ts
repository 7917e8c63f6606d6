import type { JournalEntry } from '../../core/model/case';
import type { Outcome } from '../../core/model/outcome';
import type { ReceivedFile } from '../../core/model/submission';
import type { RunOptions } from '../consolidate/run-options';
import { boundTo } from './bound-to';
import type { CaseRun } from './run-case';
import { decide } from './decide';
import { runCase } from './run-case';
import { standingApproval } from './standing-approval';
import { compareAppendices, compareTables, type CellDifference, type FigureDifference } from './version-diff';

/** What accepting a version would do: cell by cell, and to every figure of the province. */
export interface VersionEffect {
  file: string;
  /** Files that count now for the same forms; with `returned`, those that were returned. */
  counted: string[];
  /** The file counts already, because what came before it was returned: the effect is that of the mending. */
  returned?: true;
  /** The sender's submission is approved: it has to be opened again before the file can be chosen. */
  locked?: true;
  cells: CellDifference[];
  figures: FigureDifference[];
}

/** Who decides where nothing is decided. */
const NOBODY = { by: '-', at: '2000-01-01T00:00:00.000Z', reason: '-' };

/**
 * The difference between the version that counts and `file`, shown before anybody accepts it; a failure where
 * there is nothing to choose.
 */
export function versionEffect(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  file: string,
  template: string | null = null,
): Outcome<VersionEffect> {
  const sender = run.consolidation.submissions.find((s) => s.files.includes(file))?.key;
  if (sender !== undefined && standingApproval(run, sender)) {
    // Seen before it is opened again: that is what the decision to open it rests on.
    const opened = decide(run, { kind: 'reopen', agency: sender }, NOBODY);
    if (!opened.ok) return opened;
    const effect = versionEffect(runCase(received, options, opened.state), received, options, file, template);
    return effect.ok ? { ...effect, locked: true } : effect;
  }
  const chosen = decide(run, { kind: 'choose-version', file, template }, NOBODY);
  if (!chosen.ok) {
    const mended = mendedEffect(run, received, options, file, template);
    return mended ? { ok: true, ...mended } : chosen;
  }
  const wanted = chosen.entries.flatMap((e) => (e.kind === 'choose-version' ? [e] : []));
  const submission = run.consolidation.submissions.find((s) => s.key === wanted[0]?.agency);
  const after = runCase(received, options, chosen.state);
  const counts = wanted.map((e) => ({
    old: submission?.appendices.find((a) => a.template === e.template),
    now: run.files.find((f) => f.file === file)?.appendices.find((a) => a.template === e.template && a.scope === 'own'),
  }));
  return {
    ok: true,
    file,
    counted: [...new Set(counts.flatMap((c) => c.old?.file ?? []))],
    cells: counts.flatMap((c) => compareAppendices(c.old, c.now)),
    figures: compareTables(run.consolidation.tables, after.consolidation.tables),
  };
}

/** What a file that was sent in the place of a returned one says otherwise; null where it is no such file. */
function mendedEffect(
  run: CaseRun,
  received: readonly ReceivedFile[],
  options: RunOptions,
  file: string,
  template: string | null,
): VersionEffect | null {
  const submission = run.consolidation.submissions.find((s) => s.files.includes(file));
  const pairs = (submission?.appendices ?? [])
    .filter((a) => a.file === file && (template === null || a.template === template))
    .flatMap((now) => {
      const old = submission?.leftOut
        ?.filter((l) => l.returned && l.appendix.template === now.template)
        .at(-1)?.appendix;
      return old ? [{ old, now }] : [];
    });
  if (pairs.length === 0) return null;
  const before = [...new Set(pairs.map((p) => p.old.file))];
  // As if the mended file had not come and nothing had been returned.
  const kept = new Set(
    before.flatMap((name) =>
      boundTo(
        run.facts.returned,
        run.files.find((f) => f.file === name)!,
        run.files,
      ).map((e) => e.id),
    ),
  );
  const state = {
    ...run.state,
    journal: run.state.journal.map((e) => (kept.has(e.id) ? ({ ...e, sha256: '' } as JournalEntry) : e)),
  };
  const old = runCase(
    received.filter((f) => f.file !== file),
    options,
    state,
  );
  return {
    file,
    counted: before,
    returned: true,
    cells: pairs.flatMap((p) => compareAppendices(p.old, p.now)),
    figures: compareTables(old.consolidation.tables, run.consolidation.tables),
  };
}
