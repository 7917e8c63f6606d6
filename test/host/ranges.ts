import { addressOf, common, MAX_READ, spread, valueType, writeEntry } from './cells';
import { formatText } from './formats';
import { cellKey, sizeOf, wholeCols, wholeRows, type CellState } from './grid-store';
import type { ExcelHost } from './host';
import {
  NULL,
  defineType,
  rangeObject,
  sheetObject,
  type BagObject,
  type FormatObject,
  type RangeObject,
} from './objects';
import { rangeEdits } from './range-edits';
import { rangeMoves } from './range-moves';
import { height, isCell, width } from './references';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Bag } from './state';
import { styleValue, type Style } from './styles';
import { refuse } from './wire';

/** One answer per cell, row by row. */
function table<T>(o: RangeObject, cell: (row: number, col: number) => T): T[][] | null {
  if (sizeOf(o.area) > MAX_READ) return null;
  const rows: T[][] = [];
  for (let r = o.area.top; r <= o.area.bottom; r++) {
    const row: T[] = [];
    for (let c = o.area.left; c <= o.area.right; c++) row.push(cell(r, c));
    rows.push(row);
  }
  return rows;
}

function writeValues(o: RangeObject, value: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, o.area);
  const before = isCell(o.area) ? (host.cell(o.sheet, o.area.top, o.area.left)?.v ?? '') : undefined;
  spread(o, value, (row, col, item) => writeEntry(host, o.sheet, row, col, item));
  const after = isCell(o.area) ? (host.calc.read(o.sheet, o.area.top, o.area.left) ?? '') : undefined;
  const details =
    before === undefined
      ? {}
      : {
          valueBefore: before,
          valueAfter: after,
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        };
  host.changed(o.sheet, o.area, details);
}

function setNumberFormat(o: RangeObject, value: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, o.area, 'allowFormatCells');
  const { grid } = o.sheet;
  const change = (style: Style, code: unknown): Style => {
    if (typeof code !== 'string') throw refuse.argument();
    return grid.pool.with(style, 'NumberFormat', code === '' ? 'General' : code);
  };
  if (!Array.isArray(value)) {
    grid.restyle(o.area, (style) => change(style, value));
    return;
  }
  spread(o, value, (row, col, code) => grid.setStyle(row, col, change(grid.styleAt(row, col), code)));
}

const shown =
  (o: RangeObject, host: ExcelHost) =>
  (row: number, col: number): string => {
    const cell = o.sheet.grid.at(row, col);
    return cell
      ? formatText(cell.v, String(o.sheet.grid.styleAt(row, col)['NumberFormat'] ?? 'General'), host.locale)
      : '';
  };

const plain = (cell: CellState | undefined): unknown => cell?.v ?? '';
const formula = (cell: CellState | undefined): unknown => cell?.f ?? cell?.v ?? '';
const format =
  (o: RangeObject) =>
  (r: number, c: number): unknown =>
    o.sheet.grid.styleAt(r, c)['NumberFormat'] ?? 'General';

function hide(o: RangeObject, rows: boolean, value: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, undefined, rows ? 'allowFormatRows' : 'allowFormatColumns');
  const [set, from, to] = rows
    ? ([o.sheet.hiddenRows, o.area.top, o.area.bottom] as const)
    : ([o.sheet.hiddenCols, o.area.left, o.area.right] as const);
  for (let i = from; i <= to; i++)
    if (value) set.add(i);
    else set.delete(i);
  host.calc.touch();
}

function setHyperlink(o: RangeObject, value: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, o.area, 'allowInsertHyperlinks');
  const link = value as Bag | null;
  for (let r = o.area.top; r <= o.area.bottom; r++)
    for (let c = o.area.left; c <= o.area.right; c++) {
      if (!link) {
        o.sheet.links.delete(cellKey(r, c));
        continue;
      }
      o.sheet.links.set(cellKey(r, c), { ...link });
      if (typeof link['textToDisplay'] === 'string') writeEntry(host, o.sheet, r, c, link['textToDisplay']);
    }
  if (link && typeof link['textToDisplay'] === 'string') host.changed(o.sheet, o.area);
}

/** Distance in points from the sheet's edge to a row or column. */
function offset(until: number, sizes: Map<number, number>, hidden: Set<number>, normal: number): number {
  let points = until * normal;
  for (const [i, size] of sizes) if (i < until && !hidden.has(i)) points += size - normal;
  for (const i of hidden) if (i < until) points -= normal;
  return points;
}

const top = (o: RangeObject, row: number): number =>
  offset(row, o.sheet.rowHeights, o.sheet.hiddenRows, DEFAULT_HEIGHT);
