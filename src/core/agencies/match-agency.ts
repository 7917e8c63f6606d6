import type { AgencyMatch } from '../model/agency';
import type { Clue } from './clue';
import type { Register } from './register-schema';

/** Placeholder with the final signature: names nobody. */
export function matchAgency(register: Register, clues: readonly Clue[], on?: string): AgencyMatch {
  void register; void clues; void on;
  return { agency: null, score: 0, because: [], candidates: [], state: 'unknown' };
}
