/** One thing that a sender is asked to mend (error) or to explain (question), in words ready to be shown. */
export interface NoticeItem {
  kind: 'error' | 'question';
  file: string;
  /** Sheet and A1 address; "" where it speaks of a form or a file as a whole. */
  sheet: string;
  cell: string;
  /** "Phụ lục 2", "10", "Tổng số"; "" where it does not apply. */
  appendix: string;
  row: string;
  /** Wording of the row as the sender typed it. */
  rowLabel: string;
  column: string;
  /** What was sent, and what it was held against: "1", "0"; "" where there is no such figure. */
  actual: string;
  expected: string;
  /** The whole sentence, with place and both figures. */
  text: string;
}

/** A note to hang on a cell of a received file. */
export interface CellNote {
  sheet: string;
  cell: string;
  text: string;
}

/** The list that goes with a returned file, as a sheet of it or as a document. */
export interface NoticeList {
  title: string;
  lead: string;
  items: NoticeItem[];
}
