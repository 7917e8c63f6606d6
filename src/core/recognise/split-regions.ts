import type { Grid } from '../model/grid';
import { viewGrid, type GridView } from '../model/grid-view';
import { expandAbbreviations } from '../text/abbreviations';
import { wordsOf } from './cell-text';
import type { HeaderBlock } from './find-headers';
import type { PreparedTemplate } from './prepared-template';

/** Wordings with which the head of a table begins: "STT", "Tiêu chí", "Lĩnh vực". */
export interface FirstWords { index: ReadonlySet<string>; label: ReadonlySet<string> }

/** The first wordings of the given templates' headers, folded. */
export function firstWordsOf(templates: readonly PreparedTemplate[]): FirstWords {
  const of = (role: string): Set<string> => new Set(templates.flatMap((t) => t.columns.filter((c) => c.column.role === role).flatMap((c) => c.leaf.map((w) => w.full))));
  return { index: of('index'), label: of('label') };
}

/** A title is looked for this many rows above the head of a table. */
const HIGHEST = 12;
/** Heads of neighbours begin or end within so many rows of each other. */
const DEEP = 3;

/**
 * Cuts a sheet on which tables stand side by side into parts that hold them one below the other; one part (the sheet) where none do.
 * Cells keep their addresses.
 */
export function splitRegions(view: GridView, blocks: readonly HeaderBlock[], words: FirstWords): GridView[] {
  const starts = blocks.map((b) => startsOf(view, b, words));
  if (starts.every((s) => s.length < 2)) return [view];
  const last = view.rows[view.rows.length - 1] ?? 0;
  const regions: GridView[] = [];
  let top = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (starts[i]!.length < 2) continue;
    const from = titleTop(view, blocks[i]!, top);
    if (from > top) regions.push(part(view, top, from - 1, 0, Number.POSITIVE_INFINITY));
    let j = i + 1;
    while (j < blocks.length && (starts[j]!.length >= 2 || blocks[j]!.top - blocks[j - 1]!.bottom <= DEEP || !spans(blocks[j]!, starts[i]![1]!))) j++;
    const to = j < blocks.length ? titleTop(view, blocks[j]!, blocks[j - 1]!.bottom + 1) - 1 : last;
    starts[i]!.forEach((start, k) => {
      regions.push(part(view, from, to, k === 0 ? 0 : start, (starts[i]![k + 1] ?? Number.POSITIVE_INFINITY) - 1));
    });
    top = to + 1;
    i = j - 1;
  }
  if (top <= last) regions.push(part(view, top, last, 0, Number.POSITIVE_INFINITY));
  return regions;
}

const spans = (block: HeaderBlock, col: number): boolean => block.words.left < col && block.words.right >= col;

/** Columns at which tables begin in a head: at an STT, or at a label with no STT before it; the first of them is the block's own. */
function startsOf(view: GridView, block: HeaderBlock, words: FirstWords): number[] {
  const starts: number[] = [];
  let figures = true;
  let hadIndex = false;
  const cells = new Map<number, string>();
  for (let row = block.top; row <= block.bottom; row++) {
    for (const cell of view.row(row)) if (cell.kind === 'text' && !cells.has(cell.col)) cells.set(cell.col, expandAbbreviations(wordsOf(cell)));
  }
  for (const col of [...cells.keys()].sort((a, b) => a - b)) {
    const text = cells.get(col)!;
    const index = words.index.has(text);
    const label = words.label.has(text);
    if (index || (label && !hadIndex && figures)) {
      starts.push(col);
      hadIndex = index;
      figures = false;
    } else if (label && hadIndex && !figures) hadIndex = false;
    else figures = true;
    if (figures) hadIndex = false;
  }
  return starts;
}

/** The first row that may belong to a table's heading: under the last row above it that holds a figure. */
function titleTop(view: GridView, block: HeaderBlock, floor: number): number {
  let top = block.top;
  for (let row = block.top - 1; row >= Math.max(floor, block.top - HIGHEST); row--) {
    if (view.row(row).some((c) => c.kind === 'number')) break;
    top = row;
  }
  return top;
}

function part(view: GridView, top: number, bottom: number, left: number, right: number): GridView {
  const inside = (row: number, col: number): boolean => row >= top && row <= bottom && col >= left && col <= right;
  const grid: Grid = {
    ...view.grid,
    cells: view.grid.cells.filter((c) => inside(c.row, c.col)),
    merges: view.grid.merges.filter((m) => inside(m.top, m.left)),
  };
  if (top > 0 || left > 0) delete grid.before;
  return viewGrid(grid);
}
