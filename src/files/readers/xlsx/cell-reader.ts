import { cellName } from '../../../core/model/address';
import type { Cell } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import type { XmlCursor } from '../../xml/xml-cursor';
import { numberCell, sharedString, textCell, valueCell, type CellContext } from './cell-content';
import { readRichText, type RichText } from './rich-text';
import { SharedFormula } from './shared-formula';

/** What is left of the limits that hold for a whole file. */
export interface FileBudget {
  cells: number;
  sharedFormulaText: number;
}

const C = 99,
  F = 102,
  R = 114,
  S = 115,
  T = 116,
  V = 118;
const COLUMNS = 16_384;
const ROWS = 1_048_576;

/**
 * Reads `<c>` elements of one sheet into `cells`. The hot loop of the whole program: no text is cut that is not kept.
 */
export class CellReader {
  private row = 0;
  private col = 0;
  private style = 0;
  /** Letters of the `t` attribute; "" is a number. */
  private type = '';
  private formula: string | undefined;
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly cursor: XmlCursor,
    private readonly cells: Cell[],
    private readonly context: CellContext,
    private readonly budget: FileBudget,
    private readonly limits: ReadLimits,
  ) {}

  /** Reads the cells of the `<row>` at the cursor; `row` from 0. */
  readRow(row: number): void {
    const { cursor } = this;
    const depth = cursor.depth;
    this.row = row;
    this.col = -1;
    while (cursor.nextChild(depth)) if (cursor.letter === C) this.readCell();
  }

  private readCell(): void {
    const { cursor, context } = this;
    this.readAttributes();
    const depth = cursor.depth;
    this.formula = undefined;
    const { row, col } = this;
    let cell: Cell | null = null;
    let inline: string | RichText | null = null;
    while (cursor.nextChild(depth)) {
      if (cursor.letter === V) cell = this.readValue();
      else if (cursor.letter === F) this.formula = this.readFormula();
      else if (cursor.is('is')) inline = readRichText(cursor, this.limits);
    }
    if (inline !== null && cell === null) cell = textCell(row, col, inline, context.styles.at(this.style), context);
    if (cell !== null && cell.value === '' && this.formula === undefined) cell = null;
    if (this.formula !== undefined) cell = this.withFormula(cell, this.formula);
    if (cell === null) return;
    if (--this.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.limits.cells)} ô có nội dung`);
    this.cells.push(cell);
  }

  private withFormula(cell: Cell | null, formula: string): Cell {
    if (cell) {
      cell.formula = formula;
      return cell;
    }
    const empty = textCell(this.row, this.col, '', this.context.styles.at(this.style), this.context);
    empty.formula = formula;
    empty.noCachedValue = true;
    return empty;
  }

  private readAttributes(): void {
    const { cursor } = this;
    const { source } = cursor;
    this.style = 0;
    this.type = '';
    let placed = false;
    while (cursor.nextAttribute()) {
      if (cursor.attributeEnd - cursor.attributeStart !== 1) continue;
      const letter = source.charCodeAt(cursor.attributeStart);
      if (letter === R) {
        this.readAddress();
        placed = true;
      } else if (letter === S) this.style = wholeNumber(source, cursor.valueStart, cursor.valueEnd);
      else if (letter === T) this.type = cellType(source, cursor.valueStart, cursor.valueEnd);
    }
    if (!placed) this.col++;
    if (this.col >= COLUMNS) throw damaged('số cột vượt quá khổ trang tính');
  }

  private readAddress(): void {
    const { source, valueStart, valueEnd } = this.cursor;
    let at = valueStart;
    let col = 0;
    for (; at < valueEnd; at++) {
      const c = source.charCodeAt(at) & ~32;
      if (c < 65 || c > 90 || col > COLUMNS) break;
      col = col * 26 + c - 64;
    }
    const row = wholeNumber(source, at, valueEnd);
    if (col < 1 || col > COLUMNS || row < 1 || row > ROWS) throw damaged('có ô mang địa chỉ không hợp lệ');
    this.row = row - 1;
    this.col = col - 1;
  }

  private readValue(): Cell | null {
    const { cursor, context, row, col } = this;
    const style = context.styles.at(this.style);
    if (cursor.plainText()) {
      const number =
        this.type === '' || this.type === 's' ? wholeNumber(cursor.source, cursor.valueStart, cursor.valueEnd) : -1;
      if (number >= 0) {
        return this.type === ''
          ? numberCell(row, col, number, style, context)
          : textCell(row, col, sharedString(number, context), style, context);
      }
      return this.checked(cursor.plainValue());
    }
    return this.checked(cursor.text());
  }

  private checked(raw: string): Cell | null {
    const { row, col, context, type } = this;
    const style = context.styles.at(this.style);
    if (raw.length > this.limits.textLength)
      throw tooLarge(`ô ${cellName(row, col)} có hơn ${grouped(this.limits.textLength)} ký tự`);
    if (type === 's')
      return raw.trim() === '' ? null : textCell(row, col, sharedString(Number(raw), context), style, context);
    return valueCell(row, col, type, raw, style, context);
  }

  /** The formula at the cursor; a member of a shared one is written out for its own cell. */
  private readFormula(): string | undefined {
    const { cursor, row, col } = this;
    const isShared = cursor.attribute('t') === 'shared';
    const id = isShared ? (cursor.attribute('si') ?? '') : '';
    const text = cursor.text();
    if (text.length > this.limits.textLength) throw tooLarge(`công thức ở ô ${cellName(row, col)} quá dài`);
    if (!isShared) return text === '' ? undefined : ownString(text);
    if (text !== '') {
      const own = ownString(text);
      this.shared.set(id, new SharedFormula(own, row, col));
      return own;
    }
    const first = this.shared.get(id);
    if (!first) throw damaged(`công thức ở ô ${cellName(row, col)} thiếu phần gốc`);
    this.budget.sharedFormulaText -= first.text.length;
    if (this.budget.sharedFormulaText < 0) throw tooLarge('công thức lặp lại quá dài');
    return ownString(first.at(row, col));
  }
}

/**
 * Digits between two positions as a number; -1 where there is anything else, nothing, or more digits than are exact.
 */
function wholeNumber(source: string, from: number, to: number): number {
  if (to <= from || to - from > 15) return -1;
  let n = 0;
  for (let at = from; at < to; at++) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** Letters of a cell type without cutting text for the two usual ones. */
function cellType(source: string, from: number, to: number): string {
  if (to - from === 1) {
    const c = source.charCodeAt(from);
    if (c === S) return 's';
    if (c === 110) return '';
  }
  return source.slice(from, to);
}
