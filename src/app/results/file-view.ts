import { areaName } from '../../core/model/address';
import type { ReceivedFile } from '../../core/model/submission';
import { templateById } from '../../core/templates/registry';
import type { Counts, FileView } from '../calls/engine-calls';
import { shortName } from '../../core/templates/form-name';

/** A received file as a list shows it. */
export function fileView(file: ReceivedFile, counts: Counts | null = null, replaced: ReadonlySet<string> = new Set()): FileView {
  const { agency } = file;
  return {
    file: file.file, status: file.status, reason: file.reason,
    agency: agency.agency ? { code: agency.agency.code, name: agency.agency.name } : null,
    sender: { state: agency.state, because: agency.because, candidates: agency.candidates.map((c) => c.agency.name) },
    period: file.period?.label ?? null,
    appendices: file.appendices.map((a) => ({
      template: a.template, short: nameOf(a.template), sheet: a.sheet, range: areaName(a.area),
      use: a.empty ? 'empty' : a.scope === 'province-wide' ? 'province-wide' : replaced.has(a.id) ? 'replaced' : 'own',
    })),
    counts,
  };
}

export function nameOf(id: string): string {
  const template = templateById(id);
  return template ? shortName(template) : id;
}
