import { areaName, parseCellName } from '../../src/core/model/address';
import type { Grid } from '../../src/core/model/grid';
import { cellKey, type CellState, type Scalar } from './grid-store';
import type { ExcelHost } from './host';
import { parseLocal } from './references';
import { newId, newSheet, type Bag, type SheetState } from './state';
import type { Style } from './styles';

/** A cell to start from: a bare value, or more. Values are taken as they are: no reading as if typed. */
export type CellJson =
  | Scalar
  | {
      value?: Scalar;
      formula?: string;
      format?: string;
      style?: Record<string, unknown>;
      comment?: string;
      link?: Bag;
      error?: boolean;
    };

/** A sheet to start from. */
export interface SheetJson {
  name: string;
  visibility?: SheetState['visibility'];
  /** By A1 address. */
  cells?: Record<string, CellJson>;
  /** Or row by row from A1; null leaves a cell blank. */
  rows?: (CellJson | null)[][];
  merges?: string[];
  hiddenRows?: number[];
  hiddenCols?: number[];
  colWidths?: Record<number, number>;
  filter?: string;
  tabColor?: string;
  protect?: { password?: string; options?: Bag };
}

function put(host: ExcelHost, sheet: SheetState, row: number, col: number, json: CellJson): void {
  const cell = typeof json === 'object' ? json : { value: json };
  if (cell.value !== undefined || cell.formula !== undefined) {
    const state: CellState = { v: cell.value ?? 0 };
    if (cell.formula !== undefined) state.f = cell.formula.startsWith('=') ? cell.formula : `=${cell.formula}`;
    if (cell.error) state.error = true;
    sheet.grid.cells.set(cellKey(row, col), state);
  }
  const look: Record<string, unknown> = { ...cell.style, ...(cell.format ? { NumberFormat: cell.format } : {}) };
  if (Object.keys(look).length) sheet.grid.setStyle(row, col, sheet.grid.pool.make(look) as Style);
  if (cell.comment)
    sheet.comments.push({ id: newId(), row, col, content: cell.comment, author: '', resolved: false, replies: [] });
  if (cell.link) sheet.links.set(cellKey(row, col), cell.link);
}

function area(text: string): ReturnType<typeof parseLocal> & object {
  const found = parseLocal(text);
  if (!found) throw new Error(`No area: ${text}`);
  return found;
}

function makeSheet(host: ExcelHost, json: SheetJson): SheetState {
  const sheet = newSheet(json.name, host.state.pool);
  sheet.visibility = json.visibility ?? 'Visible';
  sheet.tabColor = json.tabColor ?? '';
  json.rows?.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell !== null) put(host, sheet, r, c, cell);
    }),
  );
  for (const [address, cell] of Object.entries(json.cells ?? {})) {
    const at = parseCellName(address);
    if (!at) throw new Error(`No cell: ${address}`);
    put(host, sheet, at.row, at.col, cell);
  }
  sheet.merges = (json.merges ?? []).map(area);
  sheet.hiddenRows = new Set(json.hiddenRows);
  sheet.hiddenCols = new Set(json.hiddenCols);
  for (const [col, points] of Object.entries(json.colWidths ?? {})) sheet.colWidths.set(Number(col), points);
  if (json.filter) sheet.filter = { area: area(json.filter), criteria: [] };
  if (json.protect) sheet.protection = { password: json.protect.password ?? '', options: json.protect.options ?? {} };
  return sheet;
}

/** Replaces all sheets of the workbook, without events; the first visible one becomes active. */
export function loadSheets(host: ExcelHost, sheets: SheetJson[]): void {
  if (!sheets.some((s) => (s.visibility ?? 'Visible') === 'Visible'))
    throw new Error('A workbook needs a visible sheet.');
  for (const sheet of host.state.sheets) sheet.deleted = true;
  host.state.sheets = sheets.map((json) => makeSheet(host, json));
  host.state.active = host.state.sheets.find((s) => s.visibility === 'Visible')!;
  host.state.selection = { top: 0, left: 0, bottom: 0, right: 0 };
  host.state.selections.clear();
  host.calc.touch();
}

/** Our Grid as a sheet of the host, so that what the readers find in a file can be opened in the simulated Excel. */
export function sheetOfGrid(grid: Grid): SheetJson {
  const cells: Record<string, CellJson> = {};
  for (const cell of grid.cells) {
    const style: Record<string, unknown> = {
      ...(cell.font ? { 'Font.Name': cell.font } : {}),
      ...(cell.invisible ? { 'Font.Color': '#FFFFFF' } : {}),
      ...(cell.struck ? { 'Font.Strikethrough': cell.struck === 'all' ? true : null } : {}),
    };
    cells[areaName({ top: cell.row, left: cell.col, bottom: cell.row, right: cell.col })] = {
      value: cell.kind === 'date' ? serialOf(String(cell.value)) : cell.value,
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      ...(cell.kind === 'error' ? { error: true } : {}),
      ...(cell.format ? { format: cell.format } : cell.kind === 'date' ? { format: 'dd/mm/yyyy' } : {}),
      style,
      ...(cell.comment ? { comment: cell.comment } : {}),
    };
  }
  const list = (spans: { from: number; to: number }[]): number[] =>
    spans.flatMap((s) => Array.from({ length: s.to - s.from + 1 }, (_, i) => s.from + i));
  return {
    name: grid.sheet,
    visibility: ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const)[grid.visibility],
    cells,
    merges: grid.merges.map(areaName),
    hiddenRows: list(grid.hiddenRows),
    hiddenCols: list(grid.hiddenCols),
  };
}

/** Excel's serial number of an ISO date or date and time. */
function serialOf(iso: string): number {
  return (
    (Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso.replace(/Z?$/, 'Z')) - Date.UTC(1899, 11, 30)) / 86_400_000
  );
}
