import { columnName } from '../../src/core/model/address';
import type { Area } from '../../src/core/model/grid';
import { isReference, tokenize } from './calc-parse';
import { MAX_COLS, MAX_ROWS, shiftCell } from './grid-store';
import type { ExcelHost } from './host';
import { parseLocal, quoteSheet, splitReference } from './references';
import type { SheetState } from './state';

const GONE = '#REF!';
/** One corner of a reference: "$", column letters, "$", row; either half may be missing ("A:C", "3:5"). */
const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/**
 * Changes each reference of a formula; `change` gets the sheet it names (undefined: its own) and the local part, and
 * answers the whole new reference.
 */
function mapReferences(formula: string, change: (sheet: string | undefined, local: string) => string): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) return formula;
  return `=${tokens
    .map((token) => {
      if (!isReference(token)) return token;
      const { sheet, local } = splitReference(token);
      return change(sheet, local);
    })
    .join('')}`;
}

const prefix = (sheet: string | undefined): string => (sheet === undefined ? '' : `${quoteSheet(sheet)}!`);

/** A formula as it reads when copied so many rows and columns further: relative references move, "$" ones stay. */
export function moveFormula(formula: string, rows: number, cols: number): string {
  return mapReferences(formula, (sheet, local) => {
    const corners = local.split(':').map((text) => {
      const [, colFixed = '', letters = '', rowFixed = '', digits = ''] = CORNER.exec(text) ?? [];
      const col = letters ? parseLocal(`${letters}1`)!.left + (colFixed ? 0 : cols) : 0;
      const row = digits ? Number(digits) - 1 + (rowFixed ? 0 : rows) : 0;
      if (row < 0 || col < 0 || row >= MAX_ROWS || col >= MAX_COLS) return GONE;
      return colFixed + (letters ? columnName(col) : '') + rowFixed + (digits ? String(row + 1) : '');
    });
    return prefix(sheet) + (corners.includes(GONE) ? GONE : corners.join(':'));
  });
}

/** Writes an area in the manner of an older reference: same "$", same kind (cells, whole rows, whole columns). */
function like(local: string, area: Area): string {
  const ends = [
    { row: area.top, col: area.left },
    { row: area.bottom, col: area.right },
  ];
  return local
    .split(':')
    .map((text, i) => {
      const [, a = '', letters = '', b = '', digits = ''] = CORNER.exec(text) ?? [];
      const end = ends[i]!;
      return a + (letters ? columnName(end.col) : '') + b + (digits ? String(end.row + 1) : '');
    })
    .join(':');
}

function everyFormula(host: ExcelHost, change: (formula: string, home: SheetState) => string): void {
  for (const home of host.state.sheets) {
    for (const cell of home.grid.cells.values()) if (cell.f !== undefined) cell.f = change(cell.f, home);
    for (const name of home.names) name.formula = change(name.formula, home);
  }
  for (const name of host.state.names) name.formula = change(name.formula, host.state.active);
  host.calc.touch();
}

/** Follows cells that moved because an area of `sheet` was inserted or removed. */
export function shiftFormulas(host: ExcelHost, sheet: SheetState, by: Area, rows: boolean, remove: boolean): void {
  everyFormula(host, (formula, home) =>
    mapReferences(formula, (named, local) => {
      const about = named === undefined ? home : host.findSheet(named);
      const area = about === sheet ? parseLocal(local) : null;
      if (!area) return prefix(named) + local;
      const [next] = shiftArea(area, by, rows, remove);
      return prefix(named) + (next ? like(local, next) : GONE);
    }),
  );
}

/** Follows a renamed sheet; with no new name it is gone and references to it become #REF!. */
export function renameInFormulas(host: ExcelHost, from: string, to: string | null): void {
  everyFormula(host, (formula) =>
    mapReferences(formula, (named, local) => {
      if (named?.toLowerCase() !== from.toLowerCase()) return prefix(named) + local;
      return to === null ? GONE : prefix(to) + local;
    }),
  );
}

/** An area after cells were inserted or removed: moved, grown, shrunk, or gone. */
export function shiftArea(area: Area, by: Area, rows: boolean, remove: boolean): Area[] {
  const first = shiftCell(area.top, area.left, by, rows ? 'rows' : 'cols', false);
  if (!remove) {
    const last = shiftCell(area.bottom, area.right, by, rows ? 'rows' : 'cols', false)!;
    return [
      {
        top: first!.row,
        left: first!.col,
        bottom: Math.min(last.row, MAX_ROWS - 1),
        right: Math.min(last.col, MAX_COLS - 1),
      },
    ];
  }
  const [near, far] = rows ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const covered = rows
    ? by.left <= area.left && by.right >= area.right
    : by.top <= area.top && by.bottom >= area.bottom;
  if (!covered) return [area];
  const size = by[far] - by[near] + 1;
  const place = (i: number, up: boolean): number =>
    i < by[near] ? i : i > by[far] ? i - size : up ? by[near] : by[near] - 1;
  const next = { ...area, [near]: place(area[near], true), [far]: place(area[far], false) };
  return next[near] <= next[far] ? [next] : [];
}
