/** A workbook as a test describes it; each format has a maker that writes it as bytes. */
export interface BookCell {
  /** A1 address. */
  at: string;
  /** Absent: blank, or a formula without a cached value. */
  value?: string | number | boolean;
  /** Error code instead of a value: "#REF!". */
  error?: string;
  /** ISO day instead of a value: "2020-01-30". */
  date?: string;
  formula?: string;
  /** Number format code. */
  format?: string;
  font?: string;
  /** Colours as "FF0000". */
  colour?: string;
  fill?: string;
  runs?: { text: string; font?: string; struck?: boolean; raised?: boolean }[];
  /** Struck through as a whole. */
  struck?: boolean;
  comment?: string;
}

export interface BookSheet {
  name: string;
  visibility?: 'hidden' | 'veryHidden';
  cells: BookCell[];
  /** "A1:C2". */
  merges?: string[];
  /** Row numbers from 1. */
  hiddenRows?: number[];
  /** Column letters. */
  hiddenCols?: string[];
  /** The hidden rows are a filter's doing. */
  filtered?: boolean;
}

export interface Book {
  sheets: BookSheet[];
  date1904?: boolean;
  externalLinks?: boolean;
}

/** Which things a format can hold at all; what it cannot, its contract does not ask for. */
export interface Powers {
  format: string;
  formulas: boolean;
  fonts: boolean;
  runs: boolean;
  comments: boolean;
  sheets: boolean;
  hidden: boolean;
  veryHidden: boolean;
  filter: boolean;
  dates: boolean;
  errors: boolean;
  invisible: boolean;
  /** Joins cells; so does every format where nothing is said. */
  merges?: boolean;
  /** Stores no numbers: every cell is text. */
  plainText?: boolean;
  /** A file that was cut off may look whole: text without an end mark. */
  cutsUnseen?: boolean;
}

export type BookMaker = (book: Book) => Uint8Array;
