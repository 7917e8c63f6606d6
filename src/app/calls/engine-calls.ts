import type { AgencyMatch } from '../../core/model/agency';
import type { Method, Proof } from '../../core/model/consolidation';
import type { Repair } from '../../core/model/figure';
import type { Finding } from '../../core/model/finding';
import type { Grid } from '../../core/model/grid';
import type { Severity } from '../../core/model/issue';
import type { CellPlan, OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import type { CaseCalls, CaseView } from './case-calls';
import type { DeliverCalls } from './delivery-calls';
import type { DryRun } from '../consolidate/dry-run';
import type { CellRepair, UnreadFile } from '../ports';
import type { SteerCalls } from './review-calls';

export type { DeliverCalls, DeliveryTools, DeskRequest, DeskWorker } from './delivery-calls';
export type { SteerCalls, SteerName, SteerRequest } from './review-calls';

/** Which list of agencies a run is held against. `json` is the text of the officer's own file. */
export type RegisterChoice = { kind: 'none' } | { kind: 'built-in'; id: string } | { kind: 'own'; name: string; json: string };

/** `period` as a person writes it ("2020", "Quý III/2020"); empty: as the files say. */
export interface EngineSettings { register: RegisterChoice; period: string; /** Text of a file of confirmed senders; absent or empty: none. */ confirmations?: string }

/** What the settings came to; `wrong` is a Vietnamese sentence for the field it belongs to, and then that field counts as not set. */
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

export interface Counts { error: number; warning: number; info: number }

/** One received file as a list shows it. */
export interface FileView {
  file: string;
  status: 'read' | 'rejected' | 'ignored';
  reason: string | null;
  agency: { code: string; name: string } | null;
  sender: { state: AgencyMatch['state']; because: string[]; candidates: string[] };
  period: string | null;
  appendices: { template: string; short: string; sheet: string; range: string; use: 'own' | 'province-wide' | 'replaced' | 'empty' }[];
  /** Null until the run has been made. */
  counts: Counts | null;
}

/** What a run came to, without the cells: small enough to be handed over at once. */
export interface RunView {
  files: FileView[];
  /** Worst first. */
  findings: Finding[];
  dryRun: DryRun;
  tables: { template: string; short: string; name: string; senders: number; rows: number }[];
  proof: Proof;
  period: Period | null;
  case: CaseView;
}

export interface FigureKey { template: string; row: string; column: string }

export interface ResultCell {
  text: string;
  kind: 'index' | 'label' | 'number' | 'text' | 'note' | 'total';
  /** Where the cell shows a figure that can be traced. */
  figure?: { row: string; column: string };
  /** Remark shown on the cell in the workbook. */
  note?: string;
  colSpan?: number;
}

/** One result sheet as a table on a page: the same cells as in the workbook, between title and signature. */
export interface ResultTable {
  template: string; short: string; title: string;
  /** Relative widths, one per column. */
  widths: number[];
  head: { text: string; colSpan: number; rowSpan: number }[][];
  body: ResultCell[][];
}

/** Who contributed what to a figure, in words for a screen; largest first. */
export interface TraceView extends FigureKey {
  short: string; number: string; label: string; columnLabel: string;
  value: string; method: Method; remark: string | null;
  /** The figure was adjusted: `value` shows the adjusted one, `sum` what the sources give. */
  adjustment?: { sum: string; reason: string; by: string; at: string; derived?: boolean };
  /** What it would be with the submissions left out as counted twice. */
  withLeftOut?: string;
  contributions: {
    agencyName: string; file: string; sheet: string; cell: string; text: string; value: string;
    /** Share of the largest, 0 to 1; null for dates and notes, which have no size. */
    share: number | null;
    part: 'added' | 'common' | 'unsplit';
    column: string;
    repairs: Repair[];
  }[];
  leftOut: { agency: string; file: string; sheet: string; cell: string; text: string; reason: string }[];
}

/** A repair that may be offered; nothing is written before a person says so. */
export interface RepairOffer {
  kind: 'number-as-text' | 'missing-total';
  sheet: string; cell: string;
  /** As it stands and as it would stand. */
  before: string; after: string;
  repair: CellRepair;
}

/** What the open workbook holds and what is to be said about it. */
export interface CheckView {
  appendices: { template: string; short: string; name: string; sheet: string; range: string; empty: boolean }[];
  agency: string | null;
  findings: Finding[];
  repairs: RepairOffer[];
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
  /** The result workbook without its cells, and the cells of one sheet from an index on, in portions: no single message is large. */
  planHead(arg: null): Promise<OutputPlan>;
  planCells(arg: { sheet: number; from: number }): Promise<CellPlan[]>;
  workbook(arg: null): Promise<Uint8Array>;
  /** The report of the run as JSON text. */
  report(arg: null): Promise<string>;
  check(arg: { name: string; grids: Grid[] }): Promise<CheckView>;
}

/** A file to read; `bytes` is asked for once, when its turn comes. `refusal`: it came out of an archive that would not give it. */
export interface InputFile { file: string; size: number; bytes(): Promise<ArrayBuffer>; refusal?: UnreadFile }

export interface ReadEvents { started(file: string): void; received(file: FileView): void }

/** A reading under way. Cancelled, it leaves the engine as it was before. */
export interface ReadJob { done: Promise<'done' | 'cancelled'>; cancel(): void }

/** Reading, checking and consolidating away from the page's own thread. */
export interface Engine extends Omit<EngineCalls, 'planHead' | 'planCells'> {
  /** The files with each archive (.zip) among them replaced by the files in it. Never rejects for what a file holds. */
  unpack(files: readonly InputFile[]): Promise<InputFile[]>;
  /** One file after the other; one that takes too long is ended and reported as unreadable while the others go on. */
  read(files: readonly InputFile[], events: ReadEvents): ReadJob;
  /** Looks at what could be decided; decides nothing. */
  readonly steer: SteerCalls;
  /** What leaves the house. */
  readonly desk: DeliverCalls;
  plan(): Promise<OutputPlan>;
  close(): void;
}
