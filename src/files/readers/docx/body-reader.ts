import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import type { XmlCursor } from '../../xml/xml-cursor';
import type { Block, Merge, WordCell, WordRow, WordTable } from './document';
import type { Numbering } from './numbering';
import { ParagraphReader } from './paragraph-reader';
import { isOn, type DocxStyles } from './styles';

export interface BodyContext {
  cursor: XmlCursor;
  styles: DocxStyles;
  numbering: Numbering;
  limits: ReadLimits;
}

/** Grid columns of a table. Word draws 63; Excel's sheet is the widest that any address here can name. */
const COLUMNS = 16_384;

/** Reads paragraphs and tables of word/document.xml in order, whatever stands around them. */
export class BodyReader {
  private readonly paragraphs: ParagraphReader;
  private cells = 0;

  constructor(private readonly context: BodyContext) {
    this.paragraphs = new ParagraphReader({ ...context, readBlocks: () => this.readBlocks() });
  }

  /** Blocks inside the element at the cursor. */
  readBlocks(into: Block[] = []): Block[] {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      switch (cursor.name) {
        case 'p':
          into.push(this.paragraphs.read());
          break;
        case 'tbl':
          into.push(this.readTable());
          break;
        case 'Fallback':
        case 'sdtPr':
        case 'tcPr':
        case 'sectPr':
        case 'del':
        case 'moveFrom':
          break;
        // A content control, a part of a form, an insertion: only a wrapping.
        default:
          this.readBlocks(into);
      }
    }
    return into;
  }

  private readTable(): WordTable {
    const table: WordTable = { kind: 'table', rows: [], styled: false };
    this.readTableParts(table);
    return table;
  }

  private readTableParts(table: WordTable): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('tr')) table.rows.push(this.readRow());
      else if (cursor.is('tblPr')) table.styled = this.hasTableStyle();
      else if (!cursor.is('tblGrid') && !cursor.is('sdtPr')) this.readTableParts(table);
    }
  }

  private hasTableStyle(): boolean {
    const { cursor } = this.context;
    let styled = false;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) styled ||= cursor.is('tblStyle');
    return styled;
  }

  private readRow(): WordRow {
    const row: WordRow = { before: 0, after: 0, hidden: false, header: false, deleted: false, cells: [] };
    this.readRowParts(row);
    return row;
  }

  private readRowParts(row: WordRow): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('tc')) row.cells.push(this.readCell());
      else if (cursor.is('trPr')) this.readRowProperties(row);
      else if (!cursor.is('tblPrEx') && !cursor.is('sdtPr')) this.readRowParts(row);
    }
  }

  private readRowProperties(row: WordRow): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('gridBefore')) row.before = this.columns(0);
      else if (cursor.is('gridAfter')) row.after = this.columns(0);
      else if (cursor.is('hidden')) row.hidden = isOn(cursor.attribute('val'));
      else if (cursor.is('tblHeader')) row.header = isOn(cursor.attribute('val'));
      else if (cursor.is('del')) row.deleted = true;
    }
  }

  private readCell(): WordCell {
    if (++this.cells > this.context.limits.documentCells)
      throw tooLarge(`hơn ${grouped(this.context.limits.documentCells)} ô trong bảng`);
    const cell: WordCell = { span: 1, vertical: 'none', horizontal: 'none', fill: '', blocks: [] };
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      switch (cursor.name) {
        case 'tcPr':
          this.readCellProperties(cell);
          break;
        case 'p':
          cell.blocks.push(this.paragraphs.read());
          break;
        case 'tbl':
          cell.blocks.push(this.readTable());
          break;
        case 'Fallback':
        case 'sdtPr':
        case 'del':
        case 'moveFrom':
          break;
        default:
          this.readBlocks(cell.blocks);
      }
    }
    return cell;
  }

  private readCellProperties(cell: WordCell): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('gridSpan')) cell.span = this.columns(1);
      else if (cursor.is('vMerge')) cell.vertical = mergeOf(cursor.attribute('val'));
      else if (cursor.is('hMerge')) cell.horizontal = mergeOf(cursor.attribute('val'));
      else if (cursor.is('shd')) cell.fill = fillOf(cursor.attribute('fill'));
    }
  }

  private columns(least: number): number {
    const n = Number(this.context.cursor.attribute('val') ?? least);
    if (!Number.isInteger(n) || n < 0 || n > COLUMNS) throw damaged('số cột gộp trong bảng không hợp lệ');
    return Math.max(least, n);
  }
}

function mergeOf(value: string | null): Merge {
  return value === 'restart' ? 'restart' : 'continue';
}

function fillOf(value: string | null): string {
  return value !== null && /^[0-9a-fA-F]{6}$/.test(value) ? value.toUpperCase() : '';
}
