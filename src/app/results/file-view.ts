import { hasSeveralSenders, periodOf, senderOf, sendersOf } from '../../core/model/sender-of';
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
    ...(hasSeveralSenders(file) ? { senders: sendersOf(file).map(({ code, name }) => ({ code, name })) } : {}),
    sender: { state: agency.state, because: agency.because, candidates: agency.candidates.map((c) => c.agency.name) },
    period: file.period?.label ?? null,
    appendices: file.appendices.map((a) => ({
      template: a.template,
      short: formName(a.template),
      sheet: a.sheet,
      range: areaName(a.area),
      agency: senderOf(file, a).agency?.name ?? null,
      period: periodOf(file, a)?.label ?? null,
      use: a.empty ? 'empty' : a.scope === 'province-wide' ? 'province-wide' : replaced.has(a.id) ? 'replaced' : 'own',
    })),
    counts,
  };
}

/** The short name of a form by its id; the id itself for a form that is not known. */
export function formName(id: string): string {
  const template = templateById(id);
  return template ? shortName(template) : id;
}

/** One received file as a list shows it. */
export interface FileView {
  file: string;
  status: 'read' | 'rejected' | 'ignored';
  reason: string | null;
  agency: { code: string; name: string } | null;
  /** Where its tables are of several senders: who they are. */
  senders?: { code: string; name: string }[];
  sender: { state: AgencyMatch['state']; because: string[]; candidates: string[] };
  period: string | null;
  appendices: {
    template: string;
    short: string;
    sheet: string;
    range: string;
    /** Names; null where nobody knows. */
    agency: string | null;
    period: string | null;
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
