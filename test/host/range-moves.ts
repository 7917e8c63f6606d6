import type { Area } from '../../src/core/model/grid';
import { cellKey, MAX_COLS, MAX_ROWS } from './grid-store';
import type { ExcelHost } from './host';
import { areasObject, NULL, rangeObject, type RangeObject, type TypeDef } from './objects';
import { checkedArea, height, intersect, width } from './references';
import type { SheetState } from './state';
import { refuse } from './wire';

/** A range given as an object or as text, on the sheet at hand. */
export function asRange(value: unknown, sheet: SheetState, host: ExcelHost): { sheet: SheetState; area: Area } {
  if (typeof value === 'string') return host.reference(value, sheet);
  const o = value as RangeObject | null;
  if (o?.type !== 'Range') throw refuse.argument();
  return o;
}

const part = (o: RangeObject, top: number, left: number, rows: number, cols: number): RangeObject =>
  rangeObject(o.sheet, checkedArea(top, left, rows, cols));

function sameSheet(o: RangeObject, other: unknown, host: ExcelHost): Area {
  const found = asRange(other, o.sheet, host);
  if (found.sheet !== o.sheet) throw refuse.argument();
  return found.area;
}

/** The block around a cell that blank rows and columns enclose. */
function region(o: RangeObject): Area {
  const filled = (area: Area): boolean => o.sheet.grid.keysIn(o.sheet.grid.cells, area).length > 0;
  let area = o.area;
  for (;;) {
    const { top, left, bottom, right } = area;
    const wider = {
      top:
        top > 0 && filled({ top: top - 1, left: Math.max(0, left - 1), bottom: top - 1, right: right + 1 })
          ? top - 1
          : top,
      bottom: filled({ top: bottom + 1, left: Math.max(0, left - 1), bottom: bottom + 1, right: right + 1 })
        ? bottom + 1
        : bottom,
      left:
        left > 0 && filled({ top: Math.max(0, top - 1), left: left - 1, bottom: bottom + 1, right: left - 1 })
          ? left - 1
          : left,
      right: filled({ top: Math.max(0, top - 1), left: right + 1, bottom: bottom + 1, right: right + 1 })
        ? right + 1
        : right,
    };
    if (wider.top === top && wider.left === left && wider.bottom === bottom && wider.right === right) return area;
    area = wider;
  }
}

/** Calls that lead from one range to another and change nothing. */
export const rangeMoves: NonNullable<TypeDef<RangeObject>['call']> = {
  GetCell: (o, [row, col]) => part(o, o.area.top + row, o.area.left + col, 1, 1),
  GetRow: (o, [i]) => {
    if (i < 0 || i >= height(o.area)) throw refuse.argument();
    return part(o, o.area.top + i, o.area.left, 1, width(o.area));
  },
  GetColumn: (o, [i]) => {
    if (i < 0 || i >= width(o.area)) throw refuse.argument();
    return part(o, o.area.top, o.area.left + i, height(o.area), 1);
  },
  GetResizedRange: (o, [rows, cols]) => part(o, o.area.top, o.area.left, height(o.area) + rows, width(o.area) + cols),
  GetAbsoluteResizedRange: (o, [rows, cols]) => part(o, o.area.top, o.area.left, rows, cols),
  GetOffsetRange: (o, [rows, cols]) => part(o, o.area.top + rows, o.area.left + cols, height(o.area), width(o.area)),
  GetEntireRow: (o) => part(o, o.area.top, 0, height(o.area), MAX_COLS),
  GetEntireColumn: (o) => part(o, 0, o.area.left, MAX_ROWS, width(o.area)),
  GetLastRow: (o) => part(o, o.area.bottom, o.area.left, 1, width(o.area)),
  GetLastColumn: (o) => part(o, o.area.top, o.area.right, height(o.area), 1),
  GetLastCell: (o) => part(o, o.area.bottom, o.area.right, 1, 1),
  GetSurroundingRegion: (o) => rangeObject(o.sheet, region(o)),
  GetBoundingRect: (o, [other], host) => {
    const b = sameSheet(o, other, host);
    const { area: a } = o;
    return rangeObject(o.sheet, {
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    });
  },
  GetIntersection: (o, [other], host) => {
    const both = intersect(o.area, sameSheet(o, other, host));
    if (!both) throw refuse.notFound();
    return rangeObject(o.sheet, both);
  },
  GetIntersectionOrNullObject: (o, [other], host) => {
    const found = asRange(other, o.sheet, host);
    const both = found.sheet === o.sheet ? intersect(o.area, found.area) : null;
    return both ? rangeObject(o.sheet, both) : NULL;
  },
  GetMergedAreasOrNullObject: (o) => {
    const hit = o.sheet.merges.filter((m) => intersect(m, o.area));
    return hit.length ? areasObject(o.sheet, hit) : NULL;
  },
  /** Only the kinds a checker of tables asks for. */
  GetSpecialCellsOrNullObject: (o, [kind], host) => {
    host.calc.settle();
    const { grid, hiddenRows, hiddenCols } = o.sheet;
    const area = grid.used(false, o.area);
    if (!area) return NULL;
    const found: Area[] = [];
    const wanted = (r: number, c: number): boolean => {
      const cell = grid.cells.get(cellKey(r, c));
      if (kind === 'Formulas') return cell?.f !== undefined;
      if (kind === 'Constants') return cell !== undefined && cell.f === undefined;
      if (kind === 'Blanks') return cell === undefined;
      if (kind === 'Visible') return !hiddenRows.has(r) && !hiddenCols.has(c);
      throw refuse.notSimulated(`Range.getSpecialCellsOrNullObject(${String(kind)})`);
    };
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++)
        if (wanted(r, c)) found.push({ top: r, left: c, bottom: r, right: c });
    return found.length ? areasObject(o.sheet, found) : NULL;
  },
};
