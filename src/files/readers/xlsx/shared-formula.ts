import { columnName } from '../../../core/model/address';

/** A reference inside a formula that moves with the cell; null parts stay (absolute or absent). Indexes from 0. */
interface MovingRef {
  before: string;
  col: number | null;
  colText: string;
  rowMark: string;
  row: number | null;
  rowText: string;
}

const COLUMNS = 16_384;
const ROWS = 1_048_576;
/** Quoted text, quoted sheet name, structured reference, cell reference, name or function, column pair, number. */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\][]*\]|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!\u0080-\uffff])|(\$?)\b([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!\u0080-\uffff])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\w.])|[\w.\\\u0080-\uffff]+/g;

/** A shared formula, taken apart once, so that writing it out for each of its cells is a joining of pieces. */
export class SharedFormula {
  private readonly pieces: (string | MovingRef)[] = [];

  constructor(
    readonly text: string,
    readonly row: number,
    readonly col: number,
  ) {
    let from = 0;
    for (const m of text.matchAll(PIECE)) {
      const refs = m[4]
        ? [ref(m[1]!, m[2]!, m[3]!, m[4])]
        : m[6]
          ? [ref(m[5]!, m[6], '', ''), ':', ref(m[7]!, m[8]!, '', '')]
          : m[10]
            ? [ref('', '', m[9]!, m[10]), ':', ref('', '', m[11]!, m[12]!)]
            : null;
      if (!refs) continue;
      this.pieces.push(text.slice(from, m.index), ...refs);
      from = m.index + m[0].length;
    }
    this.pieces.push(text.slice(from));
  }

  /** The formula as it reads in the cell at (row, col), from 0. */
  at(row: number, col: number): string {
    const down = row - this.row;
    const right = col - this.col;
    let out = '';
    for (const piece of this.pieces) out += typeof piece === 'string' ? piece : moved(piece, down, right);
    return out;
  }
}

function ref(colMark: string, colText: string, rowMark: string, rowText: string): MovingRef {
  let col = 0;
  for (const ch of colText.toUpperCase()) col = col * 26 + ch.charCodeAt(0) - 64;
  return {
    before: colMark,
    colText,
    col: colMark || !colText ? null : col - 1,
    rowMark,
    rowText,
    row: rowMark || !rowText ? null : Number(rowText) - 1,
  };
}

function moved(piece: MovingRef, down: number, right: number): string {
  const col = piece.col === null ? 0 : piece.col + right;
  const row = piece.row === null ? 0 : piece.row + down;
  if (col < 0 || col >= COLUMNS || row < 0 || row >= ROWS) return '#REF!';
  const colText = piece.col === null || right === 0 ? piece.colText : columnName(col);
  const rowText = piece.row === null ? piece.rowText : String(row + 1);
  return piece.before + colText + piece.rowMark + rowText;
}
