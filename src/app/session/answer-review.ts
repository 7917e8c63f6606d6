import type { Register } from '../../core/agencies/register-schema';
import { CASE_ATTACHMENT, type CaseState } from '../../core/model/case';
import type { ReceivedFile } from '../../core/model/submission';
import { canonicalJson } from '../case/canonical-json';
import type { CaseRun } from '../case/run-case';
import { takeDown } from '../case/take-down';
import type { WorkbookReader } from '../ports';
import type { RunOptions } from '../consolidate/run-options';
import { compareView } from '../review/compare-view';
import { controlView } from '../review/control-view';
import { decisionEffect, versionView } from '../review/preview-decisions';
import { doublesView } from '../review/doubles-view';
import { tableCells } from '../results/table-cells';
import { rulesView } from '../review/rules-view';
import { importSenders, registerFromList, rememberSender, senderViews } from '../agencies/sender-views';
import type { ReviewCalls } from '../calls/review-calls';

/** What a session lets be looked at. */
export interface ReviewSource {
  run(): CaseRun;
  state(): CaseState;
  received(): ReceivedFile[];
  options(): RunOptions;
  register(): Register | null;
  reader(): WorkbookReader;
  /** The text that a result workbook keeps under a name. */
  attachment(bytes: Uint8Array, name: string): string | null;
}

/** The calls that look at a result before a decision, answered from a session. */
export function answerReview(from: ReviewSource): ReviewCalls {
  return {
    version: async ({ file, templates }) => versionView(from.run(), from.received(), from.options(), file, templates),
    effect: async (requests) => decisionEffect(from.run(), from.received(), from.options(), requests),
    tableCells: async ({ file, id }) => tableCells(from.received(), file, id),
    doubles: async () => doublesView(from.run()),
    rules: async () => rulesView(from.run()),
    control: async () => controlView(from.run()),
    compare: async (earlier) => compareView(from.run(), earlier),
    attachment: async (bytes) => from.attachment(bytes, CASE_ATTACHMENT),
    senders: async () => senderViews(from.register(), from.options().period),
    remember: async (arg) => rememberSender(from.received(), arg),
    importSenders: async (arg) => importSenders(arg),
    registerFromList: async (arg) => registerFromList(arg, from.reader()),
    draft: async () => draft(from.state(), from.run()),
    caseText: async () => canonicalJson(from.state()),
  };
}

/** Without the figures: they are in the files, which are not kept. */
function draft(state: CaseState, run: CaseRun): Awaited<ReturnType<ReviewCalls['draft']>> {
  const down = takeDown(state, run);
  const worth = down.journal.length > 0 || new Set(down.files.map((f) => f.round)).size > 1;
  return {
    text: canonicalJson({ ...down, figures: null }),
    worth,
    files: down.files.length,
    decisions: down.journal.length,
    period: down.period?.label ?? null,
  };
}
