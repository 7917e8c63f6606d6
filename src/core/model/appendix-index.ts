import type { Appendix, AppendixCell } from './appendix';

/** Cells of one appendix by row and column key. */
export interface AppendixIndex {
  readonly appendix: Appendix;
  get(row: string, column: string): AppendixCell | undefined;
  /** Row keys present, in sheet order. */
  readonly rows: readonly string[];
}

/** Indexes an appendix; costs one pass over its cells. */
export function indexAppendix(appendix: Appendix): AppendixIndex {
  const byRow = new Map<string, Map<string, AppendixCell>>();
  for (const cell of appendix.cells) {
    const row = byRow.get(cell.row);
    if (row) row.set(cell.column, cell);
    else byRow.set(cell.row, new Map([[cell.column, cell]]));
  }
  return { appendix, get: (row, column) => byRow.get(row)?.get(column), rows: appendix.rows.map((r) => r.key) };
}
