import type { Register } from '../../core/agencies/register-schema';
import type { CaseFigures, CaseState, FigureValues } from '../../core/model/case';
import { shownValue } from '../../core/model/shown-value';
import { templates } from '../../core/templates/registry';
import { fingerprint } from '../../core/text/fingerprint';
import type { RunResult } from '../consolidate/run-options';
import { agencyFigures } from './agency-figures';

export interface TakeDown {
  /** Bytes by file, where known. */
  sizes?: ReadonlyMap<string, number>;
  /** ISO day on which files that are new in this round were received. */
  receivedOn?: string | null;
}

/**
 * The state as it is to be saved: files with their hashes (new ones as a further round), period, register and the
 * figures. A file of an earlier round keeps its round as long as its content is the same.
 */
export function takeDown(state: CaseState, run: RunResult, { sizes, receivedOn }: TakeDown = {}): CaseState {
  const known = new Map(state.files.map((f) => [f.sha256, f]));
  const last = Math.max(0, ...state.files.map((f) => f.round));
  const fresh = run.files.some((f) => !known.has(f.sha256));
  const round = fresh ? last + 1 : last;
  const files = run.files.map((f) => {
    const before = known.get(f.sha256);
    return {
      file: f.file,
      sha256: f.sha256,
      size: sizes?.get(f.file) ?? before?.size ?? null,
      round: before?.round ?? Math.max(1, round),
      receivedOn: before ? before.receivedOn : (receivedOn ?? null),
    };
  });
  files.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return {
    ...state,
    files,
    period: run.period,
    register: run.register ? registerRef(run.register) : null,
    figures: caseFigures(run),
  };
}

/** The figures of the province and of every sender, for a later comparison. */
export function caseFigures(run: RunResult): CaseFigures {
  const province: FigureValues = {};
  for (const table of run.consolidation.tables) {
    const rows: FigureValues[string] = {};
    for (const row of table.rows) {
      for (const figure of Object.values(row.figures)) {
        const value = shownValue(figure);
        if (typeof value === 'number') (rows[row.row] ??= {})[figure.column] = value;
      }
    }
    province[table.template] = rows;
  }
  const agencies = run.consolidation.submissions.map((s) => ({
    key: s.key,
    name: s.name,
    level: s.level,
    values: agencyFigures(s, templates()),
  }));
  return { province, agencies };
}

function registerRef(register: Register): NonNullable<CaseState['register']> {
  return {
    province: register.province.name,
    agencies: register.agencies.length,
    fingerprint: fingerprint(JSON.stringify(register)),
  };
}
