import type { Area } from '../../src/core/model/grid';
import { cellProperties, lineProperties, setCellProperties } from './cell-properties';
import { moveFormula, shiftArea, shiftFormulas } from './formula-edits';
import { cellKey, colOf, inside, rowOf, shiftCell, wholeCols, wholeRows, type CellState } from './grid-store';
import type { ExcelHost } from './host';
import { rangeObject, type RangeObject, type TypeDef } from './objects';
import { asRange } from './range-moves';
import { height, intersect, isCell, sameArea, width } from './references';
import type { SheetState } from './state';
import { refuse } from './wire';

function merge(o: RangeObject, across: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, o.area);
  const { sheet, area } = o;
  const parts: Area[] = across
    ? Array.from({ length: height(area) }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i }))
    : [area];
  for (const merged of parts) {
    // A merge swallows the merges it covers; one that crosses its border would be refused by Excel.
    const touching = sheet.merges.filter((m) => intersect(m, merged));
    if (touching.some((m) => !sameArea(intersect(m, merged)!, m))) throw refuse.operation();
    sheet.merges = sheet.merges.filter((m) => !touching.includes(m));
    if (isCell(merged)) continue;
    sheet.merges.push(merged);
    // Excel keeps the first value it meets, reading by rows, and moves it to the corner.
    const keys = sheet.grid.keysIn(sheet.grid.cells, merged).sort((a, b) => a - b);
    const kept = keys.length ? sheet.grid.cells.get(keys[0]!) : undefined;
    for (const key of keys) sheet.grid.cells.delete(key);
    if (kept) sheet.grid.cells.set(cellKey(merged.top, merged.left), kept);
  }
  host.changed(sheet, area);
}

function clear(o: RangeObject, what: string, host: ExcelHost): void {
  const { sheet, area } = o;
  host.guardSheet(sheet, area, what === 'Formats' ? 'allowFormatCells' : undefined);
  if (!['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'].includes(what)) throw refuse.argument();
  if (what === 'All' || what === 'Contents') sheet.grid.clearCells(area);
  if (what === 'All' || what === 'Formats') {
    sheet.grid.clearStyles(area);
    sheet.merges = sheet.merges.filter((m) => !intersect(m, area));
    sheet.conditional = sheet.conditional.filter(
      (cf) =>
        !cf.areas.every((a) => {
          const i = intersect(a, area);
          return i !== null && sameArea(i, a);
        }),
    );
  }
  if (what !== 'Contents' && what !== 'Formats')
    for (const key of sheet.grid.keysIn(sheet.links, area)) sheet.links.delete(key);
  if (what === 'All' || what === 'Contents') host.changed(sheet, area);
}

/** Moves everything the sheet hangs on its cells along with them. */
function shift(o: RangeObject, rows: boolean, remove: boolean, host: ExcelHost): void {
  const { sheet, area } = o;
  const whole = rows ? wholeRows(area) : wholeCols(area);
  host.guardSheet(
    sheet,
    undefined,
    whole ? `allow${remove ? 'Delete' : 'Insert'}${rows ? 'Rows' : 'Columns'}` : undefined,
  );
  const direction = rows ? 'rows' : 'cols';
  sheet.grid.shift(area, direction, remove);
  const move = (row: number, col: number): { row: number; col: number } | null =>
    shiftCell(row, col, area, direction, remove);
  sheet.links = new Map(
    [...sheet.links].flatMap(([key, link]) => {
      const to = move(rowOf(key), colOf(key));
      return to ? [[cellKey(to.row, to.col), link] as const] : [];
    }),
  );
  sheet.comments = sheet.comments.flatMap((c) => {
    const to = move(c.row, c.col);
    return to ? [{ ...c, ...to }] : [];
  });
  sheet.merges = sheet.merges.flatMap((m) => shiftArea(m, area, rows, remove));
  for (const cf of sheet.conditional) cf.areas = cf.areas.flatMap((a) => shiftArea(a, area, rows, remove));
  if (whole) shiftSizes(sheet, area, rows, remove);
  shiftFormulas(host, sheet, area, rows, remove);
  const type = `${rows ? 'Row' : 'Column'}${remove ? 'Deleted' : 'Inserted'}`;
  const cellType = remove ? 'CellDeleted' : 'CellInserted';
  host.changed(sheet, area, {
    changeType: whole ? type : cellType,
    shiftDirection: `ShiftCell${rows ? (remove ? 'Up' : 'Down') : remove ? 'Left' : 'Right'}`,
  });
}

