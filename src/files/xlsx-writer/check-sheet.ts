import { areaName, cellName } from '../../core/model/address';
import type { Area } from '../../core/model/grid';
import type { SheetPlan } from '../../core/model/output-plan';

/** Excel's last row and column, from 0. */
const [LAST_ROW, LAST_COL] = [1_048_575, 16_383];
/** Longest formula (Excel specifications and limits). */
const LONGEST_FORMULA = 8_192;

/**
 * Throws where a plan cannot be drawn without hiding or losing something: that is a bug of whoever made it, never of
 * the data.
 */
export function checkSheet(sheet: SheetPlan): void {
  const seen = new Set<number>();
  const fail = (what: string): never => {
    throw new Error(`Sheet "${sheet.name}": ${what}`);
  };
  for (const cell of sheet.cells) {
    // Names are only made where one is told: a result has hundreds of thousands of cells.
    const name = (): string => cellName(cell.row, cell.col);
    if (cell.row < 0 || cell.row > LAST_ROW || cell.col < 0 || cell.col > LAST_COL)
      fail(`cell ${name()} lies outside a sheet`);
    const key = keyOf(cell.row, cell.col);
    if (seen.has(key)) fail(`cell ${name()} is drawn twice`);
    seen.add(key);
    if (typeof cell.value === 'number' && !Number.isFinite(cell.value)) fail(`cell ${name()} holds ${cell.value}`);
    if (cell.formula !== undefined && (cell.formula === '' || cell.formula.length > LONGEST_FORMULA))
      fail(`formula of ${name()} is empty or too long`);
    if (cell.formula?.startsWith('=')) fail(`formula of ${name()} begins with "="`);
  }
  const covered = new Map<number, Area>();
  for (const area of sheet.merges) {
    for (let r = area.top; r <= area.bottom; r++) {
      for (let c = area.left; c <= area.right; c++) {
        const other = covered.get(keyOf(r, c));
        if (other) fail(`merged areas ${areaName(other)} and ${areaName(area)} overlap`);
        covered.set(keyOf(r, c), area);
      }
    }
  }
  for (const cell of sheet.cells) {
    const area = covered.get(keyOf(cell.row, cell.col));
    const anchor = !area || (area.top === cell.row && area.left === cell.col);
    if (!anchor && cell.value !== null)
      fail(`cell ${cellName(cell.row, cell.col)} would be hidden by the merged area ${areaName(area)}`);
  }
}

function keyOf(row: number, col: number): number {
  return row * (LAST_COL + 1) + col;
}
