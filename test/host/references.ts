import { areaName, columnName, parseCellName } from '../../src/core/model/address';
import type { Area } from '../../src/core/model/grid';
import { MAX_COLS, MAX_ROWS, sizeOf, wholeCols, wholeRows } from './grid-store';
import { refuse } from './wire';

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLS - 1 };

/** "A1:G44", "3:3", "B:D", "A1" → rectangle; null where it is none of these. */
export function parseLocal(text: string): Area | null {
  const [from = '', to = from, ...rest] = text.replace(/\$/g, '').split(':');
  if (rest.length) return null;
  const rows = [from, to].map((t) => (/^[1-9]\d{0,6}$/.test(t) ? Number(t) - 1 : -1));
  if (text.includes(':') && rows.every((r) => r >= 0))
    return ordered(Math.min(...rows), 0, Math.max(...rows), MAX_COLS - 1);
  if (text.includes(':') && [from, to].every((t) => /^[A-Za-z]{1,3}$/.test(t))) {
    const cols = [from, to].map((t) => parseCellName(`${t}1`)?.col ?? -1);
    return cols.includes(-1) ? null : ordered(0, Math.min(...cols), MAX_ROWS - 1, Math.max(...cols));
  }
  const a = parseCellName(from);
  const b = parseCellName(to);
  return a && b
    ? ordered(Math.min(a.row, b.row), Math.min(a.col, b.col), Math.max(a.row, b.row), Math.max(a.col, b.col))
    : null;
}

function ordered(top: number, left: number, bottom: number, right: number): Area | null {
  return bottom < MAX_ROWS && right < MAX_COLS ? { top, left, bottom, right } : null;
}

/** Splits "'Phụ lục 2'!C13" into sheet and local part; sheet is undefined where none is named. */
export function splitReference(text: string): { sheet?: string; local: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(text);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), local: quoted[2]! };
  const plain = /^([^'!]+)!(.*)$/.exec(text);
  return plain ? { sheet: plain[1]!, local: plain[2]! } : { local: text };
}

/** Sheet name as it stands before "!": quoted unless it is one plain word. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*$/.test(name) && !parseCellName(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

/** Local address as Excel gives it: whole columns "B:D", whole rows "3:5". */
export function localName(area: Area): string {
  if (wholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (wholeCols(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  return areaName(area);
}

/** "$A$1:$B$2", for names and print areas. */
export function absoluteName(area: Area): string {
  return localName(area)
    .replace(/([A-Z]+)/g, '$$$1')
    .replace(/(\d+)/g, '$$$1');
}

/** The rectangle, or InvalidArgument where it leaves the sheet. */
export function checkedArea(top: number, left: number, rows: number, cols: number): Area {
  const area = { top, left, bottom: top + rows - 1, right: left + cols - 1 };
  const whole = [top, left, rows, cols].every(Number.isInteger);
  if (!whole || top < 0 || left < 0 || rows < 1 || cols < 1 || area.bottom >= MAX_ROWS || area.right >= MAX_COLS)
    throw refuse.argument();
  return area;
}

export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
export const isCell = (area: Area): boolean => sizeOf(area) === 1;
export const height = (area: Area): number => area.bottom - area.top + 1;
export const width = (area: Area): number => area.right - area.left + 1;
