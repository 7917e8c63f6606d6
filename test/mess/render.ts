import type { Cell, Grid } from '../../src/core/model/grid';
import type { MessDoc, MessRow, MessSheet, MessTable, TruthCell } from './mess';
import { roleOf } from './mess';

interface Canvas {
  grid: Grid;
  truth: TruthCell[];
}

/** The sheets of a described file, and what stands at each of their figure cells. */
export function render(doc: MessDoc): { grids: Grid[]; truth: TruthCell[] } {
  const made = doc.sheets.map((sheet, index) => renderSheet(sheet, index));
  return { grids: made.map((m) => m.grid), truth: made.flatMap((m) => m.truth) };
}

function renderSheet(sheet: MessSheet, index: number): Canvas {
  const canvas: Canvas = {
    grid: {
      sheet: sheet.name,
      index,
      visibility: sheet.visibility,
      cells: [],
      merges: [],
      hiddenRows: [],
      hiddenCols: [],
    },
    truth: [],
  };
  let top = sheet.top;
  let left = sheet.left;
  for (const table of sheet.tables) {
    const bottom = renderTable(table, canvas, top, left);
    if (sheet.side) left += table.columns.length + sheet.gap;
    else top = bottom + 1 + sheet.gap;
  }
  canvas.grid.cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return canvas;
}

function write(canvas: Canvas, row: number, col: number, value: string | number, more: Partial<Cell> = {}): void {
  if (value === '' && !more.noCachedValue) return;
  const text =
    typeof value === 'number' && more.format?.includes('%')
      ? `${String(Math.round(value * 10_000) / 100).replace('.', ',')}%`
      : String(value);
  canvas.grid.cells.push({ row, col, kind: typeof value === 'number' ? 'number' : 'text', value, text, ...more });
}

function renderTable(table: MessTable, canvas: Canvas, top: number, left: number): number {
  let row = top;
  for (const line of table.above) {
    write(canvas, row, left + line.col, line.text);
    if (line.wide && line.text !== '')
      canvas.grid.merges.push({ top: row, left: left + line.col, bottom: row, right: left + table.columns.length - 1 });
    row++;
  }
  const box = { top: row, left, bottom: row, right: left + table.columns.length - 1 };
  row = renderHeader(table, canvas, row, left);
  const truth: TruthCell[] = [];
  const rowAt: number[] = [];
  table.rows.forEach((r, i) => {
    rowAt[i] = row;
    if (table.hiddenRows.includes(i)) canvas.grid.hiddenRows.push({ from: row, to: row + r.label.length - 1 });
    if (r.kind === 'header') {
      row = renderHeader(table, canvas, row, left);
      return;
    }
    renderRow(table, r, canvas, row, left, truth);
    row += Math.max(1, r.label.length);
  });
  box.bottom = Math.max(box.top, row - 1);
  for (const t of truth) {
    t.table = box;
    canvas.truth.push(t);
  }
  for (const m of table.figureMerges) {
    const col = left + table.columns.findIndex((c) => c.id === m.column);
    canvas.grid.merges.push({ top: rowAt[m.row]!, left: col, bottom: rowAt[m.row + m.down]!, right: col });
  }
  for (const id of table.hiddenColumns) {
    const col = left + table.columns.findIndex((c) => c.id === id);
    canvas.grid.hiddenCols.push({ from: col, to: col });
  }
  for (const line of table.below) write(canvas, row++, left + line.col, line.text);
  return row - 1;
}

function renderHeader(table: MessTable, canvas: Canvas, top: number, left: number): number {
  const depth = Math.max(0, ...table.columns.map((c) => c.path.length));
  const levels = [...Array(depth).keys()].filter((l) => !table.lostHeaderRows.includes(l));
  levels.forEach((level, i) => {
    table.columns.forEach((column, c) => {
      const text = column.path[level] ?? '';
      const before = table.columns[c - 1];
      const goesOn =
        column.path.length > level + 1 &&
        before !== undefined &&
        before.path.length > level + 1 &&
        before.path[level] === text;
      if (text !== '' && !goesOn) write(canvas, top + i, left + c, text);
      if (!table.merged) return;
      if (i === 0 && level === 0 && column.path.length === 1 && levels.length > 1)
        canvas.grid.merges.push({ top, left: left + c, bottom: top + levels.length - 1, right: left + c });
      if (column.path.length > level + 1 && !goesOn) {
        let end = c;
        while (table.columns[end + 1]?.path[level] === text && table.columns[end + 1]!.path.length > level + 1) end++;
        if (end > c) canvas.grid.merges.push({ top: top + i, left: left + c, bottom: top + i, right: left + end });
      }
    });
  });
  return top + levels.length;
}

function renderRow(table: MessTable, r: MessRow, canvas: Canvas, row: number, left: number, truth: TruthCell[]): void {
  table.columns.forEach((column, c) => {
    const role = roleOf(table, column.key) || (column.id === 'stt' ? 'index' : column.id === 'label' ? 'label' : '');
    const col = left + c;
    if (role === 'index' && r.kind !== 'numbers') {
      write(canvas, row, col, r.number);
      return;
    }
    if (role === 'label' && r.kind !== 'numbers') {
      r.label.forEach((text, i) => write(canvas, row + i, col, text));
      return;
    }
    const cell = r.cells[column.id];
    if (!cell) return;
    const { value, ...more } = cell;
    write(canvas, row + r.figuresAt, col, value, more);
    const meant = r.meant[column.id];
    if (meant === undefined) return;
    truth.push({
      sheet: canvas.grid.sheet,
      row: row + r.figuresAt,
      col,
      top: row,
      bottom: row + Math.max(1, r.label.length) - 1,
      template: table.template?.id ?? null,
      rowKey: r.key,
      column: column.key ?? column.id,
      meant,
      table: { top: 0, left: 0, bottom: 0, right: 0 },
    });
  });
}
