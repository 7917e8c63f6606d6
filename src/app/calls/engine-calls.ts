import type { Proof } from '../../core/model/consolidation';
import type { Finding } from '../../core/model/finding';
import type { Grid } from '../../core/model/grid';
import type { Severity } from '../../core/model/issue';
import type { CellPlan, OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import type { TableLine } from '../../core/model/table-line';
import type { CaseCalls } from './case-calls';
import type { CaseView } from '../case/case-view';
import type { DeliveryCalls } from './delivery-calls';
import type { DryRun } from '../consolidate/dry-run';
import type { InputFile } from '../ports';
import type { ReviewCalls } from './review-calls';
import type { CheckView } from '../receive/check-grids';
import type { FileView } from '../results/file-view';
import type { ResultTable } from '../results/result-table';
import type { FigureKey, TraceView } from '../results/trace-view';

export type { DeliveryCalls, DeliveryTools, DeliveryRequest, DeliveryAnswers } from './delivery-calls';
export type { ReviewCalls, ReviewName, ReviewRequest } from './review-calls';

/** Which list of agencies a run is held against. `json` is the text of the officer's own file. */
export type RegisterChoice =
  { kind: 'none' } | { kind: 'built-in'; id: string } | { kind: 'own'; name: string; json: string };

/** `period` as a person writes it ("2020", "Quý III/2020"); empty: as the files say. */
export interface EngineSettings {
  register: RegisterChoice;
  period: string;
  /** Text of a file of confirmed senders; absent or empty: none. */
  confirmations?: string;
}

/**
 * What the settings came to; `wrong` is a Vietnamese sentence for the field it belongs to, and then that field counts
 * as not set.
 */
export interface SettingsInfo {
  register: { province: string; agencies: number } | null;
  period: Period | null;
  /** How many confirmed senders there are. */
  confirmations?: number;
  wrong: { field: 'register' | 'period' | 'confirmations'; message: string }[];
}

/** Names for what findings and tables speak of. */
export interface Facts {
  forms: { id: string; short: string; name: string }[];
  rules: { id: string; severity: Severity; summary: string }[];
}

/** What a run came to, without the cells: small enough to be handed over at once. */
export interface RunView {
  files: FileView[];
  /** Worst first. */
  findings: Finding[];
  dryRun: DryRun;
  tables: { template: string; short: string; name: string; senders: number; rows: number }[];
  proof: Proof;
  /** Every table received, with what became of it. */
  tableLines?: TableLine[];
  /** Word files whose running text holds figures: paragraphs with figures, by file. */
  narrative?: { file: string; withFigures: number }[];
  period: Period | null;
  case: CaseView;
}

/** What the engine does, call by call: one plain argument, one plain answer, so that each call crosses a worker. */
export interface EngineCalls extends CaseCalls {
  facts(arg: null): Promise<Facts>;
  settle(settings: EngineSettings): Promise<SettingsInfo>;
  forget(files: readonly string[] | 'all'): Promise<null>;
  run(arg: null): Promise<RunView>;
  table(template: string): Promise<ResultTable | null>;
  /** `written`: as it was written into the workbook, which may be an earlier run. */
  trace(figure: FigureKey & { written?: boolean }): Promise<TraceView | null>;
  /** The sources of all figures as one text, to be kept with the workbook; and what was kept there. */
  evidence(arg: null): Promise<string>;
  adopt(evidence: string): Promise<null>;
  /** A sheet with an empty form; null for a form not known. */
  blank(template: string): Promise<OutputPlan | null>;
  /**
   * The result workbook without its cells, and the cells of one sheet from an index on, in portions: no single message
   * is large.
   */
  planHead(arg: null): Promise<OutputPlan>;
  planCells(arg: { sheet: number; from: number }): Promise<CellPlan[]>;
  workbook(arg: null): Promise<Uint8Array>;
  /** The report of the run as JSON text. */
  report(arg: null): Promise<string>;
  check(arg: { name: string; grids: Grid[] }): Promise<CheckView>;
}

export interface ReadEvents {
  started(file: string): void;
  received(file: FileView): void;
}

/** A reading under way. Cancelled, it leaves the engine as it was before. */
export interface ReadJob {
  done: Promise<'done' | 'cancelled'>;
  cancel(): void;
}

/** Reading, checking and consolidating away from the page's own thread. */
export interface Engine extends Omit<EngineCalls, 'planHead' | 'planCells'> {
  /** The files with each archive (.zip) among them replaced by the files in it. Never rejects for what a file holds. */
  unpack(files: readonly InputFile[]): Promise<InputFile[]>;
  /** One file after the other; one that takes too long is ended and reported as unreadable while the others go on. */
  read(files: readonly InputFile[], events: ReadEvents): ReadJob;
  /** Looks at what could be decided; decides nothing. */
  readonly review: ReviewCalls;
  /** What leaves the house. */
  readonly delivery: DeliveryCalls;
  plan(): Promise<OutputPlan>;
  close(): void;
}
