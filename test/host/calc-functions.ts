import type { Calculator } from './calc';
import { BAD_VALUE, DIV0, ErrorValue, RangeValue, toNumber, type Value } from './calc-values';
import { isHidden } from './visibility';

/** Arguments come unevaluated, so that IF and IFERROR look only at what they need. */
type Fn = (args: (() => Value)[], calc: Calculator) => Value;

/** Numbers among the arguments: in blocks only real numbers count, typed directly also "12" and TRUE. */
function numbers(args: (() => Value)[], calc: Calculator): number[] | ErrorValue {
  const list: number[] = [];
  for (const arg of args) {
    const value = arg();
    if (!(value instanceof RangeValue)) {
      const n = toNumber(value);
      if (n instanceof ErrorValue) return n;
      list.push(n);
      continue;
    }
    for (const { value: v } of calc.cells(value)) {
      if (v instanceof ErrorValue) return v;
      if (typeof v === 'number') list.push(v);
    }
  }
  return list;
}

const aggregate =
  (fold: (list: number[]) => Value): Fn =>
  (args, calc) => {
    const list = numbers(args, calc);
    return list instanceof ErrorValue ? list : fold(list);
  };

/** Sums the way Excel shows them: without the dust of binary fractions in the last digit. */
const sum = (list: number[]): number => Number(list.reduce((a, b) => a + b, 0).toPrecision(15));
const average = (list: number[]): Value => (list.length ? sum(list) / list.length : DIV0);

const FOLDS: Record<number, (list: number[]) => Value> = {
  1: average,
  2: (l) => l.length,
  4: (l) => (l.length ? Math.max(...l) : 0),
  5: (l) => (l.length ? Math.min(...l) : 0),
  9: sum,
};

/** SUBTOTAL: 1xx codes skip hidden rows, all codes skip rows a filter hides and cells that are SUBTOTALs themselves. */
const subtotal: Fn = (args, calc) => {
  const code = toNumber(calc.scalar(args[0]?.() ?? null));
  if (code instanceof ErrorValue) return code;
  const fold = FOLDS[code % 100];
  if (!fold) return BAD_VALUE;
  const list: number[] = [];
  for (const arg of args.slice(1)) {
    const range = arg();
    if (!(range instanceof RangeValue)) return BAD_VALUE;
    for (const { value, row, formula } of calc.cells(range)) {
      if (/^=\s*SUBTOTAL\(/i.test(formula ?? '') || isHidden(range.sheet, row, code > 100)) continue;
      if (value instanceof ErrorValue) return value;
      if (typeof value === 'number') list.push(value);
    }
  }
  return fold(list);
};

const truth = (value: Value, calc: Calculator): boolean | ErrorValue => {
  const v = calc.scalar(value);
  const n = typeof v === 'boolean' ? Number(v) : toNumber(v);
  return n instanceof ErrorValue ? n : n !== 0;
};

const logical =
  (join: (list: boolean[]) => boolean): Fn =>
  (args, calc) => {
    const list: boolean[] = [];
    for (const arg of args) {
      const t = truth(arg(), calc);
      if (t instanceof ErrorValue) return t;
      list.push(t);
    }
    return join(list);
  };

const one =
  (apply: (n: number, second: number) => number): Fn =>
  (args, calc) => {
    const [n, second] = [0, 1].map((i) => toNumber(calc.scalar(args[i]?.() ?? null))) as [
      number | ErrorValue,
      number | ErrorValue,
    ];
    if (n instanceof ErrorValue) return n;
    return second instanceof ErrorValue ? second : apply(n, second);
  };

const round = (n: number, places: number): number =>
  Math.sign(n) * Number(`${Math.round(Number(`${Math.abs(n)}e${places}`))}e${-places}`);

const count =
  (wanted: (v: unknown) => boolean): Fn =>
  (args, calc) => {
    let n = 0;
    for (const arg of args) {
      const value = arg();
      if (value instanceof RangeValue) {
        for (const cell of calc.cells(value)) if (wanted(cell.value)) n += 1;
      } else if (wanted(value)) n += 1;
    }
    return n;
  };

export const FUNCTIONS: Record<string, Fn> = {
  SUM: aggregate(sum),
  AVERAGE: aggregate(average),
  MAX: aggregate(FOLDS[4]!),
  MIN: aggregate(FOLDS[5]!),
  PRODUCT: aggregate((l) => l.reduce((a, b) => a * b, 1)),
  COUNT: count((v) => typeof v === 'number'),
  COUNTA: count((v) => v !== null),
  SUBTOTAL: subtotal,
  IF: (args, calc) => {
    const t = truth(args[0]?.() ?? null, calc);
    if (t instanceof ErrorValue) return t;
    return t ? (calc.scalar(args[1]?.() ?? null) ?? 0) : args[2] ? (calc.scalar(args[2]()) ?? 0) : false;
  },
  IFERROR: (args, calc) => {
    const value = calc.scalar(args[0]?.() ?? null);
    return value instanceof ErrorValue ? (calc.scalar(args[1]?.() ?? null) ?? 0) : (value ?? 0);
  },
  ISNUMBER: (args, calc) => typeof calc.scalar(args[0]?.() ?? null) === 'number',
  ISBLANK: (args, calc) => calc.scalar(args[0]?.() ?? null) === null,
  ISERROR: (args, calc) => calc.scalar(args[0]?.() ?? null) instanceof ErrorValue,
  AND: logical((l) => l.every(Boolean)),
  OR: logical((l) => l.some(Boolean)),
  NOT: logical((l) => !l[0]),
  ABS: one(Math.abs),
  INT: one(Math.floor),
  ROUND: one(round),
  HYPERLINK: (args, calc) => calc.scalar((args[1] ?? args[0])?.() ?? null),
};
