import { areaName } from '../core/model/address';
import type { ReceivedFile } from '../core/model/submission';
import type { Report } from './report-schema';
import type { RunResult } from './run-consolidation';

/** The report of a run (design §5). */
export function makeReport(run: RunResult): Report {
  const replaced = new Set(run.consolidation.submissions.flatMap((s) => s.replaced.map((r) => r.appendix.id)));
  return {
    schema: 1,
    files: run.files.map((f) => fileEntry(f, replaced)),
    findings: run.findings.map((f) => ({
      rule: f.rule, severity: f.severity, message: f.message, file: f.file, sheet: f.sheet, cell: f.cell,
      template: f.template, row: f.row, column: f.column, expected: f.expected, actual: f.actual,
    })),
    tables: run.consolidation.tables.map((t) => ({
      template: t.template,
      rows: t.rows.map((r) => ({
        row: r.row, label: r.label,
        values: Object.fromEntries(Object.values(r.figures).map((f) => [f.column, f.value])),
      })),
    })),
    proof: run.consolidation.proof,
  };
}

function fileEntry(f: ReceivedFile, replaced: ReadonlySet<string>): Report['files'][number] {
  return {
    file: f.file, sha256: f.sha256, status: f.status, reason: f.reason,
    agency: f.agency.agency ? { code: f.agency.agency.code, name: f.agency.agency.name } : null,
    period: f.period,
    appendices: f.appendices.map((a) => ({
      template: a.template, version: a.version, sheet: a.sheet, range: areaName(a.area), confidence: a.confidence, because: a.because,
      use: a.empty ? 'empty' as const : a.scope === 'province-wide' ? 'province-wide' as const : replaced.has(a.id) ? 'replaced' as const : 'own' as const,
    })),
  };
}