function shiftSizes(sheet: SheetState, area: Area, rows: boolean, remove: boolean): void {
  const from = rows ? area.top : area.left;
  const size = rows ? height(area) : width(area);
  const to = (i: number): number | null => (i < from ? i : remove ? (i < from + size ? null : i - size) : i + size);
  const sizes = rows ? sheet.rowHeights : sheet.colWidths;
  const next = [...sizes].flatMap(([i, v]) => {
    const at = to(i);
    return at === null ? [] : [[at, v] as const];
  });
  sizes.clear();
  for (const [i, v] of next) sizes.set(i, v);
  const hidden = rows ? sheet.hiddenRows : sheet.hiddenCols;
  const list = [...hidden].map(to).filter((i): i is number => i !== null);
  hidden.clear();
  for (const i of list) hidden.add(i);
}

/**
 * Range.copyFrom: kind All, Values, Formulas or Formats. A smaller source is repeated over the target as Excel does.
 */
function copyFrom(o: RangeObject, args: unknown[], host: ExcelHost): void {
  const [source, kind = 'All', skipBlanks = false, transpose = false] = args;
  if (transpose) throw refuse.notSimulated('Range.copyFrom with transpose');
  host.calc.settle();
  const from = asRange(source, o.sheet, host);
  const rows = Math.max(height(o.area), height(from.area));
  const cols = Math.max(width(o.area), width(from.area));
  const target: Area = { ...o.area, bottom: o.area.top + rows - 1, right: o.area.left + cols - 1 };
  host.guardSheet(o.sheet, target);
  const taken: {
    row: number;
    col: number;
    cell?: CellState;
    style: ReturnType<SheetState['grid']['styleAt']>;
    dr: number;
    dc: number;
  }[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      const [sr, sc] = [from.area.top + (r % height(from.area)), from.area.left + (c % width(from.area))];
      const [row, col] = [target.top + r, target.left + c];
      taken.push({
        row,
        col,
        cell: from.sheet.grid.at(sr, sc),
        style: from.sheet.grid.styleAt(sr, sc),
        dr: row - sr,
        dc: col - sc,
      });
    }
  for (const { row, col, cell, style, dr, dc } of taken) {
    if (kind !== 'Values' && kind !== 'Formulas') o.sheet.grid.setStyle(row, col, style);
    if (kind === 'Formats' || (skipBlanks && !cell)) continue;
    const formula = kind !== 'Values' && cell?.f !== undefined ? { f: moveFormula(cell.f, dr, dc) } : {};
    if (cell)
      o.sheet.grid.cells.set(cellKey(row, col), { v: cell.v, ...(cell.error ? { error: true } : {}), ...formula });
    else o.sheet.grid.cells.delete(cellKey(row, col));
  }
  if (kind === 'All' || kind === 'Formats') {
    const inner = from.sheet.merges.filter(
      (m) => inside(from.area, m.top, m.left) && inside(from.area, m.bottom, m.right),
    );
    const [dr, dc] = [target.top - from.area.top, target.left - from.area.left];
    o.sheet.merges = [
      ...o.sheet.merges.filter((m) => !intersect(m, target)),
      ...inner.map((m) => ({ top: m.top + dr, bottom: m.bottom + dr, left: m.left + dc, right: m.right + dc })),
    ];
  }
  host.changed(o.sheet, target);
}

/** Calls that change cells. */
export const rangeEdits: NonNullable<TypeDef<RangeObject>['call']> = {
  Merge: (o, [across], host) => merge(o, across, host),
  Unmerge: (o, _, host) => {
    host.guardSheet(o.sheet, o.area);
    o.sheet.merges = o.sheet.merges.filter((m) => !intersect(m, o.area));
  },
  Clear: (o, [what], host) => clear(o, String(what ?? 'All'), host),
  Delete: (o, [direction], host) => {
    if (direction !== 'Up' && direction !== 'Left') throw refuse.argument();
    shift(o, direction === 'Up', true, host);
  },
  Insert: (o, [direction], host) => {
    if (direction !== 'Down' && direction !== 'Right') throw refuse.argument();
    shift(o, direction === 'Down', false, host);
    return rangeObject(o.sheet, o.area);
  },
  CopyFrom: (o, args, host) => copyFrom(o, args, host),
  GetCellProperties: (o, [options]) => cellProperties(o, options),
  GetDisplayedCellProperties: (o, [options]) => cellProperties(o, options),
  GetRowProperties: (o, [options]) => lineProperties(o, options, true),
  GetColumnProperties: (o, [options]) => lineProperties(o, options, false),
  SetCellProperties: (o, [rows], host) => setCellProperties(o, rows, host),
};
