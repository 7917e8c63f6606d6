import type { Area, Cell, Grid, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import type { XmlCursor } from '../../xml/xml-cursor';
import { textCell, valueCell, type CellContext } from '../xlsx/cell-content';
import type { RichText } from '../xlsx/rich-text';
import { joinSpans } from '../../../core/model/join-spans';
import { readMixedText } from './mixed-text';
import { fromR1c1 } from './r1c1';
import type { Styles2003 } from './styles-2003';

/** What all sheets of a file share. */
export interface Context2003 {
  cursor: XmlCursor;
  styles: Styles2003;
  cells: CellContext;
  limits: ReadLimits;
  budget: { cells: number; comments: number };
}

const COLUMNS = 16_384;
const ROWS = 1_048_576;

/** Reads one `<Worksheet>`. */
export class Sheet2003 {
  private readonly cells: Cell[] = [];
  private readonly merges: Area[] = [];
  private readonly notes: NonNullable<Grid['notes']> = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenCols: Span[] = [];
  private readonly columnStyles = new Map<number, string>();
  private visibility: Grid['visibility'] = 'visible';
  private filterSet = false;
  private row = -1;
  private col = -1;
  /** Where the table begins on the sheet; everything in it is counted from there. */
  private top = 0;
  private left = 0;

  constructor(private readonly context: Context2003) {}

  read(index: number): Grid {
    const { cursor } = this.context;
    const sheet = ownString(cursor.attribute('Name') ?? '');
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('Table')) this.readTable();
      else if (cursor.is('WorksheetOptions')) this.readOptions();
      else if (cursor.is('AutoFilter')) this.readFilter();
    }
    const grid: Grid = {
      sheet,
      index,
      visibility: this.visibility,
      cells: this.cells,
      merges: this.merges,
      hiddenRows: joinSpans(this.hiddenRows),
      hiddenCols: joinSpans(this.hiddenCols),
    };
    if (this.notes.length > 0) grid.notes = this.notes;
    if (this.filterSet && this.hiddenRows.length > 0) grid.filtered = true;
    return grid;
  }

  private readOptions(): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('FilterOn')) this.filterSet = true;
      else if (cursor.is('Visible')) {
        const text = cursor.text().trim();
        this.visibility = text === 'SheetHidden' ? 'hidden' : text === 'SheetVeryHidden' ? 'veryHidden' : 'visible';
      }
    }
  }

  private readFilter(): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth))
      this.filterSet ||= cursor.is('AutoFilterColumn') && cursor.attribute('Type') !== null;
  }

  private readTable(): void {
    const { cursor, limits } = this.context;
    this.top = this.place('TopCell', -1, ROWS, 'bảng');
    this.left = this.place('LeftCell', -1, COLUMNS, 'bảng');
    this.row = this.top - 1;
    const depth = cursor.depth;
    let column = this.left - 1;
    for (let count = 1; cursor.nextChild(depth);) {
      if (cursor.is('Row')) this.readRow();
      else if (cursor.is('Column')) {
        if (count++ > limits.columnRanges) throw tooLarge(`hơn ${grouped(limits.columnRanges)} nhóm cột`);
        const from = this.place('Index', column, COLUMNS, 'cột', this.left);
        const to = Math.min(COLUMNS - 1, from + whole(cursor.attribute('Span')));
        if (isHidden(cursor, 'Width')) this.hiddenCols.push({ from, to });
        const style = cursor.attribute('StyleID');
        if (style !== null) for (let c = from; c <= to; c++) this.columnStyles.set(c, style);
        column = to;
      }
    }
  }

  private readRow(): void {
    const { cursor } = this.context;
    this.row = this.place('Index', this.row, ROWS, 'dòng', this.top);
    const from = this.row;
    const to = Math.min(ROWS - 1, from + whole(cursor.attribute('Span')));
    if (isHidden(cursor, 'Height')) this.hiddenRows.push({ from, to });
    const rowStyle = cursor.attribute('StyleID');
    this.col = this.left - 1;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) if (cursor.is('Cell')) this.readCell(rowStyle);
    this.row = to;
  }

  /** The index that an attribute gives, from 0, or the one after the last. */
  private place(name: string, last: number, most: number, what: string, base = 0): number {
    const text = this.context.cursor.attribute(name);
    const at = text === null ? last + 1 : base + Number(text) - 1;
    if (!Number.isInteger(at) || at <= last || at >= most) throw damaged(`có ${what} mang số thứ tự không hợp lệ`);
    return at;
  }

  private readCell(rowStyle: string | null): void {
    const { cursor, styles, limits } = this.context;
    this.col = this.place('Index', this.col, COLUMNS, 'ô', this.left);
    const { row, col } = this;
    const style = styles.cell(cursor.attribute('StyleID') ?? rowStyle ?? this.columnStyles.get(col) ?? null);
    const formula = cursor.attribute('Formula');
    this.addMerge(row, col);
    let cell: Cell | null = null;
    let hasData = false;
    let comment = '';
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('Data')) {
        cell = this.readData(row, col, style);
        hasData = true;
      } else if (cursor.is('Comment')) comment = this.readComment();
    }
    if (formula !== null) {
      if (formula.length > limits.textLength) throw tooLarge('có công thức quá dài');
      const source = formula.replace(/^=/, '');
      cell ??= textCell(row, col, '', style, this.context.cells);
      if (!hasData) cell.noCachedValue = true;
      cell.formula = ownString(fromR1c1(source, row, col) ?? source);
    }
    if (!cell || (cell.value === '' && cell.formula === undefined)) {
      if (comment !== '') this.notes.push({ row, col, text: comment });
      return;
    }
    if (comment !== '') cell.comment = comment;
    if (--this.context.budget.cells < 0) throw tooLarge(`hơn ${grouped(limits.cells)} ô có nội dung`);
    this.cells.push(cell);
  }

  private addMerge(row: number, col: number): void {
    const { cursor, limits } = this.context;
    const across = whole(cursor.attribute('MergeAcross'));
    const down = whole(cursor.attribute('MergeDown'));
    if (across === 0 && down === 0) return;
    if (this.merges.length >= limits.merges)
      throw tooLarge(`hơn ${grouped(limits.merges)} vùng gộp ô trong một trang tính`);
    this.merges.push({
      top: row,
      left: col,
      bottom: Math.min(ROWS - 1, row + down),
      right: Math.min(COLUMNS - 1, col + across),
    });
    this.col = Math.min(COLUMNS - 1, col + across);
  }

  private readData(row: number, col: number, style: ReturnType<Styles2003['cell']>): Cell | null {
    const { cursor, cells, limits } = this.context;
    const type = cursor.attribute('Type');
    const content: string | RichText = readMixedText(cursor, limits);
    const text = typeof content === 'string' ? content : content.text;
    switch (type) {
      case 'Number': {
        if (text.trim() === '' || !Number.isFinite(Number(text))) throw damaged('có ô số không có giá trị');
        return valueCell(row, col, 'n', text, style, cells);
      }
      case 'Boolean':
        return valueCell(row, col, 'b', text, style, cells);
      case 'Error':
        return valueCell(row, col, 'e', text.trim() || '#N/A', style, cells);
      case 'DateTime':
        return valueCell(row, col, 'd', text, style, cells);
      default:
        return textCell(row, col, content, style, cells);
    }
  }

  private readComment(): string {
    const { cursor, limits, budget } = this.context;
    if (--budget.comments < 0) throw tooLarge(`hơn ${grouped(limits.comments)} ghi chú`);
    let text = '';
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (!cursor.is('Data')) continue;
      const content = readMixedText(cursor, limits);
      text = typeof content === 'string' ? content : content.text;
    }
    return text;
  }
}

function isHidden(cursor: XmlCursor, size: string): boolean {
  const given = cursor.attribute(size);
  return cursor.attribute('Hidden') === '1' || (given !== null && Number(given) === 0);
}

/** A count as the file gives it; 0 where it gives none. */
function whole(text: string | null): number {
  const n = Number(text ?? 0);
  if (!Number.isInteger(n) || n < 0) throw damaged('vùng gộp ô không hợp lệ');
  return n;
}
