import type { OutputPlan } from '../../core/model/output-plan';
import { buildPlan } from '../../core/plan/build-plan';
import type { PlanOptions } from '../../core/plan/options';
import { templates } from '../../core/templates/registry';
import { boardOf } from './board';
import { reminderList } from './board-lists';
import { canonicalJson } from './canonical-json';
import type { CaseRun } from './run-case';
import { takeDown } from './take-down';

export interface CasePlanOptions extends PlanOptions {
  /**
   * ISO day for what is overdue on the board; null: nobody asks, so that the same files give the same bytes on any day.
   */
  today?: string | null;
  sizes?: ReadonlyMap<string, number>;
}

/**
 * The result workbook of a case: adjusted figures, board, journal, and the case itself inside, so that it can be taken
 * up from there.
 */
export function planCase(run: CaseRun, { today = null, sizes, ...options }: CasePlanOptions = {}): OutputPlan {
  const { expected: _, ...settings } = run.state.settings;
  const board = boardOf(run, today);
  return buildPlan({
    consolidation: run.consolidation,
    templates: templates(),
    findings: run.findings,
    files: run.files,
    options: {
      ...(run.register ? { agencyOrder: run.register.agencies.map((a) => a.code) } : {}),
      ...settings,
      ...options,
    },
    ...(run.register ? { board: { board, reminder: reminderList(board) } } : {}),
    case: { summary: run.summary, text: canonicalJson(takeDown(run.state, run, sizes ? { sizes } : {})) },
  });
}
