import type { Area, Cell, Grid, Span, TextRun } from '../../../core/model/grid';
import type { Issue } from '../../../core/model/issue';
import { cellName } from '../../../core/model/address';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { numberCell, valueCell, type CellContext } from '../xlsx/cell-content';
import { isErrorText } from '../error-words';
import { numberFormat } from '../number-format/number-format';
import { textMarks } from '../text-marks';
import { joinSpans } from '../../../core/model/join-spans';
import { BLACK, nearlySame, resolveColour, WHITE, type Rgb } from '../xlsx/colours';
import type { CssLook } from './css';
import { cssColour } from './css-colour';
import { CellText } from './cell-text';

/** Largest spans a browser follows (HTML 4.9.11). */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
const COLUMNS = 16_384;
/** Columns looked at while placing cells, over a whole file: beyond, a page is made to hurt. */
export const PLACING_STEPS = 50_000_000;

/** What is left of the limits that hold for a whole file. */
export interface HtmlBudget {
  cells: number;
  steps: number;
}

const CONTEXT: CellContext = {
  strings: [],
  date1904: false,
  styles: { at: () => ({ format: numberFormat(''), invisible: false, background: WHITE }), hides: () => false },
};

interface OpenCell {
  row: number;
  col: number;
  attributes: ReadonlyMap<string, string>;
  look: CssLook;
  text: CellText;
}

