import type { Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import { parseAreaName } from '../model/address';

/** Longest formula that is looked at; sums that clerks write are short. */
const LONGEST = 400;
/** Cells that one sum may take in, those of the formulas that it refers to included. */
const LARGEST = 10_000;
/** Formulas that refer to each other in a row: a total of totals of totals has three. */
const DEEPEST = 20;

interface Work {
  view: GridView;
  /** Cells still allowed to be looked at. */
  left: number;
  /** Formulas without a stored result, by cell; null while one is being computed (a circle) and where it cannot be. */
  known: Map<Cell, number | null>;
}

/**
 * The value of a formula that only adds and takes away numbers and cells of the same sheet: "SUM(D7:F7)", "D7+E7+F7",
 * "SUM(D7,F7)", "3+1", "E11-2". Formulas without a stored result that it refers to are computed likewise. Null for any
 * other formula, for a circle, or where a cell it adds holds an error.
 */
export function sumOfFormula(formula: string, view: GridView): number | null {
  return compute(formula, { view, left: LARGEST, known: new Map() }, 0);
}

function compute(formula: string, work: Work, depth: number): number | null {
  if (formula.length > LONGEST || depth > DEEPEST) return null;
  const bare = formula.replace(/\s+/g, '').replace(/\$/g, '').toUpperCase();
  // Terms with their signs: "+3", "-E11", "+SUM(D7:F7)"; what is left over is no sum.
  const terms = bare.match(/[+-]?(?:SUM\([^()]*\)|[^+\-()]+)/g) ?? [];
  if (terms.length === 0 || terms.join('') !== bare) return null;
  let sum = 0;
  for (const term of terms) {
    const value = termValue(term.replace(/^[+-]/, ''), work, depth);
    if (value === null) return null;
    sum += term.startsWith('-') ? -value : value;
  }
  return sum;
}

function termValue(term: string, work: Work, depth: number): number | null {
  const inner = /^SUM\(([^()]*)\)$/.exec(term);
  if (!inner) return /^\d+(\.\d+)?$/.test(term) ? Number(term) : areaSum(term, false, work, depth);
  let sum = 0;
  for (const part of inner[1]!.split(/[,;]/)) {
    const value = /^-?\d+(\.\d+)?$/.test(part) ? Number(part) : areaSum(part, true, work, depth);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function areaSum(name: string, range: boolean, work: Work, depth: number): number | null {
  const area = parseAreaName(name);
  if (!area || (!range && name.includes(':'))) return null;
  work.left -= (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (work.left < 0) return null;
  let sum = 0;
  for (let r = area.top; r <= area.bottom; r++) {
    for (let c = area.left; c <= area.right; c++) {
      const value = addend(work.view.at(r, c), work, depth);
      if (value === null) return null;
      sum += value;
    }
  }
  return sum;
}

/** What Excel's SUM takes from a cell: text and blanks count as nothing, errors spoil the sum. */
function addend(cell: Cell | undefined, work: Work, depth: number): number | null {
  if (!cell) return 0;
  if (cell.kind === 'error') return null;
  if (cell.noCachedValue && cell.formula !== undefined) {
    const known = work.known.get(cell);
    if (known !== undefined) return known;
    work.known.set(cell, null);
    const value = compute(cell.formula, work, depth + 1);
    work.known.set(cell, value);
    return value;
  }
  return cell.kind === 'number' ? Number(cell.value) : 0;
}
