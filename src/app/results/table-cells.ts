import type { ReceivedFile } from '../../core/model/submission';

/** Texts of a table row by row, as many columns in each; `more`: filled cells that are not among them. */
export interface TableCells {
  /** Row and column of the first text on its sheet, from 0. */
  top: number;
  left: number;
  rows: string[][];
  more: number;
}

/** A table of figures may be wide by a stray cell; columns beyond these are counted as not shown. */
const MOST_COLUMNS = 40;

/** The cells of a table that no form took, as a grid of texts; null where the file has no such table. */
export function tableCells(files: readonly ReceivedFile[], file: string, id: string): TableCells | null {
  const table = files.find((f) => f.file === file)?.tables?.tables.find((t) => t.id === id);
  if (!table?.shown) return null;
  const { top, left } = table.area;
  const shown = table.shown.filter((c) => c.col - left < MOST_COLUMNS);
  const used = [...new Set(shown.map((c) => c.row))].sort((a, b) => a - b);
  const width = Math.max(0, ...shown.map((c) => c.col - left + 1));
  const rows = used.map((row) => {
    const texts = new Array<string>(width).fill('');
    for (const c of shown) if (c.row === row) texts[c.col - left] = c.text;
    return texts;
  });
  return { top, left, rows, more: table.cells - shown.length };
}
