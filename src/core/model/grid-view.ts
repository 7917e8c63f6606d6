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
  let last = -1;
  for (const { row } of grid.cells) if (row > last) last = row;
  // Where the list of a row lies in `lists`, from 1; 0: the row is blank. A Map of all rows is many times slower.
  const placeOf = new Int32Array(last + 1);
  const lists: Cell[][] = [];
  // Cells of a row mostly lie together: their list is made once, no longer than they need.
  for (let from = 0; from < grid.cells.length;) {
    const { row } = grid.cells[from]!;
    let to = from + 1;
    while (to < grid.cells.length && grid.cells[to]!.row === row) to++;
    if (placeOf[row] !== 0) for (let i = from; i < to; i++) lists[placeOf[row]! - 1]!.push(grid.cells[i]!);
    else placeOf[row] = lists.push(grid.cells.slice(from, to));
    from = to;
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
  const rowOf = (row: number): readonly Cell[] => lists[(placeOf[row] ?? 0) - 1] ?? NONE;
  const at = (row: number, col: number): Cell | undefined => {
    for (const cell of rowOf(row)) if (cell.col === col) return cell;
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
    row: rowOf,
    rows: lists.map((list) => list[0]!.row).sort((a, b) => a - b),
  };
}
