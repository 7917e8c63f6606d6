import type { CaseCalls } from '../calls/case-calls';
import { boardOf } from '../case/board';
import { reminderList } from '../case/board-lists';
import { decideAll } from '../case/decide-all';
import type { DecisionRequest } from '../case/decision';
import { newCase } from '../case/new-case';
import { parseCase } from '../case/parse-case';
import { takeDown } from '../case/take-down';
import type { SessionState } from './session-state';

/** The calls about the case. */
export function answerCases(state: SessionState): CaseCalls {
  return {
    open: async (text) => {
      const parsed = text === null ? { ok: true as const, state: newCase(), migrated: [] } : parseCase(text);
      if (!parsed.ok) return parsed;
      state.takeCase(parsed.state);
      return { ok: true, text: state.caseText(), migrated: parsed.migrated, settings: parsed.state.settings };
    },
    save: async ({ receivedOn }) => {
      state.amendCase(takeDown(state.caseState, state.lastRun(), { receivedOn }));
      return state.caseText();
    },
    settle: async (settings) => {
      state.amendCase({ ...state.caseState, settings });
      return state.caseText();
    },
    decide: async ({ request, who }) => {
      const decided = decideAll(state.lastRun(), listOf(request), who);
      if (!decided.ok) return decided;
      state.takeCase(decided.state);
      return { ok: true, text: state.caseText() };
    },
    board: async ({ today }) => {
      const board = boardOf(state.lastRun(), today);
      return { board, reminder: reminderList(board) };
    },
  };
}

function listOf(request: DecisionRequest | readonly DecisionRequest[]): readonly DecisionRequest[] {
  return 'kind' in request ? [request] : request;
}
