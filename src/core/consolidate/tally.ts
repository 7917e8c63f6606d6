import type { Appendix } from '../model/appendix';
import type { Cell, Grid } from '../model/grid';
import type { AppendixTally } from '../model/submission';

/** "1.234", "1 234", "04": a whole number as clerks write it; nothing cleverer, so that this route shares no code with the other. */
const PLAIN = /^\d{1,3}(?:[. \u00A0]\d{3})+$|^\d+$/;

/** A plain whole number, or null. */
export function plainNumber(value: string | number | boolean | null): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.replace(/<[^<>]*>/g, '').trim();
  return PLAIN.test(text) ? Number(text.replace(/[. \u00A0]/g, '')) : null;
}

/**
 * The other route of the proof: counts and adds the raw cells inside an appendix's area, knowing only where its header and its
 * label and STT columns are. Rows that repeat the header, and rows of column numbers, are left out.
 */
export function tallyAppendix(grid: Grid, appendix: Appendix, labelColumns: ReadonlySet<number>): AppendixTally {
  const { area, header } = appendix;
  const heads = new Map<number, Set<string>>();
  const byRow = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    if (cell.col < area.left || cell.col > area.right || cell.row > area.bottom || cell.row < header.top) continue;
    const text = String(cell.value).trim();
    if (text === '' && !cell.noCachedValue) continue;
    if (cell.row <= header.bottom) {
      const set = heads.get(cell.col) ?? new Set();
      set.add(text);
      heads.set(cell.col, set);
    } else {
      const list = byRow.get(cell.row);
      if (list) list.push(cell); else byRow.set(cell.row, [cell]);
    }
  }
  const tally: AppendixTally = { appendix: appendix.id, cells: 0, sums: {} };
  for (const cells of byRow.values()) {
    if (isHead(cells, heads) || isNumbering(cells)) continue;
    for (const cell of cells) {
      if (labelColumns.has(cell.col)) continue;
      tally.cells++;
      const value = cell.kind === 'number' || cell.kind === 'text' ? plainNumber(cell.value as string | number) : null;
      if (value !== null) tally.sums[cell.col] = (tally.sums[cell.col] ?? 0) + value;
    }
  }
  return tally;
}

function isHead(cells: readonly Cell[], heads: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  return cells.length >= 2 && cells.every((c) => heads.get(c.col)?.has(String(c.value).trim()));
}

function isNumbering(cells: readonly Cell[]): boolean {
  return cells.length >= 3 && cells.every((c) => /^\(?\s*(\d{1,2}|[a-zA-Z])\s*\)?(\s*=.*)?$/.test(String(c.value).trim()));
}
