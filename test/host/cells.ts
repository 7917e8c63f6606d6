import type { Area } from '../../src/core/model/grid';
import { readEntry } from './formats';
import { cellKey, sizeOf, type CellState } from './grid-store';
import type { ExcelHost } from './host';
import { height, localName, quoteSheet, width } from './references';
import type { SheetState } from './state';
import { refuse } from './wire';

/** Above this Excel answers null instead of values (Microsoft: 5,000,000 cells per range). */
export const MAX_READ = 5_000_000;

export const addressOf = (o: { sheet: SheetState; area: Area }): string =>
  `${quoteSheet(o.sheet.name)}!${localName(o.area)}`;

/**
 * Hands every cell its part of a written value: one value for all, or a table of exactly the range's shape; null leaves
 * a cell alone.
 */
export function spread(
  o: { area: Area },
  value: unknown,
  write: (row: number, col: number, item: unknown) => void,
): void {
  const { top, left } = o.area;
  if (
    Array.isArray(value) &&
    (value.length !== height(o.area) || value.some((row) => !Array.isArray(row) || row.length !== width(o.area)))
  )
    throw refuse.shape();
  if (!Array.isArray(value) && sizeOf(o.area) > MAX_READ) throw refuse.argument();
  for (let r = top; r <= o.area.bottom; r++) {
    for (let c = left; c <= o.area.right; c++) {
      const item: unknown = Array.isArray(value) ? (value[r - top] as unknown[])[c - left] : value;
      if (item !== null && item !== undefined) write(r, c, item);
    }
  }
}

/** Writes as if typed. Cells under a merged area, except its first, keep nothing. */
export function writeEntry(host: ExcelHost, sheet: SheetState, row: number, col: number, entry: unknown): void {
  const { grid } = sheet;
  const merged = sheet.merges.length ? host.mergeAt(sheet, row, col) : undefined;
  if (merged && (merged.top !== row || merged.left !== col)) return;
  const style = grid.styleAt(row, col);
  const typed = readEntry(entry, String(style['NumberFormat'] ?? 'General'), host.locale);
  const key = cellKey(row, col);
  if (typed.formula === undefined && typed.value === '') {
    grid.cells.delete(key);
    return;
  }
  const cell: CellState = typed.formula === undefined ? { v: typed.value } : { v: typed.value, f: typed.formula };
  grid.cells.set(key, cell);
  if (typed.format && style['NumberFormat'] === undefined)
    grid.setStyle(row, col, grid.pool.with(style, 'NumberFormat', typed.format));
}

/** A cell's type as Range.valueTypes and event details name it. */
export const valueType = (v: unknown): string =>
  v === '' || v === undefined
    ? 'Empty'
    : typeof v === 'number'
      ? 'Double'
      : typeof v === 'boolean'
        ? 'Boolean'
        : 'String';

/** The common answer of a run of rows or columns, or null where they differ. */
export function common<T>(from: number, to: number, of: (i: number) => T): T | null {
  const first = of(from);
  // Beyond the last thing that differs from the default every row is alike; ten thousand is enough to meet it.
  for (let i = from + 1; i <= Math.min(to, from + 10_000); i++) if (of(i) !== first) return null;
  return first;
}
