import type { Repair } from './figure';
import type { Issue } from './issue';
import type { Period } from './period';
import type { Submission } from './submission';
import type { TableLine } from './table-line';

/** One agency's part of a province figure. */
export interface Contribution {
  /** Submission key. */
  agency: string;
  agencyName: string;
  file: string;
  sheet: string;
  cell: string;
  /** As typed. */
  text: string;
  value: number;
  repairs: Repair[];
  /**
   * added: a term of the sum; common: one of the equal values that were taken once; unsplit: a total that came without
   * a split.
   */
  part: 'added' | 'common' | 'unsplit';
}

/** How a figure came about. `sum-of-levels`: its own row's levels + totals that came without a split. */
export type Method = 'sum' | 'common' | 'sum-of-levels' | 'ratio' | 'dates' | 'join' | 'none';

/** A figure of the province. */
export interface ConsolidatedFigure {
  row: string;
  column: string;
  method: Method;
  /** Null: empty, because nobody gave a figure or because units differ. */
  value: number | string | null;
  contributions: Contribution[];
  /** Part of `value` that came from totals without a split. */
  unsplit?: number;
  /** Text to show beside it, e.g. "27 đơn vị ban hành; sớm nhất 04/01/2020, muộn nhất 28/03/2020". */
  remark?: string;
  /** What a person put in its place; `value` stays what the sources give, and the proof stands on that. */
  adjustment?: FigureAdjustment;
  /** What it would be with the submissions that were left out as counted twice; only where that differs. */
  withLeftOut?: { value: number | string | null };
}

/** An adjusted figure with its reason. */
export interface FigureAdjustment {
  value: number;
  /** What the sources give now. */
  sum: number | null;
  reason: string;
  by: string;
  /** ISO time. */
  at: string;
  /** It follows from adjusted figures in its row or column. */
  derived?: boolean;
}

/** One row of the province's table: row key ("3"), wording, printed number, figures by column key. */
export interface ConsolidatedRow {
  row: string;
  label: string;
  number: string;
  figures: Record<string, ConsolidatedFigure>;
}

/** The province's table of one form: template id and version, rows in the order of the form. */
export interface ConsolidatedTable {
  template: string;
  version: string;
  rows: ConsolidatedRow[];
  /** Submission keys that have a part in it. */
  from: string[];
}

/** A province-wide figure of a specialised agency beside the sum of the agencies. */
export interface ControlTotal {
  template: string;
  row: string;
  column: string;
  agency: string;
  agencyName: string;
  file: string;
  sheet: string;
  cell: string;
  control: number;
  sum: number | null;
  difference: number | null;
}

/** Design §1, counted by two routes; `breaks` names every place where they differ. */
export interface Proof {
  files: { in: number; merged: number; returned: number; setAside: number };
  cells: { read: number; placed: number; refused: number };
  /** The same cells per template, and how many tables they stand in. */
  forms?: { template: string; tables: number; read: number; placed: number; refused: number }[];
  /**
   * Per template and figure column: sum of the figures placed, of plain numbers refused, and of the raw cells; raw =
   * placed + refused.
   */
  totals: { template: string; column: string; placed: number; refused: number; raw: number }[];
  /**
   * All tables received: how many, and their filled cells and numbers with those beside the tables; `raw` counts are
   * made from the sheets without knowing of tables, and must be the same.
   */
  tables?: {
    lines: number;
    cells: number;
    figures: number;
    numbering: number;
    outsideCells: number;
    outsideFigures: number;
    rawCells: number;
    rawNumbers: number;
  };
  closes: boolean;
  breaks: string[];
}

/** The province's result. */
export interface Consolidation {
  period: Period | null;
  submissions: Submission[];
  tables: ConsolidatedTable[];
  controlTotals: ControlTotal[];
  /** Cells that are in no sum, with the reason: refused figures, earlier versions, control totals. */
  excluded: { agency: string; file: string; sheet: string; cell: string; text: string; reason: string }[];
  issues: Issue[];
  proof: Proof;
  /** Every table received, with what became of it, in the order of files and sheets. */
  tableLines?: TableLine[];
  /** Files whose figures did not close: nothing of them is in a sum. Absent where there is none. */
  faulty?: { file: string; /** Where, in Vietnamese: sheet and cell or column. */ reasons: string[] }[];
}
