import { cellName, columnName } from '../../../core/model/address';
import { u16, u32 } from '../../zip/little-endian';

/** What names in a formula point to. */
export interface FormulaContext {
  /** 5 for Excel 5 and 95, 8 for Excel 97 to 2003, 12 for binary workbooks of Excel 2007 and later. */
  biff: number;
  /** Where the formula stands: shared ones are relative to it. */
  row: number;
  col: number;
  /** "'PL 2'!" of the sheet with this index in EXTERNSHEET, or null where it is not known. */
  sheetPrefix(index: number): string | null;
}

const OPERATORS = ['', '', '', '+', '-', '*', '/', '^', '&', '<', '<=', '=', '>=', '>', '<>', ' ', ',', ':'];
/** Functions by number (MS-XLS 2.5.198.17), those that reports use; with the number of arguments where it is fixed. */
const FUNCTIONS: Readonly<Record<number, string>> = Object.fromEntries(
  (
    '0 COUNT,1 IF,2 ISNA 1,3 ISERROR 1,4 SUM,5 AVERAGE,6 MIN,7 MAX,8 ROW,9 COLUMN,10 NA 0,20 SQRT 1,24 ABS 1,25 ' +
    'INT 1,26 SIGN 1,27 ROUND 2,28 LOOKUP,29 INDEX,30 REPT 2,31 MID 3,32 LEN 1,33 VALUE 1,34 TRUE 0,35 FALSE 0,' +
    ('36 AND,37 OR,38 NOT 1,39 MOD 2,48 TEXT 2,64 MATCH,65 DATE 3,67 DAY 1,68 MONTH 1,69 YEAR 1,70 WEEKDAY,74 NOW ' +
      '0,78 OFFSET,82 SEARCH,100 CHOOSE,101 HLOOKUP,102 VLOOKUP,111 CHAR 1,112 LOWER 1,113 UPPER 1,114 PROPER 1,') +
    ('115 LEFT,116 RIGHT,117 EXACT 2,118 TRIM 1,119 REPLACE 4,120 SUBSTITUTE,124 FIND,127 ISTEXT 1,128 ISNUMBER ' +
      '1,129 ISBLANK 1,130 T 1,131 N 1,148 INDIRECT,169 COUNTA,183 PRODUCT,197 TRUNC,212 ROUNDUP 2,213 ROUNDDOWN 2,') +
    ('216 RANK,221 TODAY 0,227 MEDIAN,228 SUMPRODUCT,336 CONCATENATE,344 SUBTOTAL,345 SUMIF,346 COUNTIF 2,347 ' +
      'COUNTBLANK 1')
  )
    .split(',')
    .map((f) => {
      const [id, name, count = ''] = f.split(' ');
      return [id!, `${name!} ${count}`];
    }),
);
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
/** A formula of Excel 2003 is at most 1,024 characters long and 8,192 when results are included. */
const LONGEST = 16_384;

/** Words of an error code: 7 → "#DIV/0!". */
export function errorText(code: number): string {
  return ERRORS[code] ?? '#N/A';
}

