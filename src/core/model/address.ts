import type { Area } from './grid';

/** Column letters of a column index from 0: 0 → "A", 27 → "AB". */
export function columnName(col: number): string {
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A1 address of a cell, both indexes from 0: (12, 2) → "C13". */
export function cellName(row: number, col: number): string {
  if (row >= NAMED_ROWS || col >= NAMED_COLS) return columnName(col) + String(row + 1);
  return (names[row * NAMED_COLS + col] ??= columnName(col) + String(row + 1));
}

/** Appendices are small; their addresses are made once and shared by all files. */
const NAMED_ROWS = 256;
const NAMED_COLS = 26;
const names: string[] = [];

/** A1 address of a rectangle: "A1:G44"; of one cell: "A1". */
export function areaName(area: Area): string {
  const from = cellName(area.top, area.left);
  const to = cellName(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** Indexes from 0 of an A1 address ("$C$13" too), or null where it is none. */
export function parseCellName(text: string): { row: number; col: number } | null {
  const m = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!m) return null;
  let col = 0;
  for (const ch of m[1]!.toUpperCase()) col = col * 26 + ch.charCodeAt(0) - 64;
  const row = Number(m[2]);
  return col > 16_384 || row > 1_048_576 ? null : { row: row - 1, col: col - 1 };
}

/** The rectangle of "A1:G44" or "A1", or null where it is none. */
export function parseAreaName(text: string): Area | null {
  const [a, b = a] = text.split(':');
  const from = parseCellName(a ?? '');
  const to = parseCellName(b ?? '');
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.col, to.col),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.col, to.col),
  };
}
