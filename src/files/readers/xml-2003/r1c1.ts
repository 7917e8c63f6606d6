import { cellName, columnName } from '../../../core/model/address';

const COLUMNS = 16_384;
const ROWS = 1_048_576;
/** Texts and quoted sheet names, which stay as they are; references to cells; references to whole rows or columns. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\]])R(?:\[(-?\d{1,7})\]|(\d{1,7}))?C(?:\[(-?\d{1,5})\]|(\d{1,5}))?(?![\w.([])|(?<![\w.\]])[RC](?:\[-?\d{1,7}\]|\d{1,7})?(?![\w.([])/g;

/**
 * A formula in R1C1 notation as an officer sees it, for the cell at (row, col) from 0: ("SUM(R[-3]C:R[-1]C)", 9, 2) →
 * "SUM(C7:C9)". Null where it names whole rows or columns, which would read like cells.
 */
export function fromR1c1(formula: string, row: number, col: number): string | null {
  let whole = false;
  const text = formula.replace(PIECES, (piece, rowBy?: string, rowAt?: string, colBy?: string, colAt?: string) => {
    if (piece.startsWith('"') || piece.startsWith("'")) return piece;
    if (!/^R.*C/.test(piece)) {
      whole = true;
      return piece;
    }
    const r = rowAt === undefined ? row + Number(rowBy ?? 0) : Number(rowAt) - 1;
    const c = colAt === undefined ? col + Number(colBy ?? 0) : Number(colAt) - 1;
    if (r < 0 || r >= ROWS || c < 0 || c >= COLUMNS) return '#REF!';
    if (rowAt === undefined && colAt === undefined) return cellName(r, c);
    return `${colAt === undefined ? '' : '$'}${columnName(c)}${rowAt === undefined ? '' : '$'}${r + 1}`;
  });
  return whole ? null : text;
}
