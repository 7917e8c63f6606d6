import type { ReceivedFile } from '../../core/model/submission';
import type { RunOptions } from '../run-consolidation';
import type { CaseRun } from './run-case';
import { decide } from './decide';
import { runCase } from './run-case';
import { compareAppendices, compareTables, type CellDifference, type FigureDifference } from './version-diff';

/** What accepting a version would do: cell by cell, and to every figure of the province. */
export interface VersionEffect {
  file: string;
  /** Files that count now for the same forms. */
  counted: string[];
  cells: CellDifference[];
  figures: FigureDifference[];
}

/** The difference between the version that counts and `file`, shown before anybody accepts it; null where there is nothing to choose. */
export function versionEffect(run: CaseRun, received: readonly ReceivedFile[], options: RunOptions, file: string, template: string | null = null): VersionEffect | { message: string } {
  const chosen = decide(run, { kind: 'choose-version', file, template }, { by: '-', at: '2000-01-01T00:00:00.000Z', reason: '-' });
  if (!chosen.ok) return { message: chosen.message };
  const wanted = chosen.entries.flatMap((e) => (e.kind === 'choose-version' ? [e] : []));
  const submission = run.consolidation.submissions.find((s) => s.key === wanted[0]?.agency);
  const after = runCase(received, options, chosen.state);
  const counts = wanted.map((e) => ({
    old: submission?.appendices.find((a) => a.template === e.template),
    now: run.files.find((f) => f.file === file)?.appendices.find((a) => a.template === e.template && a.scope === 'own'),
  }));
  return {
    file, counted: [...new Set(counts.flatMap((c) => c.old?.file ?? []))],
    cells: counts.flatMap((c) => compareAppendices(c.old, c.now)),
    figures: compareTables(run.consolidation.tables, after.consolidation.tables),
  };
}
