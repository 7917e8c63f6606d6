import { templateById } from '../../core/templates/registry';
import type { ResultCalls } from '../calls/result-calls';
import { makeEvidence, readEvidence } from '../results/evidence';
import { formName } from '../results/file-view';
import { makeReport } from '../results/make-report';
import { resultTable } from '../results/result-table';
import { traceView } from '../results/trace-view';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';

/** Cells per message: unpacking 5,000 takes a page about 5 ms. */
const PORTION = 5_000;

/** The calls about the result of the last run. */
export function answerResults(state: SessionState, deps: Pick<SessionDeps, 'workbooks'>): ResultCalls {
  /** Sources of an earlier run, from the workbook into which they were written. */
  let adopted: ReturnType<typeof readEvidence> = null;
  return {
    table: async (template) => {
      const sheet = state.plan().sheets.find((s) => s.role === 'appendix' && s.template === template);
      return sheet ? resultTable(sheet, formName(template), templateById(template)?.title ?? '') : null;
    },
    trace: async ({ written, ...figure }) => {
      if (written && adopted) return adopted(figure);
      const template = templateById(figure.template);
      if (!state.hasRun() || !template) return adopted?.(figure) ?? null;
      return traceView(state.lastRun().consolidation, template, figure);
    },
    evidence: async () => makeEvidence(state.lastRun().consolidation),
    adopt: async (evidence) => {
      adopted = readEvidence(evidence);
      return null;
    },
    planHead: async () => {
      const plan = state.plan();
      return { ...plan, sheets: plan.sheets.map((s) => ({ ...s, cells: [] })) };
    },
    planCells: async ({ sheet, from }) => state.plan().sheets[sheet]?.cells.slice(from, from + PORTION) ?? [],
    workbook: async () => (await deps.workbooks()).write(state.plan()),
    report: async () => JSON.stringify(makeReport(state.lastRun()), null, 2),
  };
}
