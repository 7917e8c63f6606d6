import { isReference, parseFormula, type Node } from './calc-parse';
import { FUNCTIONS } from './calc-functions';
import { BAD_VALUE, DIV0, ErrorValue, RangeValue, toNumber, type Value } from './calc-values';
import { rowOf, sizeOf, type CellState, type Scalar } from './grid-store';
import type { ExcelHost } from './host';
import type { SheetState } from './state';
import { HostError } from './wire';

const BAD_NAME = new ErrorValue('#NAME?');
const BAD_REF = new ErrorValue('#REF!');
const ERROR_CODES = /^#(DIV\/0!|VALUE!|NAME\?|REF!|N\/A|NUM!|NULL!)$/;

/** Recalculates a workbook when somebody looks. Enough for the formulas the add-in writes, and a few more. */
export class Calculator {
  private stale = true;
  private frozen = false;
  private running = new Set<CellState>();
  private fresh = new Set<CellState>();
  private circular = new Set<CellState>();
  private readonly trees = new Map<string, Node | null>();
  /** Formulas that are not understood; a test that relies on one should look here. */
  readonly notUnderstood = new Set<string>();

  constructor(readonly host: ExcelHost) {}

  touch(): void {
    this.stale = true;
  }

  /** Brings every formula up to date, unless calculation is manual. */
  settle(force = false): void {
    if (!this.stale || this.frozen || (!force && this.host.state.calculationMode === 'Manual')) return;
    this.stale = false;
    this.frozen = true;
    this.fresh = new Set();
    this.circular = new Set();
    for (const sheet of this.host.state.sheets)
      for (const cell of sheet.grid.cells.values()) if (cell.f !== undefined) this.update(cell, sheet);
    this.frozen = false;
  }

  private update(cell: CellState, sheet: SheetState): void {
    if (this.fresh.has(cell)) return;
    if (this.running.has(cell)) {
      this.circular.add(cell);
      this.store(cell, 0);
      return;
    }
    this.running.add(cell);
    const tree = this.tree(cell.f!);
    const result = tree ? (this.scalar(this.evaluate(tree, sheet)) ?? 0) : BAD_NAME;
    // A cell that stands on itself shows 0.
    this.store(cell, this.circular.has(cell) ? 0 : result);
    this.running.delete(cell);
    this.fresh.add(cell);
  }

  private store(cell: CellState, value: Scalar | ErrorValue): void {
    cell.v = value instanceof ErrorValue ? value.code : value;
    if (value instanceof ErrorValue) cell.error = true;
    else delete cell.error;
  }

  private tree(formula: string): Node | null {
    let tree = this.trees.get(formula);
    if (tree === undefined) {
      this.trees.set(formula, (tree = parseFormula(formula)));
      if (!tree) this.notUnderstood.add(formula);
    }
    return tree;
  }

  /** The value of a cell, calculated if need be; null where blank. */
  read(sheet: SheetState, row: number, col: number): Scalar | null | ErrorValue {
    return this.value(sheet.grid.at(row, col), sheet);
  }

  private value(cell: CellState | undefined, sheet: SheetState): Scalar | null | ErrorValue {
    if (!cell) return null;
    if (cell.f !== undefined) this.update(cell, sheet);
    return cell.error || (typeof cell.v === 'string' && ERROR_CODES.test(cell.v))
      ? new ErrorValue(String(cell.v))
      : cell.v;
  }

  /** Every filled cell of a block, in no particular order, with its row (SUBTOTAL skips hidden ones) and formula. */
  *cells(range: RangeValue): Generator<{ value: Scalar | ErrorValue; row: number; formula?: string }> {
    const { grid } = range.sheet;
    for (const key of grid.keysIn(grid.cells, range.area)) {
      const cell = grid.cells.get(key)!;
      const value = this.value(cell, range.sheet);
      if (value !== null && (value !== '' || cell.f !== undefined)) yield { value, row: rowOf(key), formula: cell.f };
    }
  }

  evaluate(node: Node, sheet: SheetState): Value {
    switch (node.kind) {
      case 'number':
      case 'string':
      case 'boolean':
        return node.value;
      case 'error':
        return new ErrorValue(node.value);
      case 'reference':
        return this.reference(node.text, sheet);
      case 'unary':
        return this.unary(node.op, this.scalar(this.evaluate(node.of, sheet)));
      case 'binary':
        return binary(
          node.op,
          this.scalar(this.evaluate(node.left, sheet)),
          this.scalar(this.evaluate(node.right, sheet)),
        );
      default:
        break;
    }
    const fn = FUNCTIONS[node.name];
    if (fn)
      return fn(
        node.args.map((arg) => () => this.evaluate(arg, sheet)),
        this,
      );
    this.notUnderstood.add(node.name);
    return BAD_NAME;
  }

  private reference(text: string, sheet: SheetState): Value {
    try {
      const found = this.host.reference(text, sheet);
      return new RangeValue(found.sheet, found.area);
    } catch (e) {
      if (!(e instanceof HostError)) throw e;
      return isReference(text) ? BAD_REF : BAD_NAME;
    }
  }

  /** One value: a block of one cell gives its value, a larger one #VALUE!. */
  scalar(value: Value): Scalar | null | ErrorValue {
    if (!(value instanceof RangeValue)) return value;
    return sizeOf(value.area) === 1 ? this.read(value.sheet, value.area.top, value.area.left) : BAD_VALUE;
  }

  private unary(op: string, value: Scalar | null | ErrorValue): Value {
    const n = toNumber(value);
    return n instanceof ErrorValue ? n : op === '-' ? -n : op === '%' ? n / 100 : n;
  }
}

function binary(op: string, a: Scalar | null | ErrorValue, b: Scalar | null | ErrorValue): Value {
  if (a instanceof ErrorValue) return a;
  if (b instanceof ErrorValue) return b;
  if (op === '&') return show(a) + show(b);
  if (POWERLESS.has(op)) return compare(op, a, b);
  const [x, y] = [toNumber(a), toNumber(b)];
  if (x instanceof ErrorValue) return x;
  if (y instanceof ErrorValue) return y;
  if (op === '/' && y === 0) return DIV0;
  const result = op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : op === '/' ? x / y : x ** y;
  return Number.isFinite(result) ? result : new ErrorValue('#NUM!');
}

const POWERLESS = new Set(['=', '<>', '<', '>', '<=', '>=']);
const show = (v: Scalar | null): string =>
  v === null ? '' : typeof v === 'boolean' ? String(v).toUpperCase() : String(v);
const rank = (v: Scalar): number => (typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2);

/** Excel compares fifteen digits, so 0.1+0.2=0.3 holds. */
function compare(op: string, left: Scalar | null, right: Scalar | null): boolean {
  const a = left ?? (typeof right === 'string' ? '' : typeof right === 'boolean' ? false : 0);
  const b = right ?? (typeof a === 'string' ? '' : typeof a === 'boolean' ? false : 0);
  const [x, y] = [a, b].map((v) =>
    typeof v === 'string' ? v.toLowerCase() : typeof v === 'number' ? Number(v.toPrecision(15)) : v,
  ) as [Scalar, Scalar];
  const order = rank(a) !== rank(b) ? rank(a) - rank(b) : x < y ? -1 : x > y ? 1 : 0;
  return op === '='
    ? order === 0
    : op === '<>'
      ? order !== 0
      : op === '<'
        ? order < 0
        : op === '>'
          ? order > 0
          : op === '<='
            ? order <= 0
            : order >= 0;
}
