import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { SheetPlan } from '../../src/core/model/output-plan';

/**
 * Computes the few formulas that plans use, without looking at cached results of formulas: SUM, ROUND, + - /,
 * references, numbers.
 */
export function evaluate(sheet: SheetPlan, formula: string): number {
  const at = new Map(sheet.cells.map((c) => [`${c.row},${c.col}`, c]));
  const value = (row: number, col: number): number => {
    const cell = at.get(`${row},${col}`);
    if (cell?.formula !== undefined) return evaluate(sheet, cell.formula);
    return typeof cell?.value === 'number' ? cell.value : 0;
  };
  const sum = (args: string): number =>
    args.split(',').reduce((total, name) => {
      const area = parseAreaName(name);
      if (!area) throw new Error(`not a reference: ${name}`);
      let n = 0;
      for (let r = area.top; r <= area.bottom; r++) for (let c = area.left; c <= area.right; c++) n += value(r, c);
      return total + n;
    }, 0);
  const plain = formula
    .replace(/SUM\(([^)]*)\)/g, (_, args: string) => `(${sum(args)})`)
    .replace(/[A-Z]+\d+/g, (name) => {
      const p = parseCellName(name)!;
      return `(${value(p.row, p.col)})`;
    });
  return arithmetic(plain);
}

function arithmetic(text: string): number {
  const round = /^ROUND\((.*),(\d+)\)$/.exec(text);
  if (round) return Number(arithmetic(round[1]!).toFixed(Number(round[2])));
  const numbers = text.replace(/[()]/g, '');
  if (!/^-?[\d.e-]+([+\-/]-?[\d.e-]+)*$/.test(numbers)) throw new Error(`cannot compute ${text}`);
  const terms = numbers.match(/(^-?|[+\-/]-?)[\d.]+(e-?\d+)?/g) ?? [];
  return terms.reduce(
    (n, term) =>
      term.startsWith('/') ? n / Number(term.slice(1)) : n + Number(term.replace(/^\+/, '').replace('--', '')),
    0,
  );
}
