import type { Form } from './form';
import { columnGaps, gapSize, rowGaps, type Gap } from './gaps';

/** A cell in which a broken row and a broken column meet, and what would make both hold. */
export interface Crossing {
  row: string;
  column: string;
  /** What the cell would have to be: said, never written. */
  fitting: number;
  /** What it is. */
  actual: number;
}

/** The crossings of a form, by the key of the row (adding columns) and of the column (adding rows) that break there. */
export interface Crossings {
  byRow: ReadonlyMap<string, Crossing>;
  byColumn: ReadonlyMap<string, Crossing>;
}

/**
 * Where one wrong cell explains a broken row and a broken column at once: both are off by the same amount in that cell.
 * A row or column that could be explained by more than one cell is left out: then nothing says which is wrong.
 */
export function crossingsOf(form: Form): Crossings {
  const columns = columnGaps(form).filter((g) => gapSize(g));
  const rows = columns.length === 0 ? [] : rowGaps(form).filter((g) => gapSize(g));
  const found: Crossing[] = [];
  for (const row of rows)
    for (const column of columns) {
      const cell = meeting(form, row, column);
      if (cell) found.push(cell);
    }
  const count = (key: 'row' | 'column', value: string): number => found.filter((c) => c[key] === value).length;
  const sole = found.filter((c) => count('row', c.row) === 1 && count('column', c.column) === 1);
  return { byRow: new Map(sole.map((c) => [c.row, c])), byColumn: new Map(sole.map((c) => [c.column, c])) };
}

function meeting(form: Form, rowGap: Gap, columnGap: Gap): Crossing | null {
  const { row } = rowGap;
  const { column } = columnGap;
  const inRow = sideOf(rowGap, row, column);
  const inColumn = sideOf(columnGap, row, column);
  if (inRow === 0 || inColumn === 0) return null;
  const excess = inRow * (gapSize(rowGap) ?? 0);
  if (excess !== inColumn * (gapSize(columnGap) ?? 0)) return null;
  const amount = form.amount(row, column);
  if (amount.state !== 'given' || amount.value - excess < 0) return null;
  return { row, column, fitting: amount.value - excess, actual: amount.value };
}

/** 1 where the cell is the total of the gap, -1 where it is a part, 0 where it is neither. */
function sideOf(gap: Gap, row: string, column: string): -1 | 0 | 1 {
  if (gap.row === row && gap.column === column) return 1;
  return gap.parts.some((p) => p.row === row && p.column === column) ? -1 : 0;
}
