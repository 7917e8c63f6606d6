import { parseAreaName } from '../../src/core/model/address';
import type { Cell, Grid } from '../../src/core/model/grid';

/**
 * A grid from rows of plain values; '' is blank. Numbers are stored as numbers. `at` shifts the table down and right.
 */
export function makeGrid(
  rows: readonly (readonly (string | number | null)[])[],
  options: { sheet?: string; merges?: string[]; top?: number; left?: number } = {},
): Grid {
  const { sheet = 'PL', merges = [], top = 0, left = 0 } = options;
  const cells: Cell[] = [];
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === '' || value === null) return;
      cells.push({
        row: r + top,
        col: c + left,
        kind: typeof value === 'number' ? 'number' : 'text',
        value,
        text: String(value),
      });
    }),
  );
  return {
    sheet,
    index: 0,
    visibility: 'visible',
    cells,
    merges: merges.map((m) => parseAreaName(m)!),
    hiddenRows: [],
    hiddenCols: [],
  };
}
