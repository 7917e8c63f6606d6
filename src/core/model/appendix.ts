import type { AgencyMatch } from './agency';
import type { Area } from './grid';
import type { Figure, Repair } from './figure';
import type { Issue } from './issue';
import type { Period } from './period';

/** One cell of an appendix that has a place in its template. */
export interface AppendixCell {
  /** Row key of the template; for open lists the normalised label. */
  row: string;
  /** Column key of the template. */
  column: string;
  /** Grid position, from 0. */
  at: { row: number; col: number };
  /** A1 address: "C13". */
  cell: string;
  /** As typed. Empty where the cell is blank. */
  text: string;
  /** As stored in the file: the number behind the format, null where blank. */
  stored: string | number | boolean | null;
  formula?: string;
  figure: Figure;
  repairs: Repair[];
  hidden?: boolean;
  comment?: string;
  /** How many cells of the sheet it was joined from, where more than one (a note broken over rows). */
  joined?: number;
}

/** A row of the sheet that was matched to a row of the template. */
export interface AppendixRow {
  key: string;
  /** STT as typed, "" where missing. */
  number: string;
  /** Label as typed (joined where it was broken over two rows). */
  label: string;
  /** Grid row of its figures, from 0. */
  gridRow: number;
  /** 0 to 1. */
  confidence: number;
  matchedBy: 'wording' | 'wording-and-number' | 'number' | 'open';
}

/**
 * A column of a form as found on a sheet: key of the form, sheet column from 0, header as written, confidence 0 to 1.
 */
export interface AppendixColumn {
  key: string;
  col: number;
  header: string;
  confidence: number;
}

/** One recognised table. */
export interface Appendix {
  /** Unique within a run: file, sheet and range. */
  id: string;
  file: string;
  sheet: string;
  template: string;
  version: string;
  /** From the title (or the header where there is none) to the last row. */
  area: Area;
  /** The header rows, inclusive. */
  header: Area;
  /** Rows of the body that say nothing themselves (a repeated header, a row of column numbers), from 0. */
  skipped?: number[];
  /** 0 to 1. */
  confidence: number;
  /** Why this template was chosen, in Vietnamese, for people. */
  because: string[];
  /** Title as typed, "" where missing. */
  title: string;
  /** "(Đính kèm Báo cáo số 57/BC-TTT ngày 29/11/2020)" as typed, "" where missing. */
  reference: string;
  columns: AppendixColumn[];
  rows: AppendixRow[];
  /** Every cell of a matched row in a matched column, blanks included. */
  cells: AppendixCell[];
  /** Non-blank cells of the body in a figure or note column that got no place; each is also an issue. */
  refused: {
    at: { row: number; col: number };
    cell: string;
    text: string;
    stored: string | number | boolean | null;
    reason: string;
  }[];
  /** What recognition and reading found. */
  issues: Issue[];
  /** "toan-tinh" where the form says it covers the whole province: a control total, never added. */
  scope: 'own' | 'province-wide';
  /** Id of the appendix on another sheet of the file of which this is the rest. */
  continues?: string;
  /** Who sent this table, where its file holds tables of several senders; absent: the sender of the file. */
  agency?: AgencyMatch;
  /** The period that its own title, heads or sheet name say; absent: they say none. */
  period?: Period;
  /** A form that nobody filled in. */
  empty: boolean;
}
