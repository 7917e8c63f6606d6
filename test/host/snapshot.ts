import { cellName } from '../../src/core/model/address';
import type { Area } from '../../src/core/model/grid';
import { colOf, rowOf } from './grid-store';
import type { ExcelHost } from './host';
import { localName } from './references';
import type { Bag, SheetState } from './state';
import type { Style } from './styles';

export interface CellSnapshot {
  value?: unknown;
  formula?: string;
  style?: Style;
}

export interface SheetSnapshot {
  name: string;
  visibility: string;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  /** By A1 address, in row order; only cells that hold or look like something. */
  cells: Record<string, CellSnapshot>;
  /** Looks of the sheet, of whole rows (from 1) and whole columns (from 1). */
  wholeStyles: { sheet?: Style; rows: Record<number, Style>; cols: Record<number, Style> };
  merges: string[];
  /** Points, by row or column from 0. */
  colWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenCols: number[];
  comments: { cell: string; content: string; resolved: boolean; replies: string[] }[];
  conditional: { kind: string; areas: string[]; props: unknown }[];
  links: Record<string, unknown>;
  names: unknown[];
  custom: Record<string, string>;
  page: unknown;
  frozen: string | null;
  filter: { area: string; criteria: unknown[] } | null;
  protection: unknown;
}

export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  /** Where the person is; leave out of a comparison where only the contents matter. */
  view: { active: string; selection: string };
  names: unknown[];
  settings: Record<string, unknown>;
  xmlParts: { namespace: string; xml: string }[];
  properties: unknown;
  customProperties: Record<string, unknown>;
  documentSettings: Record<string, string>;
  calculationMode: string;
  enableEvents: boolean;
  protected: boolean;
}

const byNumber = <T>(map: Map<number, T>): Record<number, T> => Object.fromEntries([...map].sort(([a], [b]) => a - b));
const sorted = <T>(map: Map<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
const numbers = (set: Set<number>): number[] => [...set].sort((a, b) => a - b);
const order = (a: Area, b: Area): number => a.top - b.top || a.left - b.left;

/** Without the empty bags that a look leaves behind, and a copy, so that later changes do not show. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Bag)
    .map(([k, v]) => [k, tidy(v)] as const)
    .filter(([, v]) => v !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

function sheetSnapshot(sheet: SheetState): SheetSnapshot {
  const { grid } = sheet;
  const cells: Record<string, CellSnapshot> = {};
  for (const key of [...new Set([...grid.cells.keys(), ...grid.styles.keys()])].sort((a, b) => a - b)) {
    const cell = grid.cells.get(key);
    const style = grid.styles.get(key);
    cells[cellName(rowOf(key), colOf(key))] = {
      ...(cell ? { value: cell.v } : {}),
      ...(cell?.f === undefined ? {} : { formula: cell.f }),
      ...(style ? { style } : {}),
    };
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    cells,
    wholeStyles: {
      ...(Object.keys(grid.sheetStyle).length ? { sheet: grid.sheetStyle } : {}),
      rows: byNumber(grid.rowStyles),
      cols: byNumber(grid.colStyles),
    },
    merges: [...sheet.merges].sort(order).map(localName),
    colWidths: byNumber(sheet.colWidths),
    rowHeights: byNumber(sheet.rowHeights),
    hiddenRows: numbers(sheet.hiddenRows),
    hiddenCols: numbers(sheet.hiddenCols),
    comments: [...sheet.comments]
      .sort((a, b) => a.row - b.row || a.col - b.col)
      .map((c) => ({
        cell: cellName(c.row, c.col),
        content: c.content,
        resolved: c.resolved,
        replies: c.replies.map((r) => r.content),
      })),
    conditional: sheet.conditional.map((c) => ({
      kind: c.kind,
      areas: c.areas.map(localName),
      props: tidy(c.props) ?? {},
    })),
    links: Object.fromEntries(
      [...sheet.links]
        .sort(([a], [b]) => a - b)
        .map(([key, link]) => [cellName(rowOf(key), colOf(key)), tidy(link) ?? {}]),
    ),
    names: sheet.names.map((n) => ({ ...n })),
    custom: sorted(sheet.custom),
    page: tidy(sheet.page) ?? {},
    frozen: sheet.frozen && localName(sheet.frozen),
    filter: sheet.filter && { area: localName(sheet.filter.area), criteria: sheet.filter.criteria.map(tidy) },
    protection: sheet.protection && { ...sheet.protection, options: { ...sheet.protection.options } },
  };
}

/** Everything that makes up the workbook, ids apart: a sheet deleted and written again is equal. */
export function snapshot(host: ExcelHost): WorkbookSnapshot {
  host.calc.settle();
  const { state } = host;
  return {
    sheets: state.sheets.map(sheetSnapshot),
    view: { active: state.active.name, selection: localName(state.selection) },
    names: state.names.map((n) => ({ ...n })),
    settings: tidyMap(sorted(state.settings)),
    xmlParts: state.xmlParts.map(({ namespace, xml }) => ({ namespace, xml })),
    properties: tidy(state.properties) ?? {},
    customProperties: sorted(state.customProperties),
    documentSettings: sorted(state.documentSettings),
    calculationMode: state.calculationMode,
    enableEvents: state.enableEvents,
    protected: state.protection !== null,
  };
}

const tidyMap = (map: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(map)) as Record<string, unknown>;
