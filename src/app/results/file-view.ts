import { areaName } from '../../core/model/address';
import type { ReceivedFile } from '../../core/model/submission';
import { templateById } from '../../core/templates/registry';
import { shortName } from '../../core/templates/form-name';
import type { AgencyMatch } from '../../core/model/agency';

/** A received file as a list shows it. */
export function fileView(
  file: ReceivedFile,
  counts: Counts | null = null,
  replaced: ReadonlySet<string> = new Set(),
): FileView {
  const { agency } = file;
  return {
    file: file.file,
    status: file.status,
    reason: file.reason,
    agency: agency.agency ? { code: agency.agency.code, name: agency.agency.name } : null,
    sender: { state: agency.state, because: agency.because, candidates: agency.candidates.map((c) => c.agency.name) },
    period: file.period?.label ?? null,
    appendices: file.appendices.map((a) => ({
      template: a.template,
      short: nameOf(a.template),
      sheet: a.sheet,
      range: areaName(a.area),
      use: a.empty ? 'empty' : a.scope === 'province-wide' ? 'province-wide' : replaced.has(a.id) ? 'replaced' : 'own',
    })),
    counts,
  };
}

export function nameOf(id: string): string {
  const template = templateById(id);
  return template ? shortName(template) : id;
}

/** One received file as a list shows it. */
export interface FileView {
  file: string;
  status: 'read' | 'rejected' | 'ignored';
  reason: string | null;
  agency: { code: string; name: string } | null;
  sender: { state: AgencyMatch['state']; because: string[]; candidates: string[] };
  period: string | null;
  appendices: {
    template: string;
    short: string;
    sheet: string;
    range: string;
    use: 'own' | 'province-wide' | 'replaced' | 'empty';
  }[];
  /** Null until the run has been made. */
  counts: Counts | null;
}
export interface Counts {
  error: number;
  warning: number;
  info: number;
}
