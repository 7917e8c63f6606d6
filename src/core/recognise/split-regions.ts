import type { Area, Grid } from '../model/grid';
import { viewGrid, type GridView } from '../model/grid-view';
import { expandAbbreviations } from '../text/abbreviations';
import { remember } from '../text/remember';
import { stripMarks } from '../text/strip-marks';
import { wordsOf } from './cell-text';
import type { HeaderBlock } from './find-headers';
import type { PreparedTemplate } from './prepared-template';

/** Wordings with which the head of a table begins: "STT", "Tiêu chí", "Lĩnh vực". */
export interface FirstWords {
  index: ReadonlySet<string>;
  label: ReadonlySet<string>;
}

/** The first wordings of the given templates' headers, folded, without marks. */
export function firstWordsOf(templates: readonly PreparedTemplate[]): FirstWords {
  const of = (role: string): Set<string> =>
    new Set(
      templates.flatMap((t) =>
        t.columns.filter((c) => c.column.role === role).flatMap((c) => c.leaf.map((w) => stripMarks(w.full))),
      ),
    );
  return { index: of('index'), label: of('label') };
}

const plainWords = remember((text: string) => stripMarks(expandAbbreviations(text)));

/** A title is looked for this many rows above the head of a table. */
const HIGHEST = 12;
/** A table has at least so many headed columns. */
const LEAST_HEAD = 3;

/** A sheet with more heads than this was not made by a hand; it is read as it stands. */
const MOST_HEADS = 400;
/** Tables stand at most so wide; Excel's widest sheet has 16,384 columns. */
const WIDEST = 16_384;

/**
 * Cuts a sheet on which tables stand side by side into parts that hold them one below the other; one part (the sheet)
 * where none do. Cells keep their addresses.
 */
export function splitRegions(view: GridView, blocks: readonly HeaderBlock[], words: FirstWords): GridView[] {
  const heads = blocks.flatMap((b) => splitHead(view, b, words));
  if (heads.length > MOST_HEADS || allOverlap(heads)) return [view];
  const sheet = { top: 0, left: 0, bottom: view.rows[view.rows.length - 1] ?? 0, right: WIDEST };
  return cutUp(view, heads, sheet).map((area) => part(view, area));
}

/** Column ranges all overlap one another exactly where the furthest left edge lies before the nearest right edge. */
const allOverlap = (heads: readonly Area[]): boolean =>
  heads.length < 2 || Math.max(...heads.map((h) => h.left)) <= Math.min(...heads.map((h) => h.right));

/**
 * Cuts between columns where that parts all heads, else between rows where the heads above can then be parted or stand
 * in one stack.
 */
function cutUp(view: GridView, heads: readonly Area[], area: Area): Area[] {
  if (allOverlap(heads)) return [area];
  const col = columnCut(heads);
  if (col !== null) {
    return [
      ...cutUp(
        view,
        heads.filter((h) => h.right < col),
        { ...area, right: col - 1 },
      ),
      ...cutUp(
        view,
        heads.filter((h) => h.left >= col),
        { ...area, left: col },
      ),
    ];
  }
  let n = heads.length - 1;
  while (n > 1 && columnCut(heads.slice(0, n)) === null && !allOverlap(heads.slice(0, n))) n--;
  const row = Math.max(area.top + 1, titleTop(view, heads[n]!, heads[n - 1]!.bottom + 1));
  return [
    ...cutUp(view, heads.slice(0, n), { ...area, bottom: row - 1 }),
    ...cutUp(view, heads.slice(n), { ...area, top: row }),
  ];
}

/** The first column that has heads on both sides and none across it, or null. */
function columnCut(heads: readonly Area[]): number | null {
  let reach = Number.POSITIVE_INFINITY;
  for (const head of [...heads].sort((a, b) => a.left - b.left)) {
    if (head.left > reach) return head.left;
    reach = reach === Number.POSITIVE_INFINITY ? head.right : Math.max(reach, head.right);
  }
  return null;
}

/**
 * The heads that stand beside one another in one header block: each begins at an STT, or at a label with no STT before
 * it.
 */
function splitHead(view: GridView, block: HeaderBlock, words: FirstWords): Area[] {
  const cells = new Map<number, string[]>();
  for (let row = block.top; row <= block.bottom; row++) {
    for (const cell of view.row(row)) {
      if (cell.kind === 'text' && cell.col >= block.left && cell.col <= block.right)
        cells.set(cell.col, [...(cells.get(cell.col) ?? []), plainWords(wordsOf(cell))]);
    }
  }
  const cols = [...cells.keys()].sort((a, b) => a - b);
  const starts: number[] = [];
  let since = LEAST_HEAD;
  let afterIndex = false;
  for (const col of cols) {
    const index = cells.get(col)!.some((t) => words.index.has(t));
    if (since >= LEAST_HEAD && (index || (!afterIndex && cells.get(col)!.some((t) => words.label.has(t))))) {
      starts.push(col);
      since = 0;
    }
    since++;
    afterIndex = index;
  }
  if (since < LEAST_HEAD) starts.pop();
  // Headed columns before the first beginning are a table whose own beginning was lost.
  if (starts.length > 0 && cols.filter((c) => c < starts[0]!).length >= 2) starts.unshift(block.left);
  if (starts.length < 2) return [block];
  return starts.map((start, i) => ({
    top: block.top,
    bottom: block.bottom,
    left: i === 0 ? block.left : start,
    right: (starts[i + 1] ?? block.right + 1) - 1,
  }));
}

/** The first row that may belong to a table's heading: under the last row above it that holds a figure. */
function titleTop(view: GridView, head: Area, floor: number): number {
  let top = head.top;
  for (let row = head.top - 1; row >= Math.max(floor, head.top - HIGHEST); row--) {
    if (view.row(row).some((c) => c.kind === 'number')) break;
    top = row;
  }
  return top;
}

function part(view: GridView, area: Area): GridView {
  const inside = (row: number, col: number): boolean =>
    row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
  const grid: Grid = {
    ...view.grid,
    cells: view.grid.cells.filter((c) => inside(c.row, c.col)),
    merges: view.grid.merges.filter((m) => inside(m.top, m.left)),
  };
  if (area.top > 0 || area.left > 0) delete grid.before;
  return viewGrid(grid);
}