/** One `<table>` while it is read. */
export class HtmlTable {
  readonly before: string[];
  private readonly cells: Cell[] = [];
  private readonly merges: Area[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenCols: Span[] = [];
  /** By column, the first row that a cell from above leaves free. */
  private readonly freeFrom: number[] = [];
  private row = -1;
  private col = 0;
  private columns = 0;
  private typed = false;
  private rowLook: Pick<CssLook, 'colour' | 'fill'> = {};
  private readonly notes: NonNullable<Grid['notes']> = [];
  /** Cells of which a part is not shown. */
  readonly issues: Issue[] = [];
  cell: OpenCell | null = null;

  constructor(
    before: string[],
    private readonly budget: HtmlBudget,
    private readonly limits: ReadLimits,
  ) {
    this.before = before;
  }

  openRow(look: CssLook, attributes: ReadonlyMap<string, string> = new Map()): void {
    this.closeCell();
    this.rowLook = { colour: look.colour, fill: look.fill ?? cssColour(attributes.get('bgcolor') ?? '') };
    this.row++;
    this.col = 0;
    if (look.hidden) this.hiddenRows.push({ from: this.row, to: this.row });
  }

  addColumns(attributes: ReadonlyMap<string, string>, look: CssLook): void {
    const count = span(attributes.get('span'), MOST_COLUMNS);
    if (look.hidden && this.columns + count <= COLUMNS)
      this.hiddenCols.push({ from: this.columns, to: this.columns + count - 1 });
    this.columns += count;
  }

  openCell(attributes: ReadonlyMap<string, string>, look: CssLook): void {
    this.closeCell();
    if (this.row < 0) this.openRow({});
    if (--this.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.limits.cells)} ô`);
    while ((this.freeFrom[this.col] ?? 0) > this.row) {
      this.col++;
      this.spend(1);
    }
    const width = span(attributes.get('colspan'), MOST_COLUMNS);
    const height = span(attributes.get('rowspan'), MOST_ROWS);
    if (this.col + width > COLUMNS) throw tooLarge('bảng có quá nhiều cột');
    if (height > 1)
      for (let c = this.col; c < this.col + width; c++) {
        this.freeFrom[c] = this.row + height;
        this.spend(1);
      }
    if (width > 1 || height > 1) {
      if (this.merges.length >= this.limits.merges)
        throw tooLarge(`hơn ${grouped(this.limits.merges)} vùng gộp ô trong một bảng`);
      this.merges.push({ top: this.row, left: this.col, bottom: this.row + height - 1, right: this.col + width - 1 });
    }
    this.cell = { row: this.row, col: this.col, attributes, look, text: new CellText(look.font, this.limits) };
    this.col += width;
  }

  private spend(steps: number): void {
    this.budget.steps -= steps;
    if (this.budget.steps < 0) throw tooLarge('bảng gộp ô quá phức tạp');
  }

  closeCell(): void {
    const open = this.cell;
    this.cell = null;
    if (!open) return;
    const { row, col, text } = open;
    const comment = text.comment.trim();
    const unseen = text.unseen.trim();
    const made = this.typedCell(open) ?? textCellOf(open) ?? hiddenCellOf(row, col, unseen);
    if (!made) {
      if (comment !== '') this.notes.push({ row, col, text: comment });
      return;
    }
    if (comment !== '') made.comment = comment;
    if (unseen !== '' && !made.invisible) {
      this.issues.push({
        rule: 'text-repaired',
        severity: 'warning',
        at: { cell: cellName(row, col) },
        actual: `${text.shown}${text.unseen}`,
        params: { before: `${text.shown}${text.unseen}`, after: text.shown, kind: 'hidden-part' },
      });
    }
    if (open.look.hidden || this.cannotBeSeen(open)) made.invisible = true;
    const own = open.look.struck ?? false;
    this.cells.push(
      Object.assign(
        made,
        textMarks(open.text.drawn.map((d) => ({ ...d, text: d.text.trim(), struck: d.struck ?? own }))),
      ),
    );
  }

  /** Whether every letter has nearly the colour of what is behind it. */
  private cannotBeSeen({ look, attributes, text }: OpenCell): boolean {
    if (text.colours.size === 0) return false;
    const rgb = (colour: string): Rgb => resolveColour({ rgb: colour, tint: 0 }, []) ?? BLACK;
    const own = look.colour ?? this.rowLook.colour ?? '000000';
    const fill = rgb(look.fill ?? cssColour(attributes.get('bgcolor') ?? '') ?? this.rowLook.fill ?? 'FFFFFF');
    return [...text.colours].every((c) => nearlySame(rgb(c || own), fill));
  }

  /** Excel 2000–2003 writes the stored value beside the shown one: x:num="0.958", x:str, x:bool, x:err, x:fmla. */
  private typedCell({ row, col, attributes, look, text }: OpenCell): Cell | null {
    const style = {
      format: numberFormat(look.format ?? ''),
      ...(look.font ? { font: look.font } : {}),
      invisible: false,
      background: WHITE,
    };
    const number = attributes.get('x:num');
    const error = attributes.get('x:err');
    const truth = attributes.get('x:bool');
    let cell: Cell | null = null;
    if (number !== undefined) {
      const raw = number.trim() === '' ? text.shown.trim() : number;
      if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(raw))
        cell = numberCell(row, col, Number(raw), style, CONTEXT);
    } else if (error !== undefined)
      cell = valueCell(row, col, 'e', error || text.shown.trim() || '#N/A', style, CONTEXT);
    else if (truth !== undefined)
      cell = valueCell(row, col, 'b', /^(?:true|1)$/i.test(truth) ? '1' : '0', style, CONTEXT);
    if (!cell) return null;
    this.typed = true;
    const formula = attributes.get('x:fmla');
    if (formula) cell.formula = formula.replace(/^=/, '').slice(0, this.limits.textLength);
    return cell;
  }

  finish(index: number): Grid {
    this.closeCell();
    const grid: Grid = {
      sheet: `Bảng ${index + 1}`,
      index,
      visibility: 'visible',
      cells: this.cells,
      merges: this.merges
        .map((m) => ({ ...m, bottom: Math.min(m.bottom, this.row) }))
        .filter((m) => m.bottom > m.top || m.right > m.left),
      hiddenRows: joinSpans(this.hiddenRows),
      hiddenCols: joinSpans(this.hiddenCols),
    };
    if (!this.typed) grid.plainText = true;
    if (this.notes.length > 0) grid.notes = this.notes;
    for (const issue of this.issues) issue.at.sheet = grid.sheet;
    if (this.before.length > 0) grid.before = this.before;
    return grid;
  }
}

/** A figure in letters that are not shown counts like one in a hidden row. */
function hiddenCellOf(row: number, col: number, unseen: string): Cell | null {
  return unseen === '' ? null : { row, col, kind: 'text', value: unseen, text: unseen, invisible: true };
}

function textCellOf({ row, col, attributes, text, look }: OpenCell): Cell | null {
  // x:str holds the text where the page shows it otherwise; it is empty where both are the same.
  const stored = attributes.get('x:str');
  const runs: TextRun[] = stored ? [look.font ? { text: stored, font: look.font } : { text: stored }] : text.runs;
  const value = stored || text.shown;
  if (value === '' || (!stored && text.isBlank)) return null;
  const cell: Cell = { row, col, kind: isErrorText(value) ? 'error' : 'text', value, text: value };
  if (runs.length > 1) cell.runs = runs;
  else if (runs[0]?.font !== undefined) cell.font = runs[0].font;
  return cell;
}

function span(text: string | undefined, most: number): number {
  const n = parseInt(text ?? '1', 10);
  return n >= 1 ? Math.min(n, most) : 1;
}
