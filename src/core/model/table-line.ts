import type { Area } from './grid';

/**
 * One table of a received file as it lies there, before anybody said what becomes of it. `cells`: filled cells;
 * `figures`: those that are a number by themselves ("1.234", "95,8 %"); `numbering`: numbers of the STT column, of the
 * heads and of a row of column numbers, which are no figures.
 */
export interface FoundTable {
  /** Unique within a run: file, sheet and range. */
  id: string;
  sheet: string;
  area: Area;
  /** Id of the appendix that it was taken as; null where no form took it. */
  appendix: string | null;
  /** The line above it, else its first words; "" where it has none. */
  title: string;
  cells: number;
  figures: number;
  numbering: number;
  /** What stands in a table that no form took, row by row, so that it can be looked at; at most SHOWN_CELLS cells. */
  shown?: { row: number; col: number; text: string }[];
}

/** Cells of a table without a form that are kept to be shown; the rest is counted. */
export const SHOWN_CELLS = 400;

/** What stands on a sheet beside its tables: letterhead, titles, notes, signature. */
export interface OutsideTables {
  sheet: string;
  cells: number;
  /** Numbers there, which no table holds. */
  figures: number;
  /** A1 addresses of those numbers, at most ten. */
  at: string[];
}

/** Every filled cell of a file, counted by the table in which it lies; `raw`: the second count, made without them. */
export interface FileTables {
  tables: FoundTable[];
  outside: OutsideTables[];
  raw: { sheet: string; cells: number; numbers: number }[];
}

/** Running text of a Word document, which is not consolidated. */
export interface NarrativeCount {
  paragraphs: number;
  /** Paragraphs with a figure in them that is no date, no number of a document and no numbering. */
  withFigures: number;
}

/**
 * What became of a table. taken: its figures count; control: a form over the whole province, only compared; older:
 * another copy counts; blank: a form that nobody filled in; other-period: figures of another period; undecided: two
 * tables of one form, of which a person must choose; returned, left-out: as a person decided; set-aside: in no sum,
 * with the reason; unknown: figures that no form takes; text: words only.
 */
export type TableState =
  | 'taken'
  | 'control'
  | 'older'
  | 'blank'
  | 'other-period'
  | 'undecided'
  | 'returned'
  | 'left-out'
  | 'set-aside'
  | 'unknown'
  | 'text';

/** A line of the account over everything received: one table, and what became of it. */
export interface TableLine {
  id: string;
  file: string;
  sheet: string;
  /** A1 range. */
  range: string;
  title: string;
  state: TableState;
  /** Template id; null where no form took it. */
  template: string | null;
  /** Name of the sender; null where nobody knows. */
  agency: string | null;
  /** "năm 2020"; null where nothing says it. */
  period: string | null;
  cells: number;
  figures: number;
  numbering: number;
  /** In Vietnamese, a clause: why it does not count; null where there is nothing to say. */
  reason: string | null;
}
