import type { Appendix } from '../model/appendix';
import type { Cell, Grid } from '../model/grid';
import type { AppendixTally } from '../model/submission';

/**
 * "1.234", "1 234", "04": a whole number as clerks write it; nothing cleverer, so that this route shares no code with
 * the other.
 */
const PLAIN = /^\d{1,3}(?:[. \u00A0]\d{3})+$|^\d+$/;

/**
 * What formulas leave behind the comma in binary arithmetic (0.1 + 0.2); no figure of a report lies so near to a whole
 * number.
 */
const NOISE = 1e-9;

/** A plain whole number, or null. A stored 3.0000000000004 is 3. */
export function plainNumber(value: string | number | boolean | null): number | null {
  if (typeof value === 'number') {
    const whole = Math.round(value);
    return Math.abs(value - whole) <= NOISE && whole >= 0 && whole <= Number.MAX_SAFE_INTEGER ? Math.abs(whole) : null;
  }
  if (typeof value !== 'string') return null;
  const text = value.replace(/<[^<>]*>/g, '').trim();
  return PLAIN.test(text) ? Number(text.replace(/[. \u00A0]/g, '')) : null;
}

/**
 * The other route of the proof: counts and adds the raw cells inside an appendix's area, knowing only where its header
 * and its label and STT columns are. Rows that recognition left out are left out only where they hold no figure on this
 * look, too.
 */
export function tallyAppendix(grid: Grid, appendix: Appendix, labelColumns: ReadonlySet<number>): AppendixTally {
  const { area, header } = appendix;
  const byRow = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    if (
      cell.col < area.left ||
      cell.col > area.right ||
      cell.row > area.bottom ||
      cell.row < header.top ||
      cell.row <= header.bottom
    )
      continue;
    if (bare(cell) === '' && !cell.noCachedValue) continue;
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const tally: AppendixTally = { appendix: appendix.id, cells: 0, sums: {} };
  for (const [row, cells] of byRow) {
    if (appendix.skipped?.includes(row) && (isHead(cells) || isNumbering(cells))) continue;
    for (const cell of cells) {
      if (labelColumns.has(cell.col)) continue;
      tally.cells++;
      const value = cell.kind === 'number' || cell.kind === 'text' ? plainNumber(cell.value as string | number) : null;
      if (value !== null) tally.sums[cell.col] = (tally.sums[cell.col] ?? 0) + value;
    }
  }
  return tally;
}

/** "1.234", "95,8 %": begins with a digit, then only digits, marks and blanks, at most a percent sign at the end. */
function isNumeral(text: string): boolean {
  if (text === '' || text[0]! < '0' || text[0]! > '9') return false;
  const sign = text.indexOf('%');
  if (sign >= 0 && sign !== text.length - 1) return false;
  return [...text].every((c) => NUMBER_SIGNS.has(c) || c.trim() === '');
}

/** Digits with the marks that stand in numbers, and a percent sign behind them. */
const NUMBER_SIGNS = new Set('0123456789.,%');

/**
 * The other route of the account of tables: all filled cells of a sheet and those that are a number by themselves,
 * counted without knowing of any table.
 */
export function tallyGrid(grid: Grid): { sheet: string; cells: number; numbers: number } {
  const tally = { sheet: grid.sheet, cells: 0, numbers: 0 };
  for (const cell of grid.cells) {
    const text = cell.kind === 'text' ? bare(cell) : String(cell.value).trim();
    if (text === '' && !cell.noCachedValue) continue;
    tally.cells++;
    if (cell.kind === 'number' || cell.noCachedValue || (cell.kind === 'text' && isNumeral(text))) tally.numbers++;
  }
  return tally;
}

/** The text of a cell without left-over markup: "<b></b>" holds nothing. */
function bare(cell: Cell): string {
  return String(cell.value)
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, '')
    .trim();
}

/** A repeated header: words only. */
function isHead(cells: readonly Cell[]): boolean {
  return cells.length >= 2 && cells.every((c) => c.kind === 'text' && plainNumber(c.value) === null);
}

function isNumbering(cells: readonly Cell[]): boolean {
  return (
    cells.length >= 3 &&
    cells.every((c) => /^\(?\s*(\d{1,2}|[a-zA-Z])\s*(?:\)\s*)?(=.*)?$/.test(String(c.value).trim()))
  );
}
