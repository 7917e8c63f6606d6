import type { Area, Cell, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { errorText, formulaText } from '../xls/formula-text';
import { rkNumber } from '../xls/rk-number';
import { numberCell, textCell, valueCell, type CellContext } from '../xlsx/cell-content';
import type { RichText } from '../xlsx/rich-text';
import { joinSpans } from '../../../core/model/join-spans';
import { B, forEachRecord, type Fields } from './binary-records';
import type { BinaryStyles } from './binary-styles';

export interface BinaryContext {
  cells: CellContext;
  styles: BinaryStyles;
  limits: ReadLimits;
  budget: { cells: number };
  sheetPrefix(index: number): string | null;
}

export interface BinarySheetData {
  cells: Cell[];
  merges: Area[];
  hiddenRows: Span[];
  hiddenCols: Span[];
  filterSet: boolean;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const PTG_EXP = 0x01;
/** Values by what a short record leaves out: only its column, which is the next one. */
const SHORT_SHIFT = B.ShortBlank - B.Blank;

/** Reads one worksheet part of a binary workbook. */
export class BinarySheetReader {
  private readonly sheet: BinarySheetData = { cells: [], merges: [], hiddenRows: [], hiddenCols: [], filterSet: false };
  private row = -1;
  private col = -1;
  private readonly shared: { area: Area; tokens: Uint8Array }[] = [];
  private readonly members: Cell[] = [];

  constructor(private readonly context: BinaryContext) {}

  read(part: Uint8Array): BinarySheetData {
    forEachRecord(part, (type, fields) => this.readRecord(type, fields));
    this.finish();
    return this.sheet;
  }

  private readRecord(type: number, fields: Fields): void {
    if (type >= B.Blank && type <= B.FormulaError) {
      this.readCell(type, fields, false);
      return;
    }
    if (type >= B.ShortBlank && type <= B.ShortIsst) {
      this.readCell(type - SHORT_SHIFT, fields, true);
      return;
    }
    switch (type) {
      case B.Row:
        this.readRow(fields);
        break;
      case B.RichText:
        this.readCell(B.RichText, fields, false);
        break;
      case B.Column:
        this.readColumn(fields);
        break;
      case B.Merge:
        this.addMerge(area(fields));
        break;
      case B.FilterColumn:
        this.sheet.filterSet = true;
        break;
      case B.SharedFormula:
        this.shared.push({ area: area(fields), tokens: tokensOf(fields) });
        break;
      case B.ArrayFormula:
        this.shared.push({ area: area(fields), tokens: tokensOf(fields.skip(1)) });
        break;
      default:
    }
  }

  private readRow(fields: Fields): void {
    this.row = fields.long();
    this.col = -1;
    if (this.row >= ROWS) throw damaged('số dòng vượt quá khổ trang tính');
    if (fields.skip(7).byte() & 0x10) this.sheet.hiddenRows.push({ from: this.row, to: this.row });
  }

  private readColumn(fields: Fields): void {
    const from = fields.long();
    const to = Math.min(COLUMNS - 1, fields.long());
    const width = fields.long();
    const hidden = fields.skip(4).left >= 2 && (fields.word() & 1) !== 0;
    if ((hidden || width === 0) && from <= to) this.sheet.hiddenCols.push({ from, to });
  }

  private addMerge(merge: Area): void {
    if (
      merge.bottom < merge.top ||
      merge.right < merge.left ||
      (merge.top === merge.bottom && merge.left === merge.right)
    )
      return;
    if (this.sheet.merges.length >= this.context.limits.merges)
      throw tooLarge(`hơn ${grouped(this.context.limits.merges)} vùng gộp ô trong một trang tính`);
    this.sheet.merges.push(merge);
  }

  private readCell(type: number, fields: Fields, short: boolean): void {
    this.col = short ? this.col + 1 : fields.long();
    if (this.row < 0 || this.col >= COLUMNS) throw damaged('có ô nằm ngoài khổ trang tính');
    const style = this.context.styles.at(fields.word() | (fields.byte() << 16));
    fields.skip(1);
    const cell = this.value(type, fields, style);
    if (!cell) return;
    if (type >= B.FormulaText && type <= B.FormulaError) this.readFormula(cell, fields);
    if (cell.value === '' && cell.formula === undefined) return;
    if (--this.context.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.context.limits.cells)} ô có nội dung`);
    this.sheet.cells.push(cell);
  }

  private value(type: number, fields: Fields, style: ReturnType<BinaryStyles['at']>): Cell | null {
    const {
      row,
      col,
      context: { cells, limits },
    } = this;
    switch (type) {
      case B.Rk:
        return numberCell(row, col, rkNumber(fields.long()), style, cells);
      case B.Real:
      case B.FormulaReal:
        return numberCell(row, col, fields.real(), style, cells);
      case B.Error:
      case B.FormulaError:
        return valueCell(row, col, 'e', errorText(fields.byte()), style, cells);
      case B.Bool:
      case B.FormulaBool:
        return valueCell(row, col, 'b', fields.byte() ? '1' : '0', style, cells);
      case B.Text:
      case B.FormulaText:
        return textCell(row, col, fields.text(limits.textLength) ?? '', style, cells);
      case B.RichText:
        return textCell(row, col, readRichString(fields, this.context), style, cells);
      case B.Isst: {
        const text = cells.strings[fields.long()];
        if (text === undefined) throw damaged('thiếu một đoạn chữ trong danh sách chữ dùng chung');
        return textCell(row, col, text, style, cells);
      }
      default:
        return null;
    }
  }

  private readFormula(cell: Cell, fields: Fields): void {
    const tokens = tokensOf(fields.skip(2));
    if (tokens[0] === PTG_EXP) {
      this.members.push(cell);
      cell.formula = '';
    } else cell.formula = this.formula(tokens, cell) ?? '';
  }

  private formula(tokens: Uint8Array, cell: Cell): string | undefined {
    return formulaText(tokens, {
      biff: 12,
      row: cell.row,
      col: cell.col,
      sheetPrefix: (i) => this.context.sheetPrefix(i),
    });
  }

  private finish(): void {
    const { sheet } = this;
    // Many shared formulas and many members could be made to cost their product; such a sheet shows its values only.
    const worth = this.members.length * this.shared.length <= 5_000_000;
    for (const cell of worth ? this.members : []) {
      const found = this.shared.find(
        ({ area: a }) => cell.row >= a.top && cell.row <= a.bottom && cell.col >= a.left && cell.col <= a.right,
      );
      cell.formula = (found && this.formula(found.tokens, cell)) ?? '';
    }
    sheet.cells = sheet.cells.filter((c) => c.value !== '' || c.formula !== '');
    for (const cell of sheet.cells) if (cell.formula === '') delete cell.formula;
    sheet.cells.sort((a, b) => a.row - b.row || a.col - b.col);
    for (let i = 1; i < sheet.cells.length; i++) {
      const [a, b] = [sheet.cells[i - 1]!, sheet.cells[i]!];
      if (a.row === b.row && a.col === b.col) throw damaged('có ô được ghi hai lần với hai giá trị');
    }
    sheet.hiddenRows = joinSpans(sheet.hiddenRows);
    sheet.hiddenCols = joinSpans(sheet.hiddenCols);
  }
}

/** A text with its runs (MS-XLSB 2.5.121). */
export function readRichString(
  fields: Fields,
  context: { styles: BinaryStyles; limits: ReadLimits },
): string | RichText {
  const flags = fields.byte();
  const text = fields.text(context.limits.textLength) ?? '';
  if (!(flags & 1)) return text;
  const count = Math.min(fields.long(), Math.floor(fields.left / 4));
  const runs: RichText['runs'] = [];
  let from = 0;
  let own: Omit<RichText['runs'][number], 'text'> = {};
  const close = (to: number): void => {
    if (to > from) runs.push({ text: text.slice(from, to), ...own });
    from = Math.max(from, to);
  };
  for (let i = 0; i < count; i++) {
    close(Math.min(fields.word(), text.length));
    const font = context.styles.font(fields.word());
    if (font)
      own = {
        ...(font.name ? { font: font.name } : {}),
        ...(font.colour ? { colour: font.colour } : {}),
        struck: font.struck,
        ...(font.raised ? { raised: true } : {}),
      };
  }
  close(text.length);
  return { text, runs };
}

export function area(fields: Fields): Area {
  const [top, bottom, left, right] = [fields.long(), fields.long(), fields.long(), fields.long()];
  if (bottom >= ROWS || right >= COLUMNS) throw damaged('có vùng nằm ngoài khổ trang tính');
  return { top, bottom, left, right };
}

function tokensOf(fields: Fields): Uint8Array {
  return fields.bytes(fields.long());
}
