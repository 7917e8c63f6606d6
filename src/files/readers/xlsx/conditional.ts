import { parseAreaName, parseCellName } from '../../../core/model/address';
import type { Area, Cell } from '../../../core/model/grid';
import type { XmlCursor } from '../../xml/xml-cursor';

/** A rule that gives cells another look under a condition. */
export interface ConditionalRule {
  areas: Area[];
  type: string;
  operator: string;
  formulas: string[];
  look: number;
}

/** Cells times rules that are looked at; a form of 60 rows with ten rules has some thousand. */
const MOST_LOOKS = 20_000_000;
const MOST_RULES = 1_000;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const COMPARED = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(=|<>|<=|>=|<|>)(-?\d+(?:\.\d+)?)$/;
const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** Reads the `<conditionalFormatting>` at the cursor. */
export function readConditional(cursor: XmlCursor, into: ConditionalRule[]): void {
  const areas = (cursor.attribute('sqref') ?? '')
    .split(/\s+/, MOST_RULES)
    .map(parseAreaName)
    .filter((a) => a !== null);
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('cfRule') || into.length >= MOST_RULES) continue;
    const look = cursor.attribute('dxfId');
    const rule: ConditionalRule = {
      areas,
      type: cursor.attribute('type') ?? '',
      operator: cursor.attribute('operator') ?? '',
      formulas: [],
      look: look === null ? -1 : Number(look),
    };
    const inside = cursor.depth;
    while (cursor.nextChild(inside)) if (cursor.is('formula')) rule.formulas.push(cursor.text().trim());
    if (areas.length > 0) into.push(rule);
  }
}

/**
 * Marks the cells that a rule hides, where its condition is one that can be told here: a comparison with a number, or
 * one that always holds. A hidden 0 is how forms show blanks, and is not marked.
 */
export function markHidden(
  cells: readonly Cell[],
  rules: readonly ConditionalRule[],
  hiding: (look: number) => boolean,
): void {
  const active = rules.filter((r) => hiding(r.look));
  if (active.length === 0 || active.length * cells.length > MOST_LOOKS) return;
  const places = new Map(cells.map((c) => [`${c.row},${c.col}`, c]));
  for (const rule of active) {
    const [first] = rule.areas;
    for (const cell of cells) {
      if (
        cell.value === 0 ||
        cell.value === '' ||
        !rule.areas.some((a) => cell.row >= a.top && cell.row <= a.bottom && cell.col >= a.left && cell.col <= a.right)
      )
        continue;
      if (holds(rule, cell, (row, col) => places.get(`${row},${col}`), first!)) cell.invisible = true;
    }
  }
}

function holds(
  rule: ConditionalRule,
  cell: Cell,
  at: (row: number, col: number) => Cell | undefined,
  origin: Area,
): boolean {
  const [a = '', b = ''] = rule.formulas;
  if (rule.type === 'cellIs') {
    if (typeof cell.value !== 'number' || !NUMBER.test(a)) return false;
    const sign = SIGNS[rule.operator];
    if (sign) return compare(cell.value, sign, Number(a));
    if (!NUMBER.test(b)) return false;
    const between = cell.value >= Math.min(Number(a), Number(b)) && cell.value <= Math.max(Number(a), Number(b));
    return rule.operator === 'between' ? between : rule.operator === 'notBetween' && !between;
  }
  if (rule.type !== 'expression') return false;
  if (/^(?:TRUE(?:\(\))?|1)$/i.test(a)) return true;
  const m = COMPARED.exec(a);
  const named = m && parseCellName(`${m[2]!}${m[4]!}`);
  if (!m || !named) return false;
  const other = at(
    m[3] ? named.row : named.row + cell.row - origin.top,
    m[1] ? named.col : named.col + cell.col - origin.left,
  );
  const value = other === undefined ? 0 : other.value;
  return typeof value === 'number' && compare(value, m[5]!, Number(m[6]));
}

function compare(a: number, sign: string, b: number): boolean {
  switch (sign) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    default:
      return a >= b;
  }
}