/** The formula of parsed tokens as typed, without "="; undefined where it holds something that is not known here. */
export function formulaText(tokens: Uint8Array, context: FormulaContext): string | undefined {
  try {
    const text = new Decompiler(tokens, context).run();
    return text.length > LONGEST ? undefined : text;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Unknown extends Error {}

class Decompiler {
  private at = 0;
  private readonly stack: string[] = [];

  constructor(
    private readonly tokens: Uint8Array,
    private readonly context: FormulaContext,
  ) {}

  run(): string {
    while (this.at < this.tokens.length) this.token();
    const [text, ...more] = this.stack;
    if (text === undefined || more.length > 0) throw new Unknown();
    return text;
  }

  private token(): void {
    const id = this.tokens[this.at++]!;
    // Operands come in three classes that read alike (MS-XLS 2.5.198.25).
    const base = id >= 0x40 ? (id & 0x1f) | 0x20 : id;
    if (id >= 0x03 && id <= 0x11) {
      this.binary(OPERATORS[id]!);
      return;
    }
    switch (base) {
      case 0x12:
        this.push(`+${this.pop()}`);
        return;
      case 0x13:
        this.push(`-${this.pop()}`);
        return;
      case 0x14:
        this.push(`${this.pop()}%`);
        return;
      case 0x15:
        this.push(`(${this.pop()})`);
        return;
      case 0x16:
        this.push('');
        return;
      case 0x17:
        this.push(this.string());
        return;
      case 0x19:
        this.attribute();
        return;
      case 0x1c:
        this.push(errorText(this.byte()));
        return;
      case 0x1d:
        this.push(this.byte() ? 'TRUE' : 'FALSE');
        return;
      case 0x1e:
        this.push(String(this.word()));
        return;
      case 0x1f:
        this.push(String(this.double()));
        return;
      case 0x21:
        this.fixedFunction(this.word());
        return;
      case 0x22: {
        const count = this.byte() & 0x7f;
        this.call(this.word() & 0x7fff, count);
        return;
      }
      case 0x24:
        this.push(this.reference(false));
        return;
      case 0x25:
        this.push(this.area(false));
        return;
      case 0x2c:
        this.push(this.reference(true));
        return;
      case 0x2d:
        this.push(this.area(true));
        return;
      case 0x3a:
        this.push(this.sheet() + this.reference(false));
        return;
      case 0x3b:
        this.push(this.sheet() + this.area(false));
        return;
      default:
        throw new Unknown();
    }
  }

  private binary(sign: string): void {
    const right = this.pop();
    this.push(this.pop() + sign + right);
  }

  private attribute(): void {
    const kind = this.byte();
    const data = this.word();
    if (kind & 0x10) this.push(`SUM(${this.pop()})`);
    else if (kind & 0x04) this.at += 2 * (data + 1);
  }

  private fixedFunction(id: number): void {
    const count = FUNCTIONS[id]?.split(' ')[1];
    if (!count) throw new Unknown();
    this.call(id, Number(count));
  }

  private call(id: number, count: number): void {
    const name = FUNCTIONS[id]?.split(' ')[0];
    if (!name || count > this.stack.length) throw new Unknown();
    const args = count === 0 ? [] : this.stack.splice(-count);
    this.push(`${name}(${args.join(',')})`);
  }

  private sheet(): string {
    if (this.context.biff < 8) throw new Unknown();
    const prefix = this.context.sheetPrefix(this.word());
    if (prefix === null) throw new Unknown();
    return prefix;
  }

  private reference(relative: boolean): string {
    const row = this.rowNumber();
    const col = this.column();
    return this.place(row, col, relative);
  }

  private area(relative: boolean): string {
    const [top, bottom] = [this.rowNumber(), this.rowNumber()];
    const [left, right] = [this.column(), this.column()];
    return `${this.place(top, left, relative)}:${this.place(bottom, right, relative)}`;
  }

  private rowNumber(): number {
    return this.context.biff < 12 ? this.word() : this.long();
  }

  /** In Excel 5 the flags lie with the row and a column is one byte. */
  private column(): number {
    return this.context.biff < 8 ? this.byte() : this.word();
  }

  private place(row: number, col: number, relative: boolean): string {
    const old = this.context.biff < 8;
    const flags = old ? row : col;
    const [rowMoves, colMoves] = [(flags & 0x8000) !== 0, (flags & 0x4000) !== 0];
    const { biff } = this.context;
    const [rows, columns] = biff < 8 ? [0x4000, 0x100] : biff < 12 ? [0x10000, 0x100] : [0x100000, 0x4000];
    const [rowBits, colBits] = [row % rows, col % columns];
    const r = relative && rowMoves ? (rowBits + this.context.row) % rows : rowBits;
    const c = relative && colMoves ? (colBits + this.context.col) % columns : colBits;
    if (rowMoves && colMoves) return cellName(r, c);
    return `${colMoves ? '' : '$'}${columnName(c)}${rowMoves ? '' : '$'}${r + 1}`;
  }

  private string(): string {
    const { biff } = this.context;
    const length = biff < 12 ? this.byte() : this.word();
    const wide = biff >= 12 || (biff >= 8 && (this.byte() & 1) !== 0);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(wide ? this.word() : this.byte());
    return `"${text.replace(/"/g, '""')}"`;
  }

  private double(): number {
    if (this.at + 8 > this.tokens.length) throw new Unknown();
    const value = new DataView(this.tokens.buffer, this.tokens.byteOffset + this.at, 8).getFloat64(0, true);
    this.at += 8;
    return value;
  }

  private byte(): number {
    if (this.at >= this.tokens.length) throw new Unknown();
    return this.tokens[this.at++]!;
  }

  private word(): number {
    if (this.at + 2 > this.tokens.length) throw new Unknown();
    this.at += 2;
    return u16(this.tokens, this.at - 2);
  }

  private long(): number {
    if (this.at + 4 > this.tokens.length) throw new Unknown();
    this.at += 4;
    return u32(this.tokens, this.at - 4);
  }

  private push(text: string): void {
    if (text.length > LONGEST) throw new Unknown();
    this.stack.push(text);
  }

  private pop(): string {
    const text = this.stack.pop();
    if (text === undefined) throw new Unknown();
    return text;
  }
}
