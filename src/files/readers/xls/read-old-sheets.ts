import type { Cell, Grid, Span } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, encrypted, grouped, tooLarge } from '../../refusal';
import { u16, u32 } from '../../zip/little-endian';
import { attachComments } from '../attach-comments';
import { numberCell, textCell, valueCell, type CellContext } from '../xlsx/cell-content';
import { cellKey, type Comments } from '../xlsx/comments';
import { joinSpans } from '../../../core/model/join-spans';
import type { CellStyle } from '../xlsx/styles';
import { errorText } from './formula-text';
import { OldStyles } from './old-styles';
import { MOST_RECORDS, readRecord } from './records';
import { rkNumber } from './rk-number';

const WORKSHEET = 0x10,
  WORKSPACE = 0x100;
const EOF = 0x0a,
  FILE_PASS = 0x2f,
  SHEET_HEADER = 0x8f;

/**
 * Reads a stream of Excel 2, 3 or 4, where a file is one sheet, or a workspace of Excel 4 with several: grids in order.
 * Throws Refusal.
 */
export function readOldSheets(stream: Uint8Array, limits: ReadLimits): Grid[] {
  const grids: Grid[] = [];
  const budget = { cells: limits.cells, comments: limits.comments };
  const shared = new OldStyles(limits);
  let name = '';
  /** What is open, innermost last: a chart may stand inside a sheet. */
  const open: (OldSheet | 'workspace' | 'other')[] = [];
  for (let at = 0, count = 0; at + 4 <= stream.length; count++) {
    if (count > MOST_RECORDS) throw tooLarge(`hơn ${grouped(MOST_RECORDS)} bản ghi`);
    const { type, data } = readRecord(stream, at);
    at += 4 + data.length;
    const top = open[open.length - 1];
    if (isBof(type)) {
      const kind = u16(data, 2);
      if (kind === WORKSPACE) open.push('workspace');
      else
        open.push(
          kind === WORKSHEET && !(top instanceof OldSheet) ? new OldSheet(shared.copy(), budget, limits) : 'other',
        );
    } else if (count === 0) throw damaged('thiếu phần đầu của trang tính');
    else if (type === FILE_PASS) throw encrypted();
    else if (type === EOF) {
      open.pop();
      if (top instanceof OldSheet) {
        if (grids.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} trang tính`);
        grids.push(top.finish(name || `Bảng ${grids.length + 1}`, grids.length));
        name = '';
      }
      if (open.length === 0) break;
    } else if (top instanceof OldSheet) top.take(type, data);
    else if (top === 'workspace') {
      if (type === SHEET_HEADER) name = shared.text(data, 4);
      else shared.take(type, data);
    }
  }
  if (open.length > 0) throw damaged('nội dung bảng tính bị cụt');
  if (grids.length === 0) throw damaged('không có trang tính nào');
  return grids;
}

function isBof(type: number): boolean {
  return type === 0x09 || type === 0x209 || type === 0x409 || type === 0x809;
}

/**
 * One worksheet while it is read. Records with numbers below 0x10 are those of Excel 2; later programs write them too.
 */
class OldSheet {
  private readonly cells: Cell[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenCols: Span[] = [];
  private readonly notes: Comments = new Map();
  private note = -1;
  private filterSet = false;
  /** Number of the cell format for cells whose own field is too small for it. */
  private wideXf = 0;
  /** The formula whose text result comes in the next STRING record. */
  private awaiting: { row: number; col: number; style: CellStyle } | null = null;

  constructor(
    private readonly styles: OldStyles,
    private readonly budget: { cells: number; comments: number },
    private readonly limits: ReadLimits,
  ) {}

  take(type: number, data: Uint8Array): void {
    if (this.styles.take(type, data)) return;
    const old = type < 0x10;
    const value = old ? 7 : 6;
    switch (type) {
      case 0x02:
        this.need(data, 9);
        this.number(data, old, u16(data, 7));
        break;
      case 0x03:
      case 0x203:
        this.need(data, value + 8);
        this.number(data, old, float(data, value));
        break;
      case 0x27e:
        this.need(data, 10);
        this.number(data, old, rkNumber(u32(data, 6)));
        break;
      case 0x04:
      case 0x204:
        this.label(data, old);
        break;
      case 0x05:
      case 0x205:
        this.need(data, value + 2);
        this.special(data, old, data[value + 1] ? 'e' : 'b', data[value]!);
        break;
      case 0x06:
      case 0x206:
      case 0x406:
        this.formula(data, old);
        break;
      case 0x07:
      case 0x207:
        this.result(data, old);
        break;
      case 0x08:
        if (data.length >= 8 && u16(data, 6) === 0) this.hiddenRows.push({ from: u16(data, 0), to: u16(data, 0) });
        break;
      case 0x208:
        if (data.length >= 14 && (u16(data, 12) & 0x20 || u16(data, 6) === 0))
          this.hiddenRows.push({ from: u16(data, 0), to: u16(data, 0) });
        break;
      case 0x24:
        if (data.length >= 4 && u16(data, 2) === 0 && data[1]! >= data[0]!)
          this.hiddenCols.push({ from: data[0]!, to: data[1]! });
        break;
      case 0x7d:
        this.columns(data);
        break;
      case 0x1c:
        this.readNote(data);
        break;
      case 0x44:
        this.wideXf = u16(data, 0);
        break;
      case 0x9b:
        this.filterSet = true;
        break;
      default:
    }
  }

  finish(sheet: string, index: number): Grid {
    const cells = this.cells.sort((a, b) => a.row - b.row || a.col - b.col);
    for (let i = 1; i < cells.length; i++) {
      if (cells[i - 1]!.row === cells[i]!.row && cells[i - 1]!.col === cells[i]!.col)
        throw damaged('có ô được ghi hai lần với hai giá trị');
    }
    const grid: Grid = {
      sheet,
      index,
      visibility: 'visible',
      cells,
      merges: [],
      hiddenRows: joinSpans(this.hiddenRows),
      hiddenCols: joinSpans(this.hiddenCols),
    };
    attachComments(grid, new Map([...this.notes].map(([key, text]) => [key, text.replace(/\r\n?/g, '\n')])));
    if (this.filterSet && grid.hiddenRows.length > 0) grid.filtered = true;
    return grid;
  }

  private need(data: Uint8Array, length: number): void {
    if (data.length < length) throw damaged('có bản ghi bị cụt');
  }

  private style(data: Uint8Array, old: boolean): CellStyle {
    if (!old) return this.styles.at(u16(data, 4));
    const own = data[4]! & 0x3f;
    if (this.styles.numbered) return this.styles.at(own === 0x3f ? this.wideXf : own);
    return this.styles.spelled(data[5]! & 0x3f, data[5]! >> 6);
  }

  private context(): CellContext {
    return {
      strings: [],
      date1904: this.styles.date1904,
      styles: { at: (i) => this.styles.at(i), hides: () => false },
    };
  }

  private add(cell: Cell | null): void {
    if (!cell || cell.value === '') return;
    if (--this.budget.cells < 0) throw tooLarge(`hơn ${grouped(this.limits.cells)} ô có nội dung`);
    this.cells.push(cell);
  }

  private number(data: Uint8Array, old: boolean, value: number): void {
    if (!Number.isFinite(value)) throw damaged('có ô số không có giá trị');
    this.add(numberCell(u16(data, 0), u16(data, 2), value, this.style(data, old), this.context()));
  }

  private special(data: Uint8Array, old: boolean, type: 'b' | 'e', code: number): void {
    this.add(
      valueCell(
        u16(data, 0),
        u16(data, 2),
        type,
        type === 'e' ? errorText(code) : String(code ? 1 : 0),
        this.style(data, old),
        this.context(),
      ),
    );
  }

  private label(data: Uint8Array, old: boolean): void {
    this.need(data, 8);
    const style = this.style(data, old);
    const [from, length] = old ? [8, data[7]!] : [8, u16(data, 6)];
    this.need(data, from + length);
    this.add(
      textCell(
        u16(data, 0),
        u16(data, 2),
        this.styles.decode(data.subarray(from, from + length), style.font),
        style,
        this.context(),
      ),
    );
  }

  private formula(data: Uint8Array, old: boolean): void {
    const at = old ? 7 : 6;
    this.need(data, at + 8);
    const kind = u16(data, at + 6) === 0xffff ? data[at]! : -1;
    if (kind === 0) this.awaiting = { row: u16(data, 0), col: u16(data, 2), style: this.style(data, old) };
    else if (kind === 1 || kind === 2) this.special(data, old, kind === 2 ? 'e' : 'b', data[at + 2]!);
    else if (kind !== 3) this.number(data, old, float(data, at));
  }

  private result(data: Uint8Array, old: boolean): void {
    const waiting = this.awaiting;
    this.awaiting = null;
    if (!waiting) return;
    const [from, length] = old ? [1, data[0] ?? 0] : [2, u16(data, 0)];
    this.add(
      textCell(
        waiting.row,
        waiting.col,
        this.styles.decode(data.subarray(from, from + length), waiting.style.font),
        waiting.style,
        this.context(),
      ),
    );
  }

  private columns(data: Uint8Array): void {
    if (data.length < 10 || !(u16(data, 8) & 1 || u16(data, 4) === 0)) return;
    const [from, to] = [u16(data, 0), Math.min(255, u16(data, 2))];
    if (to >= from) this.hiddenCols.push({ from, to });
  }

  private readNote(data: Uint8Array): void {
    if (--this.budget.comments < 0) throw tooLarge(`hơn ${grouped(this.limits.comments)} ghi chú`);
    const row = u16(data, 0);
    // A long note goes on in further records that name no cell.
    if (row !== 0xffff) this.note = cellKey(row, u16(data, 2));
    if (this.note >= 0)
      this.notes.set(this.note, (this.notes.get(this.note) ?? '') + this.styles.decode(data.subarray(6)));
  }
}

function float(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset + at, 8).getFloat64(0, true);
}
