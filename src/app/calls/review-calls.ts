import type { Level } from '../../core/model/agency';
import type { Period } from '../../core/model/period';
import type { Severity } from '../../core/model/issue';
import type { DecisionRequest } from '../case/decide';
import type { CellDifference } from '../case/version-diff';
import type { Change } from '../compare/compare-earlier';
import type { ChangeKind } from '../compare/suspicion';
import type { DoubleCount } from '../consolidate/double-counting';

type Shown = number | string | null;

/** One figure of the province under the one and the other state of things; `place` is "dòng 3, cột Tổng số". */
export interface EffectLine { template: string; short: string; row: string; column: string; place: string; label: string; before: Shown; after: Shown }

/** A cell that two versions fill differently, and what the province's figure there would become; null: it stays as it is. */
export interface VersionCell extends CellDifference { short: string; place: string; province: { before: Shown; after: Shown } | null }

/** A version that waits, with what it would change. */
export interface VersionView {
  cells: VersionCell[];
  /** Figures of the province that change without a cell of their own here (totals, rows above). */
  others: EffectLine[];
}

export interface Taken { by: string; at: string; reason: string }

export interface DoubleView extends Omit<DoubleCount, 'issue'> {
  agencyName: string; otherName: string;
  short: string | null;
  severity: Severity;
  message: string;
  /** By which `decide` accepts the finding; null where it cannot be told. */
  key: string | null;
  accepted: Taken | null;
  /** Submission keys among the two that are locked. */
  locked: string[];
}

export interface DoublesView {
  found: DoubleView[];
  /** Left out so far, newest last; `entry` takes it back. */
  leftOut: (Taken & { entry: number; agency: string; about: string })[];
  /** Figures that would be otherwise had nothing been left out. */
  beside: { template: string; short: string; row: string; column: string; place: string; label: string; value: Shown; full: Shown }[];
}

export interface RuleView {
  id: string; severity: Severity; summary: string;
  findings: number; accepted: number;
  /** Cannot be switched off. */
  alwaysOn: boolean;
  off: Taken | null;
}

/** One province-wide form beside the sum of the senders, row by row. */
export interface ControlForm {
  template: string; short: string; agencyName: string; file: string; sheet: string;
  /** Journal entry by which a person marked it; null: the form says so itself. */
  entry: number | null;
  differing: number;
  lines: { row: string; column: string; number: string; label: string; columnLabel: string; cell: string; sum: number | null; control: number; difference: number | null }[];
}

export interface ControlView {
  forms: ControlForm[];
  /** What could be marked, or taken back: forms with figures, by file. */
  files: { file: string; agency: string; agencyName: string; locked: boolean; forms: { template: string; short: string; scope: 'own' | 'province-wide' }[] }[];
}

export interface ChangeView extends Change { short: string; place: string }

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

/** An agency of the register; `current`: it exists at the end of the period. */
export interface SenderView { code: string; name: string; level: Level; current: boolean; from: string | null; to: string | null }

export interface RegisterView { province: string; agencies: SenderView[]; warnings: string[]; /** The register as a file. */ content: string }

/** Calls by which a result is steered: each takes one plain value, answers with one, and decides nothing. */
export interface SteerCalls {
  /** What choosing this file for these forms would change. */
  version(arg: { file: string; templates: readonly string[] }): Promise<VersionView | { message: string }>;
  /** What decisions would do to the figures of the province. */
  effect(requests: readonly DecisionRequest[]): Promise<EffectLine[] | { message: string }>;
  doubles(arg: null): Promise<DoublesView>;
  rules(arg: null): Promise<RuleView[]>;
  control(arg: null): Promise<ControlView>;
  /** Beside an earlier report or case (its text), or beside the peers alone. */
  compare(earlier: string | null): Promise<CompareView | { message: string }>;
  /** The case inside a result workbook; null where there is none. */
  attachment(bytes: Uint8Array): Promise<string | null>;
  /** Agencies of the register in its order. */
  senders(arg: null): Promise<SenderView[]>;
  /** The file of confirmed senders with one more in it. */
  remember(arg: { confirmations: string | null; file: string; agency: string; by: string; at: string }): Promise<{ ok: true; content: string; count: number } | { ok: false; message: string }>;
  /** Confirmed senders of a shared file put into those at hand; where both speak of one, the shared file holds. */
  importSenders(arg: { confirmations: string; shared: string }): Promise<{ ok: true; content: string; count: number } | { ok: false; message: string }>;
  /** A register made from an officer's list. */
  registerFromList(arg: { file: string; bytes: Uint8Array; province: string }): Promise<{ ok: true; register: RegisterView } | { ok: false; message: string; warnings: string[] }>;
  /** The case as it stands, without figures, for keeping on the machine; `worth`: somebody decided something or files came in rounds. */
  draft(arg: null): Promise<{ text: string; worth: boolean; files: number; decisions: number; period: string | null }>;
  /** The case as it was last put down or changed. */
  caseText(arg: null): Promise<string>;
}

export type SteerName = keyof SteerCalls;

/** One of the calls on its way to the worker. */
export interface SteerRequest { name: SteerName; arg: unknown }
