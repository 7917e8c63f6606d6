import type { CaseState } from '../../core/model/case';

/** A case before anything came and anything was decided. */
export function newCase(settings: CaseState['settings'] = {}): CaseState {
  return { schema: 2, period: null, register: null, files: [], journal: [], settings, figures: null };
}
