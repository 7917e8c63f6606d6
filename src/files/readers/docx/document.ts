import type { GridObject } from '../../../core/model/grid';
import type { StyledText } from './styled-text';

/** What a Word document is to this reader: paragraphs and tables, in order. */
export type Block = Paragraph | WordTable;

export interface Paragraph {
  kind: 'paragraph';
  text: StyledText;
  /** A page or a section begins before or after its text. */
  pageBreak: 'before' | 'after' | null;
  /** A tracked change deleted its end: the next paragraph goes on in the same line. */
  endDeleted: boolean;
  /** What stands in its text boxes. */
  boxes: Block[];
  /** What it holds that is not read. */
  objects: GridObject['kind'][];
}

export interface WordTable {
  kind: 'table';
  rows: WordRow[];
  /** Has a table style, which may colour cells. */
  styled: boolean;
}

export interface WordRow {
  /** Grid columns left empty before the first cell. */
  before: number;
  /** Grid columns left empty after the last cell. */
  after: number;
  hidden: boolean;
  /** Repeated at the top of each page. */
  header: boolean;
  deleted: boolean;
  cells: WordCell[];
}

/** continue: drawn as part of the cell above (left). */
export type Merge = 'none' | 'restart' | 'continue';

export interface WordCell {
  span: number;
  vertical: Merge;
  horizontal: Merge;
  /** "RRGGBB", or "" for none. */
  fill: string;
  blocks: Block[];
}
