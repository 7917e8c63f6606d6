import type { Area, Cell, Grid } from './grid';
import { spanIndex } from './span-index';

/** Random access to a Grid, made once per sheet. */
export interface GridView {
  readonly grid: Grid;
  /** The cell at (row, col), from 0, or undefined where blank. */
  at(row: number, col: number): Cell | undefined;
  /** The merged area that covers (row, col), if any. */
  merge(row: number, col: number): Area | undefined;
  /** The cell whose value is shown at (row, col): the top-left one of a merged area, else the cell itself. */
  shown(row: number, col: number): Cell | undefined;
  /** True where the row or the column is hidden. */
  hidden(row: number, col: number): boolean;
  hiddenRow(row: number): boolean;
  hiddenCol(col: number): boolean;
  /** Cells of a row in column order. */
  row(row: number): readonly Cell[];
  /** Rows that hold a cell, ascending. */
  readonly rows: readonly number[];
}

const NONE: readonly Cell[] = [];
/** Excel's widest sheet: 16,384 columns. */
const WIDTH = 16_384;
/** A merged area larger than this is looked up by search instead of being written out cell by cell. */
const MERGE_CELLS = 2_000;

/** Indexes a Grid; costs one pass over its cells. */
export function viewGrid(grid: Grid): GridView {
  const byRow = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const merged = new Map<number, Area>();
  const wide: Area[] = [];
  for (const area of grid.merges) {
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (size > MERGE_CELLS) {
      wide.push(area);
      continue;
    }
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++) merged.set(r * WIDTH + c, area);
  }
  const merge = (row: number, col: number): Area | undefined =>
    merged.get(row * WIDTH + col) ??
    wide.find((a) => row >= a.top && row <= a.bottom && col >= a.left && col <= a.right);
  const at = (row: number, col: number): Cell | undefined => {
    const list = byRow.get(row);
    if (!list) return undefined;
    for (const cell of list) if (cell.col === col) return cell;
    return undefined;
  };
  const hiddenRow = spanIndex(grid.hiddenRows);
  const hiddenCol = spanIndex(grid.hiddenCols);
  return {
    grid,
    at,
    merge,
    shown(row, col) {
      const area = merge(row, col);
      return area ? at(area.top, area.left) : at(row, col);
    },
    hidden: (row, col) => hiddenRow(row) || hiddenCol(col),
    hiddenRow,
    hiddenCol,
    row: (row) => byRow.get(row) ?? NONE,
    rows: [...byRow.keys()].sort((a, b) => a - b),
  };
}
