import type { Area } from '../../src/core/model/grid';
import type { Style, StylePool } from './styles';

export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

export type Scalar = string | number | boolean;

/** What one cell holds. `v` of a formula is its last result; errors are their code with `error` set. */
export interface CellState {
  v: Scalar;
  f?: string;
  error?: boolean;
}

export const cellKey = (row: number, col: number): number => row * MAX_COLS + col;
export const rowOf = (key: number): number => Math.floor(key / MAX_COLS);
export const colOf = (key: number): number => key % MAX_COLS;
export const inside = (area: Area, row: number, col: number): boolean =>
  row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
export const sizeOf = (area: Area): number => (area.bottom - area.top + 1) * (area.right - area.left + 1);
export const wholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLS - 1;
export const wholeCols = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

/** Cells and formats of one sheet. All indexes from 0. */
export class GridStore {
  readonly cells = new Map<number, CellState>();
  readonly styles = new Map<number, Style>();
  readonly rowStyles = new Map<number, Style>();
  readonly colStyles = new Map<number, Style>();
  sheetStyle: Style;

  constructor(readonly pool: StylePool) {
    this.sheetStyle = pool.plain;
  }

  at(row: number, col: number): CellState | undefined {
    return this.cells.get(cellKey(row, col));
  }

  styleAt(row: number, col: number): Style {
    return this.styles.get(cellKey(row, col)) ?? this.rowStyles.get(row) ?? this.colStyles.get(col) ?? this.sheetStyle;
  }

  /** Keys of `map` inside the area, whichever way is shorter. */
  keysIn(map: Map<number, unknown>, area: Area): number[] {
    const keys: number[] = [];
    if (sizeOf(area) > map.size) {
      for (const key of map.keys()) if (inside(area, rowOf(key), colOf(key))) keys.push(key);
    } else {
      for (let r = area.top; r <= area.bottom; r++)
        for (let c = area.left; c <= area.right; c++) if (map.has(cellKey(r, c))) keys.push(cellKey(r, c));
    }
    return keys;
  }

  /**
   * Changes the look of an area; whole rows, columns or the sheet are kept as such, with cells that already look
   * different changed one by one.
   */
  restyle(area: Area, change: (style: Style, row: number, col: number) => Style): void {
    const { top, left, bottom, right } = area;
    if (wholeRows(area) && wholeCols(area)) {
      this.sheetStyle = change(this.sheetStyle, top, left);
      for (const [row, style] of this.rowStyles) this.rowStyles.set(row, change(style, row, left));
      for (const [col, style] of this.colStyles) this.colStyles.set(col, change(style, top, col));
    } else if (wholeCols(area)) {
      for (const row of this.rowStyles.keys()) for (let c = left; c <= right; c++) this.pin(row, c);
      for (let c = left; c <= right; c++)
        this.colStyles.set(c, change(this.colStyles.get(c) ?? this.sheetStyle, top, c));
    } else if (wholeRows(area)) {
      for (const col of this.colStyles.keys()) for (let r = top; r <= bottom; r++) this.pin(r, col);
      for (let r = top; r <= bottom; r++)
        this.rowStyles.set(r, change(this.rowStyles.get(r) ?? this.sheetStyle, r, left));
    } else {
      for (let r = top; r <= bottom; r++)
        for (let c = left; c <= right; c++) this.setStyle(r, c, change(this.styleAt(r, c), r, c));
      return;
    }
    for (const key of this.keysIn(this.styles, area))
      this.styles.set(key, change(this.styles.get(key)!, rowOf(key), colOf(key)));
  }

  setStyle(row: number, col: number, style: Style): void {
    const key = cellKey(row, col);
    const under = this.rowStyles.get(row) ?? this.colStyles.get(col) ?? this.sheetStyle;
    if (style === under) this.styles.delete(key);
    else this.styles.set(key, style);
  }

  private pin(row: number, col: number): void {
    const key = cellKey(row, col);
    if (!this.styles.has(key)) this.styles.set(key, this.styleAt(row, col));
  }

  clearStyles(area: Area): void {
    this.restyle(area, () => this.pool.plain);
    for (const key of this.keysIn(this.styles, area))
      if (
        this.styles.get(key) === this.pool.plain &&
        this.sheetStyle === this.pool.plain &&
        !this.rowStyles.has(rowOf(key)) &&
        !this.colStyles.has(colOf(key))
      )
        this.styles.delete(key);
    for (const styles of [this.rowStyles, this.colStyles])
      for (const [k, style] of styles) if (style === this.sheetStyle) styles.delete(k);
  }

  clearCells(area: Area): void {
    for (const key of this.keysIn(this.cells, area)) this.cells.delete(key);
  }

  /** The smallest rectangle around what is there (inside `within`), or null. */
  used(valuesOnly: boolean, within?: Area): Area | null {
    const box = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const see = (key: number): void => {
      const row = rowOf(key);
      const col = colOf(key);
      if (within && !inside(within, row, col)) return;
      box.top = Math.min(box.top, row);
      box.left = Math.min(box.left, col);
      box.bottom = Math.max(box.bottom, row);
      box.right = Math.max(box.right, col);
    };
    for (const [key, cell] of this.cells) if (!valuesOnly || cell.f !== undefined || cell.v !== '') see(key);
    if (!valuesOnly) for (const key of this.styles.keys()) see(key);
    return box.bottom < 0 ? null : box;
  }

  /** Moves what lies below (or right of) the area; with `remove`, the area itself disappears first. */
  shift(area: Area, direction: 'rows' | 'cols', remove: boolean): void {
    for (const map of [this.cells, this.styles] as Map<number, unknown>[]) {
      const next = new Map<number, unknown>();
      for (const [key, value] of map) {
        const moved = shiftCell(rowOf(key), colOf(key), area, direction, remove);
        if (moved) next.set(cellKey(moved.row, moved.col), value);
      }
      map.clear();
      for (const [key, value] of next) map.set(key, value);
    }
  }

  copy(): GridStore {
    const twin = new GridStore(this.pool);
    for (const [key, cell] of this.cells) twin.cells.set(key, { ...cell });
    for (const name of ['styles', 'rowStyles', 'colStyles'] as const)
      for (const [key, style] of this[name]) twin[name].set(key, style);
    twin.sheetStyle = this.sheetStyle;
    return twin;
  }
}

/** Where a cell goes when an area is inserted or removed; null when it goes with the removed area. */
export function shiftCell(
  row: number,
  col: number,
  area: Area,
  direction: 'rows' | 'cols',
  remove: boolean,
): { row: number; col: number } | null {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  if (remove && inside(area, row, col)) return null;
  if (direction === 'rows' && col >= area.left && col <= area.right && row >= area.top)
    return { row: row + (remove ? -height : height), col };
  if (direction === 'cols' && row >= area.top && row <= area.bottom && col >= area.left)
    return { row, col: col + (remove ? -width : width) };
  return { row, col };
}
