import type { Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import { parseAreaName } from '../model/address';

/** Longest formula that is looked at; sums that clerks write are short. */
const LONGEST = 400;
/** Cells that one sum may take in. */
const LARGEST = 10_000;

/**
 * The value of a formula that only adds cells of the same sheet: "SUM(D7:F7)", "D7+E7+F7", "SUM(D7,F7)".
 * Null for any other formula, or where a cell it adds holds an error or another formula without a value.
 */
export function sumOfFormula(formula: string, view: GridView): number | null {
  if (formula.length > LONGEST) return null;
  const bare = formula.replace(/\s+/g, '').replace(/^\+/, '').toUpperCase();
  const inner = /^SUM\(([^()]*)\)$/.exec(bare);
  const parts = inner ? inner[1]!.split(/[,;]/) : bare.split('+');
  let sum = 0;
  for (const part of parts) {
    if (/^\d+(\.\d+)?$/.test(part)) {
      sum += Number(part);
      continue;
    }
    const area = parseAreaName(part);
    if (!area || (!inner && part.includes(':'))) return null;
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > LARGEST) return null;
    for (let r = area.top; r <= area.bottom; r++) {
      for (let c = area.left; c <= area.right; c++) {
        const value = addend(view.at(r, c));
        if (value === null) return null;
        sum += value;
      }
    }
  }
  return sum;
}

/** What Excel's SUM takes from a cell: text and blanks count as nothing, errors spoil the sum. */
function addend(cell: Cell | undefined): number | null {
  if (!cell) return 0;
  if (cell.kind === 'error' || (cell.noCachedValue && cell.formula)) return null;
  return cell.kind === 'number' ? Number(cell.value) : 0;
}
