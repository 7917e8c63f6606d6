import type { SheetPlan } from '../../core/model/output-plan';

/** Width of a note in pixels, and what one line and one character of it take (Tahoma 9, Excel's own choice). */
const [WIDTH, LINE, CHAR, PADDING] = [300, 15, 6, 14];
/** A character of column width, and a point, in pixels at 96 dots per inch; Excel's height where none is given. */
const [COLUMN_UNIT, PER_POINT, DEFAULT_HEIGHT, DEFAULT_WIDTH] = [8, 96 / 72, 15.75, 8.43];

/** hucre makes every note four rows high and two columns wide; this gives each the room that its text needs. */
export function fitNotes(vml: string, plan: SheetPlan): string {
  const notes = new Map(plan.cells.filter((c) => c.note).map((c) => [`${c.row},${c.col}`, c.note ?? '']));
  return vml.replace(
    /<x:Anchor>[^<]*<\/x:Anchor>(<x:AutoFill>False<\/x:AutoFill>)<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/g,
    (_, fill: string, row: string, col: string) => {
      const text = notes.get(`${row},${col}`) ?? '';
      const place = anchor(plan, Number(row), Number(col), text);
      return `<x:Anchor>${place}</x:Anchor>${fill}<x:Row>${row}</x:Row><x:Column>${col}</x:Column>`;
    },
  );
}

function anchor(plan: SheetPlan, row: number, col: number, text: string): string {
  return noteAnchor(
    {
      width: (c) => Math.round((plan.widths[c] ?? DEFAULT_WIDTH) * COLUMN_UNIT),
      height: (r) => Math.round((plan.heights?.[r] ?? DEFAULT_HEIGHT) * PER_POINT),
    },
    row,
    col,
    text,
  );
}

/** Sizes of a sheet's columns and rows in pixels, by index from 0. */
export interface PixelSizes {
  width(col: number): number;
  height(row: number): number;
}

/**
 * Where the note of a cell stands: left column, pixels into it, top row, pixels into it, then the same for right and
 * bottom.
 */
export function noteAnchor(sizes: PixelSizes, row: number, col: number, text: string): string {
  const perLine = Math.floor((WIDTH - PADDING) / CHAR);
  const lines = text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const [right, rightPx] = walk(col + 1, 12 + WIDTH, sizes.width);
  const [bottom, bottomPx] = walk(row, 4 + lines * LINE + PADDING, sizes.height);
  return `${col + 1},12,${row},4,${right},${rightPx},${bottom},${bottomPx}`;
}

/** The row or column that lies `pixels` beyond the start of `from`, and the rest inside it. */
function walk(from: number, pixels: number, size: (index: number) => number): [number, number] {
  let [index, rest] = [from, pixels];
  while (rest > size(index)) rest -= size(index++);
  return [index, rest];
}
