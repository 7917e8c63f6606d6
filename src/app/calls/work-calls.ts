import type { Proof } from '../../core/model/consolidation';
import type { Finding } from '../../core/model/finding';
import type { Grid } from '../../core/model/grid';
import type { Severity } from '../../core/model/issue';
import type { OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import type { TableLine } from '../../core/model/table-line';
import type { CaseView } from '../case/case-view';
import type { DryRun } from '../consolidate/dry-run';
import type { CheckView } from '../receive/check-grids';
import type { FileView } from '../results/file-view';

/** The list of agencies that senders are matched with. `json` is the text of the officer's own file. */
export type RegisterChoice =
  { kind: 'none' } | { kind: 'built-in'; id: string } | { kind: 'own'; name: string; json: string };

/** `period` as a person writes it ("2020", "Quý III/2020"); empty: the period that the files name. */
export interface EngineSettings {
  register: RegisterChoice;
  period: string;
  /** Text of a file of confirmed senders; absent or empty: none. */ confirmations?: string;
}

/** The settings as they were understood; a field named in `wrong` counts as not set. */
export interface SettingsInfo {
  register: { province: string; agencies: number } | null;
  period: Period | null;
  /** How many confirmed senders there are. */
  confirmations?: number;
  /** A sentence in Vietnamese for each field that could not be read. */
  wrong: { field: 'register' | 'period' | 'confirmations'; message: string }[];
}

/** Names of forms and rules, for screens that show findings and tables. */
export interface Facts {
  forms: { id: string; short: string; name: string }[];
  rules: { id: string; severity: Severity; summary: string }[];
}

/** The outcome of a run without its cells, small enough to be sent in one message. */
export interface RunView {
  files: FileView[];
  /** Worst first. */
  findings: Finding[];
  dryRun: DryRun;
  /** `leads`: the one to show first. */
  tables: { template: string; short: string; name: string; senders: number; rows: number; leads: boolean }[];
  proof: Proof;
  /** Every table received, with what became of it. */
  tableLines?: TableLine[];
  /** Word files whose running text holds figures: paragraphs with figures, by file. */
  narrative?: { file: string; withFigures: number }[];
  period: Period | null;
  case: CaseView;
}

/** Calls about settings, received files and the run over them. */
export interface WorkCalls {
  facts(arg: null): Promise<Facts>;
  settle(settings: EngineSettings): Promise<SettingsInfo>;
  /** Takes received files off the list. */
  forget(files: readonly string[] | 'all'): Promise<null>;
  run(arg: null): Promise<RunView>;
  /** Checks sheets that are open in Excel; they do not become part of the run. */
  check(arg: { name: string; grids: Grid[] }): Promise<CheckView>;
  /** A sheet with an empty form; null for a form that is not known. */
  blank(template: string): Promise<OutputPlan | null>;
}
