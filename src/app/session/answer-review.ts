import { CASE_ATTACHMENT } from '../../core/model/case';
import { importSenders, registerFromList, rememberSender, senderViews } from '../agencies/sender-views';
import type { ReviewCalls } from '../calls/review-calls';
import { canonicalJson } from '../case/canonical-json';
import { takeDown } from '../case/take-down';
import { compareView } from '../review/compare-view';
import { controlView } from '../review/control-view';
import { tableCells } from '../results/table-cells';
import { doublesView } from '../review/doubles-view';
import { decisionEffect, versionView } from '../review/preview-decisions';
import { rulesView } from '../review/rules-view';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';

/** The calls that show something before it is decided, and those about senders. */
export function answerReview(state: SessionState, deps: Pick<SessionDeps, 'reader' | 'attachment'>): ReviewCalls {
  const at = () => [state.lastRun(), state.received(), state.runOptions()] as const;
  return {
    version: async ({ file, templates }) => versionView(...at(), file, templates),
    effect: async (requests) => decisionEffect(...at(), requests),
    tableCells: async ({ file, id }) => tableCells(state.received(), file, id),
    doubles: async () => doublesView(state.lastRun()),
    rules: async () => rulesView(state.lastRun()),
    control: async () => controlView(state.lastRun()),
    compare: async (earlier) => compareView(state.lastRun(), earlier),
    attachment: async (bytes) => deps.attachment(bytes, CASE_ATTACHMENT),
    senders: async () => senderViews(state.register, state.runOptions().period),
    remember: async (arg) => rememberSender(state.received(), arg),
    importSenders: async (arg) => importSenders(arg),
    registerFromList: async (arg) => registerFromList(arg, deps.reader),
    draft: async () => draft(state),
    caseText: async () => state.caseText(),
  };
}

/** Without the figures: they are in the files, which are not kept. */
async function draft(state: SessionState): ReturnType<ReviewCalls['draft']> {
  const down = takeDown(state.caseState, state.lastRun());
  const worth = down.journal.length > 0 || new Set(down.files.map((f) => f.round)).size > 1;
  return {
    text: canonicalJson({ ...down, figures: null }),
    worth,
    files: down.files.length,
    decisions: down.journal.length,
    period: down.period?.label ?? null,
  };
}