const left = (o: RangeObject, col: number): number => offset(col, o.sheet.colWidths, o.sheet.hiddenCols, DEFAULT_WIDTH);

defineType<RangeObject>('Range', {
  get: {
    Address: addressOf,
    AddressLocal: addressOf,
    RowIndex: (o) => o.area.top,
    ColumnIndex: (o) => o.area.left,
    RowCount: (o) => height(o.area),
    ColumnCount: (o) => width(o.area),
    CellCount: (o) => (sizeOf(o.area) > 2 ** 31 - 1 ? -1 : sizeOf(o.area)),
    IsEntireRow: (o) => wholeRows(o.area),
    IsEntireColumn: (o) => wholeCols(o.area),
    Values: (o, host) => {
      host.calc.settle();
      return table(o, (r, c) => plain(o.sheet.grid.at(r, c)));
    },
    Formulas: (o, host) => {
      host.calc.settle();
      return table(o, (r, c) => formula(o.sheet.grid.at(r, c)));
    },
    FormulasLocal: (o, host) => {
      host.calc.settle();
      return table(o, (r, c) => formula(o.sheet.grid.at(r, c)));
    },
    Text: (o, host) => {
      host.calc.settle();
      return table(o, shown(o, host));
    },
    NumberFormat: (o) => table(o, format(o)),
    NumberFormatLocal: (o) => table(o, format(o)),
    ValueTypes: (o, host) => {
      host.calc.settle();
      return table(o, (r, c) => {
        const cell = o.sheet.grid.at(r, c);
        return cell?.error ? 'Error' : valueType(cell?.v ?? '');
      });
    },
    RowHidden: (o) => common(o.area.top, o.area.bottom, (i) => o.sheet.hiddenRows.has(i)),
    ColumnHidden: (o) => common(o.area.left, o.area.right, (i) => o.sheet.hiddenCols.has(i)),
    Hidden: (o) =>
      (common(o.area.top, o.area.bottom, (i) => o.sheet.hiddenRows.has(i)) ||
        common(o.area.left, o.area.right, (i) => o.sheet.hiddenCols.has(i))) === true,
    Hyperlink: (o) => o.sheet.links.get(cellKey(o.area.top, o.area.left)) ?? null,
    Style: (o) => o.sheet.grid.styleAt(o.area.top, o.area.left)['Style'] ?? 'Normal',
    Top: (o) => top(o, o.area.top),
    Left: (o) => left(o, o.area.left),
    Height: (o) => top(o, o.area.bottom + 1) - top(o, o.area.top),
    Width: (o) => left(o, o.area.right + 1) - left(o, o.area.left),
  },
  set: {
    Values: writeValues,
    Formulas: writeValues,
    FormulasLocal: writeValues,
    NumberFormat: setNumberFormat,
    NumberFormatLocal: setNumberFormat,
    RowHidden: (o, v, host) => hide(o, true, v, host),
    ColumnHidden: (o, v, host) => hide(o, false, v, host),
    Hyperlink: setHyperlink,
    Style: (o, v, host) => {
      host.guardSheet(o.sheet, o.area, 'allowFormatCells');
      const name = styleValue('Style', v);
      o.sheet.grid.restyle(o.area, (style) => o.sheet.grid.pool.with(style, 'Style', name));
    },
  },
  nav: {
    Worksheet: (o) => sheetObject(o.sheet),
    Format: (o) => ({ type: 'RangeFormat', sheet: o.sheet, areas: [o.area], path: '' }) as FormatObject,
    ConditionalFormats: (o) =>
      ({ type: 'ConditionalFormatCollection', sheet: o.sheet, areas: [o.area] }) as unknown as BagObject,
  },
  call: {
    ...rangeMoves,
    ...rangeEdits,
    _ValidateArraySize: (o, [rows, cols]) => {
      if (rows !== height(o.area) || cols !== width(o.area)) throw refuse.shape();
    },
    Select: (o, _, host) => {
      if (o.sheet.visibility !== 'Visible')
        throw refuse.operation("This operation isn't permitted for the current object.");
      host.select(o.sheet, o.area);
    },
    Calculate: (_o, _a, host) => host.calc.settle(true),
    GetUsedRange: (o, [valuesOnly]) =>
      rangeObject(
        o.sheet,
        o.sheet.grid.used(valuesOnly === true, o.area) ?? { ...o.area, bottom: o.area.top, right: o.area.left },
      ),
    GetUsedRangeOrNullObject: (o, [valuesOnly]) => {
      const used = o.sheet.grid.used(valuesOnly === true, o.area);
      return used ? rangeObject(o.sheet, used) : NULL;
    },
  },
});
