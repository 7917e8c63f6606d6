import type { Area, Cell, Grid, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { joinSpans } from '../../../core/model/join-spans';
import { OdsCellReader } from './ods-cell';
import type { OdsContext } from './ods-context';

const COLUMNS = 16_384;
const ROWS = 1_048_576;

/** Reads one `<table:table>`; rows and cells that are repeated are written out only where they hold something. */
export class OdsTable {
  private readonly cells: Cell[] = [];
  private readonly merges: Area[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenCols: Span[] = [];
  /** Default cell style by column, in runs. */
  private readonly columnStyles: { to: number; style: string | null }[] = [];
  private filtered = false;
  private row = 0;
  private col = 0;
  private readonly cellReader: OdsCellReader;

  constructor(private readonly context: OdsContext) {
    this.cellReader = new OdsCellReader(context);
  }

  read(index: number): Grid {
    const { cursor, styles } = this.context;
    const name = ownString(cursor.attribute('name') ?? '');
    const shown = styles.shown(cursor.attribute('style-name'));
    this.readParts(false);
    const grid: Grid = {
      sheet: name,
      index,
      visibility: shown ? 'visible' : 'hidden',
      cells: this.cells,
      merges: this.merges,
      hiddenRows: joinSpans(this.hiddenRows),
      hiddenCols: joinSpans(this.hiddenCols),
    };
    if (this.cellReader.notes.length > 0) grid.notes = this.cellReader.notes;
    if (this.filtered) grid.filtered = true;
    return grid;
  }

  /** Columns and rows, also where they stand in groups or are marked as headers. */
  private readParts(hidden: boolean): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      switch (cursor.name) {
        case 'table-column':
          this.readColumn(hidden);
          break;
        case 'table-row':
          this.readRow(hidden);
          break;
        case 'table-column-group':
        case 'table-row-group':
          this.readParts(hidden || cursor.attribute('display') === 'false');
          break;
        case 'table-columns':
        case 'table-header-columns':
        case 'table-rows':
        case 'table-header-rows':
          this.readParts(hidden);
          break;
        default:
      }
    }
  }

  private readColumn(hidden: boolean): void {
    const { cursor } = this.context;
    const count = repeat(cursor.attribute('number-columns-repeated'));
    const from = this.col;
    this.col = Math.min(COLUMNS, from + count);
    if (this.columnStyles.length >= this.context.limits.columnRanges)
      throw tooLarge(`hơn ${grouped(this.context.limits.columnRanges)} nhóm cột`);
    this.columnStyles.push({ to: this.col - 1, style: cursor.attribute('default-cell-style-name') });
    if ((hidden || isHidden(cursor.attribute('visibility'))) && this.col > from)
      this.hiddenCols.push({ from, to: this.col - 1 });
  }

  private readRow(hidden: boolean): void {
    const { cursor } = this.context;
    const count = repeat(cursor.attribute('number-rows-repeated'));
    const visibility = cursor.attribute('visibility');
    const from = this.row;
    this.row = Math.min(ROWS, from + count);
    if ((hidden || isHidden(visibility)) && this.row > from) {
      this.hiddenRows.push({ from, to: this.row - 1 });
      this.filtered ||= visibility === 'filter';
    }
    const start = this.cells.length;
    this.readCells(from, cursor.attribute('default-cell-style-name'));
    const made = this.cells.slice(start);
    if (made.length === 0) return;
    if (from + count > ROWS) throw damaged('số dòng vượt quá khổ trang tính');
    for (let r = from + 1; r < from + count; r++) {
      for (const cell of made) {
        this.spend();
        this.cells.push({ ...cell, row: r });
      }
    }
  }

  private readCells(row: number, rowStyle: string | null): void {
    const { cursor, limits } = this.context;
    const depth = cursor.depth;
    let col = 0;
    let run = 0;
    while (cursor.nextChild(depth)) {
      const covered = cursor.is('covered-table-cell');
      if (!covered && !cursor.is('table-cell')) continue;
      const count = repeat(cursor.attribute('number-columns-repeated'));
      while (run < this.columnStyles.length - 1 && this.columnStyles[run]!.to < col) run++;
      const style = cursor.attribute('style-name') ?? rowStyle ?? this.columnStyles[run]?.style ?? null;
      if (!covered) this.addMerge(row, col, limits);
      const cell = this.cellReader.read(row, col, style);
      if (cell) this.place(cell, count);
      col = Math.min(COLUMNS, col + count);
    }
  }

  private place(cell: Cell, count: number): void {
    if (cell.col + count > COLUMNS || cell.row >= ROWS) throw damaged('có ô nằm ngoài khổ trang tính');
    for (let i = 0; i < count; i++) {
      this.spend();
      this.cells.push(i === 0 ? cell : { ...cell, col: cell.col + i });
    }
  }

  private addMerge(row: number, col: number, limits: ReadLimits): void {
    const { cursor } = this.context;
    const across = cursor.attribute('number-columns-spanned');
    if (across === null) return;
    const width = repeat(across);
    const height = repeat(cursor.attribute('number-rows-spanned'));
    if (width === 1 && height === 1) return;
    if (this.merges.length >= limits.merges)
      throw tooLarge(`hơn ${grouped(limits.merges)} vùng gộp ô trong một trang tính`);
    this.merges.push({
      top: row,
      left: col,
      bottom: Math.min(ROWS, row + height) - 1,
      right: Math.min(COLUMNS, col + width) - 1,
    });
  }

  private spend(): void {
    if (--this.context.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.context.limits.cells)} ô có nội dung`);
  }
}

function isHidden(visibility: string | null): boolean {
  return visibility === 'collapse' || visibility === 'filter';
}

/** A count as the file gives it; at least 1. */
function repeat(text: string | null): number {
  const n = Number(text ?? 1);
  if (!Number.isInteger(n) || n < 1) throw damaged('số lần lặp lại của ô không hợp lệ');
  return n;
}
