import { hasSeveralSenders, periodOf, senderOf, sendersOf } from '../../core/model/sender-of';
import { areaName } from '../../core/model/address';
import { shownValue } from '../../core/model/shown-value';
import type { ReceivedFile } from '../../core/model/submission';
import type { CaseRun } from '../case/run-case';
import { caseFigures } from '../case/take-down';
import type { Report } from './report-schema';
import type { RunResult } from '../consolidate/run-options';

/** The report of a run (design §5). */
export function makeReport(run: RunResult): Report {
  const replaced = new Set(run.consolidation.submissions.flatMap((s) => s.replaced.map((r) => r.appendix.id)));
  return {
    schema: 1,
    files: run.files.map((f) => fileEntry(f, replaced)),
    findings: run.findings.map((f) => ({
      rule: f.rule,
      severity: f.severity,
      message: f.message,
      file: f.file,
      sheet: f.sheet,
      cell: f.cell,
      template: f.template,
      row: f.row,
      column: f.column,
      expected: f.expected,
      actual: f.actual,
      ...(f.accepted ? { accepted: f.accepted } : {}),
      ...(f.setAside ? { setAside: f.setAside } : {}),
    })),
    tables: run.consolidation.tables.map((t) => ({
      template: t.template,
      rows: t.rows.map((r) => ({
        row: r.row,
        label: r.label,
        values: Object.fromEntries(Object.values(r.figures).map((f) => [f.column, shownValue(f)])),
      })),
    })),
    proof: run.consolidation.proof,
    agencies: caseFigures(run).agencies,
    adjustments: adjustmentsOf(run),
    ...(run.consolidation.tableLines ? { tableLines: run.consolidation.tableLines } : {}),
    ...(run.consolidation.faulty ? { faulty: run.consolidation.faulty } : {}),
    ...('summary' in run && (run as CaseRun).summary.journal.length > 0 ? { case: caseOf(run as CaseRun) } : {}),
  };
}

function adjustmentsOf(run: RunResult): Report['adjustments'] {
  return run.consolidation.tables.flatMap((t) =>
    t.rows.flatMap((r) =>
      Object.values(r.figures).flatMap((f) =>
        f.adjustment || f.withLeftOut
          ? [
              {
                template: t.template,
                row: f.row,
                column: f.column,
                sum: typeof f.value === 'number' ? f.value : null,
                value: shownValue(f),
                reason: f.adjustment?.reason ?? null,
                by: f.adjustment?.by ?? null,
                at: f.adjustment?.at ?? null,
                derived: f.adjustment?.derived ?? false,
                withLeftOut: f.withLeftOut?.value ?? null,
              },
            ]
          : [],
      ),
    ),
  );
}

function caseOf({ summary }: CaseRun): NonNullable<Report['case']> {
  return {
    journal: summary.journal.map(({ entry, revokedBy }) => ({
      id: entry.id,
      kind: entry.kind,
      at: entry.at,
      by: entry.by,
      about: entry.about,
      reason: entry.reason,
      revokedBy,
    })),
    rulesOff: summary.rulesOff,
  };
}

function agencyEntry({ agency }: ReceivedFile['agency']): Report['files'][number]['agency'] {
  return agency ? { code: agency.code, name: agency.name } : null;
}

function fileEntry(f: ReceivedFile, replaced: ReadonlySet<string>): Report['files'][number] {
  return {
    file: f.file,
    sha256: f.sha256,
    status: f.status,
    reason: f.reason,
    agency: agencyEntry(f.agency),
    ...(hasSeveralSenders(f) ? { senders: sendersOf(f).map(({ code, name }) => ({ code, name })) } : {}),
    period: f.period,
    ...(f.narrative ? { narrative: f.narrative } : {}),
    ...(f.tables
      ? { outsideTables: f.tables.outside.map(({ sheet, cells, figures }) => ({ sheet, cells, figures })) }
      : {}),
    appendices: f.appendices.map((a) => ({
      template: a.template,
      version: a.version,
      sheet: a.sheet,
      range: areaName(a.area),
      agency: agencyEntry(senderOf(f, a)),
      period: periodOf(f, a),
      confidence: a.confidence,
      because: a.because,
      use: a.empty
        ? ('empty' as const)
        : a.scope === 'province-wide'
          ? ('province-wide' as const)
          : replaced.has(a.id)
            ? ('replaced' as const)
            : ('own' as const),
    })),
  };
}
