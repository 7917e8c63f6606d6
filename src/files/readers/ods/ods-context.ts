import type { ReadLimits } from '../../limits';
import type { XmlCursor } from '../../xml/xml-cursor';
import type { CellContext } from '../xlsx/cell-content';
import type { OdsStyles } from './ods-styles';

/** What all sheets of a file share. */
export interface OdsContext {
  cursor: XmlCursor;
  styles: OdsStyles;
  cells: CellContext;
  limits: ReadLimits;
  /** Cells and comments that may still come. */
  budget: { cells: number; comments: number };
}
