import type { CaseRun } from '../case/run-case';
import { compareWithEarlier, type Change } from '../compare/compare-earlier';
import { readEarlier, type EarlierResult } from '../compare/earlier';
import type { ChangeKind } from '../compare/suspicion';
import { named, type EffectLine } from './figure-names';
import type { Outcome } from '../../core/model/outcome';
import type { Period } from '../../core/model/period';

/** As many of all, and of each kind, as a screen can hold; what is beyond is counted. */
const [SHOWN, OF_KIND] = [200, 60];

/** The run beside an earlier result (text of a report or a case), strongest first; null: beside the peers alone. */
export function compareView(run: CaseRun, text: string | null): Outcome<CompareView> {
  let earlier: EarlierResult | null = null;
  if (text !== null) {
    const read = readEarlier(text);
    if (!read.ok) return read;
    earlier = read.earlier;
  }
  const all = compareWithEarlier(run, earlier);
  const kinds: Partial<Record<ChangeKind, number>> = {};
  const shown: Change[] = [];
  for (const [i, change] of all.changes.entries()) {
    const n = (kinds[change.kind] = (kinds[change.kind] ?? 0) + 1);
    if (i < SHOWN || n <= OF_KIND) shown.push(change);
  }
  return {
    ok: true,
    before: all.before,
    after: all.after,
    perAgency: Boolean(earlier?.agencies),
    total: all.changes.length,
    kinds,
    changes: shown.map(named),
    figures: all.figures.map(named),
    gone: all.gone,
    added: all.added,
    linked: all.linked,
  };
}
export interface ChangeView extends Change {
  short: string;
  place: string;
}
export interface CompareView {
  before: Period | null;
  after: Period | null;
  /** Whether the earlier result kept the figures of every sender. */
  perAgency: boolean;
  total: number;
  kinds: Partial<Record<ChangeKind, number>>;
  /** The strongest of all and of each kind, most suspicious first; `total` and `kinds` are the true counts. */
  changes: ChangeView[];
  figures: EffectLine[];
  gone: string[];
  added: string[];
  linked: { before: string[]; after: string[] }[];
}
