import type { Cell, Grid } from '../../../core/model/grid';
import { damaged, grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { numberCell, textCell, valueCell } from '../xlsx/cell-content';
import type { RichText } from '../xlsx/rich-text';
import type { CellStyle } from '../xlsx/styles';
import type { OdsContext } from './ods-context';
import { OdsText } from './ods-text';
import { fromOpenFormula } from './open-formula';

/** What the attributes of a cell say. */
interface Typed {
  type: string;
  isError: boolean;
  value: string | null;
  date: string | null;
  time: string | null;
  truth: string | null;
  text: string | null;
  formula: string | null;
}

const ERROR = /^(?:#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;
const DURATION = /^(-?)P(?:(\d{1,9})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d+)?)S)?$/;
const DAY_SECONDS = 86_400;

/** Reads `<table:table-cell>` and covered ones. */
export class OdsCellReader {
  /** Comments on blank cells of the sheet. */
  readonly notes: NonNullable<Grid['notes']> = [];

  constructor(private readonly context: OdsContext) {}

  /** The cell at the cursor, or null where it is blank; a repeated one is given once. */
  read(row: number, col: number, styleName: string | null): Cell | null {
    const { cursor, styles, limits } = this.context;
    const typed = this.readAttributes();
    const own = new OdsText(cursor, styles, limits);
    let comment: string | null = null;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('p') || cursor.is('h')) own.readParagraph();
      else if (cursor.is('annotation')) comment = this.readComment();
    }
    const style = styles.cell(styleName);
    const cell = this.withFormula(this.value(row, col, typed, own.content, style), row, col, typed, style);
    if (!cell) {
      if (comment) this.notes.push({ row, col, text: comment });
      return null;
    }
    if (comment) cell.comment = comment;
    return cell;
  }

  private readAttributes(): Typed {
    const { cursor } = this.context;
    const typed: Typed = {
      type: '',
      isError: false,
      value: null,
      date: null,
      time: null,
      truth: null,
      text: null,
      formula: null,
    };
    while (cursor.nextAttribute()) {
      switch (cursor.source.slice(cursor.attributeStart, cursor.attributeEnd)) {
        // LibreOffice adds a second one of its own, which alone tells an error from a text.
        case 'value-type': {
          const type = cursor.value();
          typed.isError ||= type === 'error';
          typed.type ||= type;
          break;
        }
        case 'value':
          typed.value ??= cursor.value();
          break;
        case 'date-value':
          typed.date = cursor.value();
          break;
        case 'time-value':
          typed.time = cursor.value();
          break;
        case 'boolean-value':
          typed.truth = cursor.value();
          break;
        case 'string-value':
          typed.text = cursor.value();
          break;
        case 'formula':
          typed.formula = cursor.value();
          break;
        default:
      }
    }
    const longest = Math.max(typed.text?.length ?? 0, typed.formula?.length ?? 0);
    if (longest > this.context.limits.textLength)
      throw tooLarge(`một ô có hơn ${grouped(this.context.limits.textLength)} ký tự`);
    return typed;
  }

  private value(
    row: number,
    col: number,
    typed: Typed,
    shown: string | RichText,
    style: CellStyle & { boolean: boolean },
  ): Cell | null {
    const { cells } = this.context;
    const plain = typeof shown === 'string' ? shown : shown.text;
    if (typed.isError || (typed.formula !== null && ERROR.test(plain)))
      return valueCell(row, col, 'e', plain || '#N/A', style, cells);
    switch (typed.type) {
      case 'float':
      case 'percentage':
      case 'currency': {
        const value = this.number(typed.value);
        // LibreOffice keeps =TRUE() as the number 1 shown as TRUE.
        const truth = style.boolean || (typed.formula !== null && /^(?:TRUE|FALSE)$/.test(plain));
        return truth
          ? valueCell(row, col, 'b', value === 0 ? '0' : '1', style, cells)
          : numberCell(row, col, value, style, cells);
      }
      case 'boolean':
        return valueCell(row, col, 'b', typed.truth === 'true' ? '1' : '0', style, cells);
      case 'date':
        return valueCell(row, col, 'd', typed.date ?? plain, style, cells);
      case 'time': {
        const days = durationDays(typed.time ?? '');
        return days === null ? textCell(row, col, plain, style, cells) : numberCell(row, col, days, style, cells);
      }
      default: {
        const text = typed.text !== null && typed.text !== plain ? ownString(typed.text) : shown;
        return plain === '' && !typed.text
          ? typed.formula !== null && typed.type === 'string'
            ? textCell(row, col, '', style, cells)
            : null
          : textCell(row, col, text, style, cells);
      }
    }
  }

  private number(text: string | null): number {
    const value = text === null || text.trim() === '' ? NaN : Number(text);
    if (!Number.isFinite(value)) throw damaged('có ô số không có giá trị');
    return value;
  }

  private withFormula(cell: Cell | null, row: number, col: number, typed: Typed, style: CellStyle): Cell | null {
    if (typed.formula === null) return cell;
    const formula = ownString(fromOpenFormula(typed.formula));
    if (cell) return { ...cell, formula };
    return { ...textCell(row, col, '', style, this.context.cells), formula, noCachedValue: true };
  }

  private readComment(): string {
    const { cursor, styles, limits, budget } = this.context;
    if (--budget.comments < 0) throw tooLarge(`hơn ${grouped(limits.comments)} ghi chú`);
    const text = new OdsText(cursor, styles, limits);
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('p') || cursor.is('h')) text.readParagraph();
      else if (cursor.is('list')) this.readList(text);
    }
    return typeof text.content === 'string' ? text.content : text.content.text;
  }

  private readList(text: OdsText): void {
    const { cursor } = this.context;
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('p') || cursor.is('h')) text.readParagraph();
      else this.readList(text);
    }
  }
}

/** "PT14H30M00S" in days. */
function durationDays(text: string): number | null {
  const m = DURATION.exec(text);
  if (!m) return null;
  const [d, h, min, s] = m.slice(2).map((x) => Number(x ?? 0)) as [number, number, number, number];
  return (m[1] ? -1 : 1) * (d + (h * 3_600 + min * 60 + s) / DAY_SECONDS);
}
