import type { GridView } from '../model/grid-view';
import type { HeaderBlock } from './find-headers';
import type { Heading } from './find-title';
import type { ColumnMap } from './map-columns';
import type { RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';

/** Everything known about one table before its cells are read. */
export interface TableDraft {
  view: GridView;
  file: string;
  prepared: PreparedTemplate;
  block: HeaderBlock;
  heading: Heading;
  title: string;
  columns: ColumnMap;
  rows: RowMatching;
  confidence: number;
  because: string[];
  /** Last column of the table, from 0. */
  right: number;
  /** Another template whose title stands above the table. */
  titleOf?: string;
  /** Rows left out as repeated headers or column numbers. */
  skipped: readonly number[];
}
