/**
 * What was read from one sheet or one Word table, before anybody decided what it means.
 * All row and column indexes in this project count from 0; addresses shown to people ("C13") count from 1.
 */

/** What a cell holds. `date` is a number that the workbook shows as a date; its value is ISO text ("2020-01-30"). */
export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'date';

/** A part of a rich text with its own font. */
export interface TextRun {
  text: string;
  font?: string;
}

/** One non-blank cell. Blank cells are not stored. */
export interface Cell {
  /** From 0. */
  row: number;
  /** From 0: column A is 0. */
  col: number;
  kind: CellKind;
  /**
   * The stored value: text, number, true/false, error code ("#REF!"), or ISO date text. For formulas: the cached value.
   */
  value: string | number | boolean;
  /**
   * As a person sees it: numbers and dates in their format where known ("95,8%"), else the plain value. Text as stored,
   * never normalised.
   */
  text: string;
  /** Without the leading "=". */
  formula?: string;
  /** The formula had no cached value, so `value` is not to be trusted. */
  noCachedValue?: boolean;
  /** Number format code, e.g. "0.0%". Absent for General. */
  format?: string;
  /** Font name of the cell, e.g. ".VnTime". Absent where unknown. */
  font?: string;
  /** Only where a cell mixes fonts. */
  runs?: TextRun[];
  comment?: string;
  /** The text has (nearly) the colour of its background. */
  invisible?: boolean;
  /** Struck through, wholly or in part: a clerk's way to take something back. */
  struck?: 'all' | 'part';
  /** Raised letters at the end of the text, which are part of it: the "1" of a footnote in "521". */
  raised?: string;
}

/** A rectangle, inclusive on all sides, from 0. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A run of rows or columns, inclusive, from 0. */
export interface Span {
  from: number;
  to: number;
}

/** What lies on a sheet or in a cell of a Word table and is no cell; what is in it is not read. */
export interface GridObject {
  kind: 'workbook' | 'object' | 'picture' | 'text-box';
  /** The cell under its upper left corner, from 0; absent where the file does not say. */
  at?: { row: number; col: number };
  /** Words of a text box. */
  text?: string;
}

/** Cells of one sheet or Word table, in row-major order. */
export interface Grid {
  /** Sheet name; "Bảng 1", "Bảng 2" … for Word tables. */
  sheet: string;
  /** Place in the file, from 0. */
  index: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  cells: Cell[];
  merges: Area[];
  hiddenRows: Span[];
  hiddenCols: Span[];
  /** An autofilter hides rows. */
  filtered?: boolean;
  /** Text that stood before the table (Word only), nearest last. */
  before?: string[];
  /** The grid is one table of a document (Word), not a sheet on which tables stand. */
  document?: boolean;
  /** The format stores no numbers (Word, CSV, HTML): every cell is text, and a figure in it is no repair. */
  plainText?: boolean;
  /** Comments on cells that hold nothing, in row-major order. */
  notes?: { row: number; col: number; text: string }[];
  objects?: GridObject[];
  /** The workbook refers to other files that were not read. */
  externalLinks?: boolean;
}
