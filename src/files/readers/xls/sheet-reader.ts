import type { Area, Cell, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { u16, u32 } from '../../zip/little-endian';
import { takeResult } from '../take-result';
import { numberCell, textCell, valueCell, type CellContext } from '../xlsx/cell-content';
import { cellKey, type Comments } from '../xlsx/comments';
import type { RichText } from '../xlsx/rich-text';
import { joinSpans } from '../../../core/model/join-spans';
import { TextCursor, type BiffText } from './biff-text';
import { errorText, formulaText } from './formula-text';
import type { BiffGlobals } from './globals';
import { R, substream, type BiffRecord } from './records';
import { rkNumber } from './rk-number';

export interface BiffSheetData {
  cells: Cell[];
  merges: Area[];
  hiddenRows: Span[];
  hiddenCols: Span[];
  filterSet: boolean;
  isWorksheet: boolean;
  comments: Comments;
}

const WORKSHEET = 0x10;
const ROW_HIDDEN = 0x20;
/** A sheet of Excel 5 to 2003 has 256 columns. */
const LAST_COLUMN = 255;
/** Tokens of a formula that stand for "look in the shared one" (MS-XLS 2.5.198.58). */
const PTG_EXP = 0x01;
/** Such a formula has a text as its result at times; the others cannot give an empty one. */
const MAY_GIVE_TEXT =
  /["&]|IF|LOOKUP|INDEX|CHOOSE|TEXT|LEFT|RIGHT|MID|TRIM|UPPER|LOWER|PROPER|REPLACE|SUBSTITUTE|REPT|CHAR|INDIRECT|OFFSET|CONCATENATE|T\(|^[^(+\-*/^]*$/;

/** Reads one worksheet substream. */
export class SheetReader {
  private readonly sheet: BiffSheetData = {
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenCols: [],
    filterSet: false,
    isWorksheet: true,
    comments: new Map(),
  };
  /** The formula whose text result comes in the next STRING record. */
  private awaiting: {
    row: number;
    col: number;
    xf: number;
    formula: string | undefined;
    member: string | null;
  } | null = null;
  private readonly shared = new Map<string, Uint8Array>();
  /** Members of shared formulas: the first stands before its formula. */
  private readonly members: { cell: Cell; key: string }[] = [];
  private readonly comments = new Map<number, string>();
  private readonly notes: { row: number; col: number; object: number; text: string }[] = [];
  private object = -1;
  /** The program that wrote the sheet says that it did not compute it (MS-XLS 2.4.333). */
  private uncomputed = false;

  constructor(
    private readonly globals: BiffGlobals,
    private readonly context: CellContext,
    private readonly budget: { cells: number; comments: number },
    private readonly limits: ReadLimits,
  ) {}

  read(stream: Uint8Array, at: number): BiffSheetData {
    for (const record of substream(stream, at)) this.readRecord(record);
    this.finish();
    return this.sheet;
  }

  private readRecord(record: BiffRecord): void {
    const { data } = record;
    switch (record.type) {
      case R.Bof:
        this.sheet.isWorksheet = u16(data, 2) === WORKSHEET;
        break;
      case R.Number:
        this.need(data, 14);
        this.addNumber(data, float(data, 6));
        break;
      case R.Rk:
        this.need(data, 10);
        this.addNumber(data, rkNumber(u32(data, 6)));
        break;
      case R.MulRk:
        this.readMulRk(data);
        break;
      case R.LabelSst:
        this.readLabelSst(data);
        break;
      case R.Label:
      case R.RString:
        this.readLabel(record);
        break;
      case R.BoolErr:
        this.need(data, 8);
        this.addValue(data, data[7] ? 'e' : 'b', data[7] ? errorText(data[6]!) : String(data[6]! ? 1 : 0));
        break;
      case R.Formula:
      case R.Formula3:
      case R.Formula4:
        this.readFormula(data);
        break;
      case R.String:
        this.readString(record);
        break;
      case R.ShrFmla:
        this.need(data, 10);
        this.addShared(data);
        break;
      case R.Array:
        this.need(data, 14);
        this.shared.set(`${u16(data, 0)}/${data[4]!}`, data.subarray(14, 14 + u16(data, 12)));
        break;
      case R.MergeCells:
        this.readMerges(data);
        break;
      case R.Row:
        if (data.length >= 14 && u16(data, 12) & ROW_HIDDEN)
          this.addHidden(this.sheet.hiddenRows, u16(data, 0), u16(data, 0));
        break;
      case R.ColInfo:
        if (data.length >= 10 && (u16(data, 8) & 1 || u16(data, 4) === 0))
          this.addHidden(this.sheet.hiddenCols, u16(data, 0), Math.min(255, u16(data, 2)));
        break;
      case R.Uncalced:
        this.uncomputed = true;
        break;
      case R.FilterMode:
        this.sheet.filterSet = true;
        break;
      case R.Obj:
        if (u16(data, 0) === 0x15) this.object = u16(data, 6);
        break;
      case R.TxO:
        this.readComment(record);
        break;
      case R.Note:
        this.readNote(data);
        break;
      default:
    }
  }

  /** Members name the cell before the shared formula, which need not be the first of its area. */
  private addShared(data: Uint8Array): void {
    const tokens = data.subarray(10, 10 + u16(data, 8));
    this.shared.set(`${u16(data, 0)}/${data[4]!}`, tokens);
    const own = this.awaiting?.member ?? this.members[this.members.length - 1]?.key;
    if (own !== undefined && !this.shared.has(own)) this.shared.set(own, tokens);
  }

  private need(data: Uint8Array, length: number): void {
    if (data.length < length) throw damaged('có bản ghi bị cụt');
  }

  private add(cell: Cell | null): Cell | null {
    if (!cell) return null;
    if (cell.value === '' && cell.formula === undefined) return null;
    if (--this.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.limits.cells)} ô có nội dung`);
    this.sheet.cells.push(cell);
    return cell;
  }

  private addNumber(data: Uint8Array, value: number): Cell | null {
    return this.add(numberCell(u16(data, 0), u16(data, 2), value, this.context.styles.at(u16(data, 4)), this.context));
  }

  private addValue(data: Uint8Array, type: string, raw: string): Cell | null {
    return this.add(
      valueCell(u16(data, 0), u16(data, 2), type, raw, this.context.styles.at(u16(data, 4)), this.context),
    );
  }

  private readMulRk(data: Uint8Array): void {
    const row = u16(data, 0);
    let col = u16(data, 2);
    for (let at = 4; at + 8 <= data.length; at += 6, col++) {
      const value = rkNumber(u32(data, at + 2));
      if (col > 255) throw damaged('số cột vượt quá khổ trang tính');
      this.add(numberCell(row, col, value, this.context.styles.at(u16(data, at)), this.context));
    }
  }

  private readLabelSst(data: Uint8Array): void {
    this.need(data, 10);
    const text = this.globals.strings[u32(data, 6)];
    if (!text) throw damaged('thiếu một đoạn chữ trong danh sách chữ dùng chung');
    this.addText(u16(data, 0), u16(data, 2), u16(data, 4), text);
  }

  private readLabel(record: BiffRecord): void {
    const { data } = record;
    this.need(data, 8);
    const xf = u16(data, 4);
    // A few programs write the record of Excel 5, whose letters have no byte on their width, into newer files.
    const old = data.length === 8 + u16(data, 6) && record.more.length === 0;
    if (this.globals.biff === 8 && !old) {
      this.addText(u16(data, 0), u16(data, 2), xf, new TextCursor([data, ...record.more], 6, this.limits).readSized());
      return;
    }
    const length = u16(data, 6);
    this.need(data, 8 + length);
    const runs: BiffText['runs'] = [];
    const count = record.type === R.RString ? (data[8 + length] ?? 0) : 0;
    for (let i = 0, at = 9 + length; i < count && at + 2 <= data.length; i++, at += 2)
      runs.push({ from: data[at]!, font: data[at + 1]! });
    const bytes = data.subarray(8, 8 + length);
    this.addText(u16(data, 0), u16(data, 2), xf, { text: this.decodeRuns(bytes, runs, xf), runs });
  }

  /**
   * Letters of Excel 5: each stretch by its own font. One byte is one letter in every code page but the East Asian
   * ones.
   */
  private decodeRuns(bytes: Uint8Array, runs: BiffText['runs'], xf: number): string {
    let text = '';
    let from = 0;
    let font = this.context.styles.at(xf).font;
    for (const run of [...runs, { from: bytes.length, font: -1 }]) {
      if (run.from < from) continue;
      text += this.globals.decode(bytes.subarray(from, run.from), font);
      from = run.from;
      font = this.globals.font(run.font)?.name ?? font;
    }
    return text;
  }

  private addText(row: number, col: number, xf: number, text: BiffText): Cell | null {
    const style = this.context.styles.at(xf);
    return this.add(textCell(row, col, text.runs.length > 0 ? this.rich(text) : text.text, style, this.context));
  }

  private rich(text: BiffText): RichText {
    const runs: RichText['runs'] = [];
    let from = 0;
    let own: Omit<RichText['runs'][number], 'text'> = {};
    for (const run of [...text.runs, { from: text.text.length, font: -1 }]) {
      const to = Math.min(run.from, text.text.length);
      if (to > from) {
        runs.push({ text: text.text.slice(from, to), ...own });
        from = to;
      }
      const font = this.globals.font(run.font);
      if (font)
        own = {
          font: font.name,
          ...(font.colour ? { colour: font.colour } : {}),
          struck: font.struck ?? false,
          ...(font.raised ? { raised: true } : {}),
        };
    }
    return { text: text.text, runs };
  }

  private readFormula(data: Uint8Array): void {
    this.need(data, 22);
    const [row, col, xf] = [u16(data, 0), u16(data, 2), u16(data, 4)];
    const tokens = data.subarray(22, 22 + u16(data, 20));
    const isMember = tokens[0] === PTG_EXP && tokens.length >= 5;
    const formula = isMember ? undefined : this.formula(tokens, row, col);
    const member = isMember ? `${u16(tokens, 1)}/${u16(tokens, 3)}` : null;
    const cell = this.cached(data, row, col, xf, formula);
    this.awaiting = cell ? null : { row, col, xf, formula, member };
    if (cell && member !== null) this.members.push({ cell, key: member });
  }

  /** The cell with its cached value, or null where that is a text to come. */
  private cached(data: Uint8Array, row: number, col: number, xf: number, formula: string | undefined): Cell | null {
    const style = this.context.styles.at(xf);
    const special = u16(data, 12) === 0xffff ? data[6]! : -1;
    if (special === 0) return null;
    let cell: Cell | null;
    if (special === 1) cell = valueCell(row, col, 'b', data[8] ? '1' : '0', style, this.context);
    else if (special === 2) cell = valueCell(row, col, 'e', errorText(data[8]!), style, this.context);
    else if (special === 3)
      cell = {
        ...textCell(row, col, '', style, this.context),
        ...(formula !== undefined && !MAY_GIVE_TEXT.test(formula) ? { noCachedValue: true } : {}),
      };
    else {
      const value = float(data, 6);
      cell = numberCell(row, col, value, style, this.context);
    }
    if (!cell) return null;
    cell.formula = formula ?? '';
    this.add(cell);
    return cell;
  }

  private readString(record: BiffRecord): void {
    const waiting = this.awaiting;
    if (!waiting) return;
    this.awaiting = null;
    const { data } = record;
    const text =
      this.globals.biff === 8
        ? new TextCursor([data, ...record.more], 0, this.limits).readSized()
        : {
            text: this.globals.decode(data.subarray(2, 2 + u16(data, 0)), this.context.styles.at(waiting.xf).font),
            runs: [],
          };
    const cell = textCell(waiting.row, waiting.col, text.text, this.context.styles.at(waiting.xf), this.context);
    cell.formula = waiting.formula ?? '';
    this.add(cell);
    if (waiting.member !== null) this.members.push({ cell, key: waiting.member });
  }

  private formula(tokens: Uint8Array, row: number, col: number): string | undefined {
    return formulaText(tokens, { biff: this.globals.biff, row, col, sheetPrefix: (i) => this.globals.sheetPrefix(i) });
  }

  private readMerges(data: Uint8Array): void {
    const count = u16(data, 0);
    this.need(data, 2 + 8 * count);
    for (let at = 2; at < 2 + 8 * count; at += 8) {
      const area = { top: u16(data, at), bottom: u16(data, at + 2), left: u16(data, at + 4), right: u16(data, at + 6) };
      if (area.right > LAST_COLUMN) throw damaged('vùng gộp ô vượt quá khổ trang tính');
      if (area.bottom < area.top || area.right < area.left || (area.top === area.bottom && area.left === area.right))
        continue;
      if (this.sheet.merges.length >= this.limits.merges)
        throw tooLarge(`hơn ${grouped(this.limits.merges)} vùng gộp ô trong một trang tính`);
      this.sheet.merges.push(area);
    }
  }

  private addHidden(spans: Span[], from: number, to: number): void {
    if (to >= from) spans.push({ from, to });
  }

  private readComment(record: BiffRecord): void {
    const length = u16(record.data, 10);
    if (this.object < 0 || length === 0 || record.more.length === 0) return;
    if (--this.budget.comments < 0) throw tooLarge(`hơn ${grouped(this.limits.comments)} ghi chú`);
    this.comments.set(this.object, new TextCursor(record.more, 0, this.limits).read(length).text);
  }

  private readNote(data: Uint8Array): void {
    if (this.notes.length >= this.limits.comments) throw tooLarge(`hơn ${grouped(this.limits.comments)} ghi chú`);
    const [row, col] = [u16(data, 0), u16(data, 2)];
    const last = this.notes[this.notes.length - 1];
    if (this.globals.biff === 8) this.notes.push({ row, col, object: u16(data, 6), text: '' });
    else if (row === 0xffff && last) last.text += this.globals.decode(data.subarray(6));
    else this.notes.push({ row, col, object: -1, text: this.globals.decode(data.subarray(6)) });
  }

  private finish(): void {
    const { sheet } = this;
    for (const { cell, key } of this.members) {
      const tokens = this.shared.get(key);
      const text = tokens && this.formula(tokens, cell.row, cell.col);
      if (text) cell.formula = text;
    }
    for (const cell of sheet.cells) {
      if (this.uncomputed && cell.formula && cell.value === 0) takeResult(cell);
      if (cell.formula === '' && cell.value !== '') delete cell.formula;
    }
    sheet.cells = sheet.cells.filter((c) => c.value !== '' || (c.formula !== undefined && c.formula !== ''));
    sheet.cells.sort((a, b) => a.row - b.row || a.col - b.col);
    for (let i = 1; i < sheet.cells.length; i++) {
      const [a, b] = [sheet.cells[i - 1]!, sheet.cells[i]!];
      if (a.row === b.row && a.col === b.col) throw damaged('có ô được ghi hai lần với hai giá trị');
    }
    for (const note of this.notes)
      sheet.comments.set(
        cellKey(note.row, note.col),
        (note.text || (this.comments.get(note.object) ?? '')).replace(/\r\n?/g, '\n'),
      );
    sheet.hiddenRows = joinSpans(sheet.hiddenRows);
    sheet.hiddenCols = joinSpans(sheet.hiddenCols);
  }
}

function float(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset + at, 8).getFloat64(0, true);
}
