import type { Outcome } from '../../core/model/outcome';
import type { DecisionRequest } from '../case/decision';
import type {
  ImportRequest,
  RegisterListRequest,
  RegisterMade,
  RememberRequest,
  SenderView,
  SendersKept,
} from '../agencies/sender-views';
import type { EffectLine } from '../review/figure-names';
import type { TableCells } from '../results/table-cells';
import type { VersionView } from '../review/preview-decisions';
import type { RuleView } from '../review/rules-view';
import type { DoublesView } from '../review/doubles-view';
import type { ControlView } from '../review/control-view';
import type { CompareView } from '../review/compare-view';

/** Calls that show something before it is decided, and calls about senders and registers; none of them decides. */
export interface ReviewCalls {
  /** What choosing this file for these forms would change. */
  version(arg: { file: string; templates: readonly string[] }): Promise<Outcome<VersionView>>;
  /** What decisions would do to the figures of the province. */
  effect(requests: readonly DecisionRequest[]): Promise<Outcome<{ lines: EffectLine[] }>>;
  /** What stands in a table that no form took; null where there is no such table. */
  tableCells(arg: { file: string; id: string }): Promise<TableCells | null>;
  doubles(arg: null): Promise<DoublesView>;
  rules(arg: null): Promise<RuleView[]>;
  control(arg: null): Promise<ControlView>;
  /** Beside an earlier report or case (its text), or beside the peers alone. */
  compare(earlier: string | null): Promise<Outcome<CompareView>>;
  /** The case inside a result workbook; null where there is none. */
  attachment(bytes: Uint8Array): Promise<string | null>;
  /** Agencies of the register in its order. */
  senders(arg: null): Promise<SenderView[]>;
  /** The file of confirmed senders with one more in it. */
  remember(arg: RememberRequest): Promise<SendersKept>;
  /** Confirmed senders of a shared file put into those at hand; where both speak of one, the shared file holds. */
  importSenders(arg: ImportRequest): Promise<SendersKept>;
  /** A register made from an officer's list. */
  registerFromList(arg: RegisterListRequest): Promise<RegisterMade>;
  /**
   * The case as it stands, without figures, for keeping on the machine; `worth`: somebody decided something or files
   * came in rounds.
   */
  draft(arg: null): Promise<{ text: string; worth: boolean; files: number; decisions: number; period: string | null }>;
  /** The case as it was last put down or changed. */
  caseText(arg: null): Promise<string>;
}
