import type { Area, Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import { foldText } from '../text/fold';
import { wordsOf } from './cell-text';

/** Rows without two cells side by side inside one table: page breaks, headings of groups. */
const GAP = 3;
/** A table has rows, each with cells side by side. */
const LEAST = 2;

/** Head of the first column of a table: "STT", "TT", "Số TT". */
const INDEX_HEAD = /^(?:s\s*t\s*t|tt|số\s*tt|so\s*tt|số thứ tự|so thu tu)$/;
/** Words of a letterhead or a signature, which stand side by side without being a table. */
const FRAME =
  /cộng h[òo][àa] xã hội|độc lập\s*[-–]\s*tự do|ủy ban nhân dân|uỷ ban nhân dân|nơi nhận|người lập|thủ trưởng|giám đốc|chủ tịch|chánh văn phòng|trưởng phòng|ký tên|ngày\s*(?:\.{2,}|…|\d*)\s*tháng/u;

/** True for a first column's head that says it holds numbering: "STT", "TT". */
export const isIndexHead = (text: string): boolean => INDEX_HEAD.test(foldText(text));

interface Line {
  row: number;
  cells: readonly Cell[];
}

/**
 * Tables among the cells that `covered` leaves over: runs of rows with cells side by side, cut where a head begins
 * anew and at columns that are blank throughout. What is no table (letterhead, title, signature, a single row) is left
 * out; its numbers are counted by whoever asks.
 */
export function tableBlocks(view: GridView, covered: (row: number, col: number) => boolean): Area[] {
  const lines: Line[] = [];
  for (const row of view.rows) {
    const all = view.row(row);
    const isLeft = (c: Cell): boolean => wordsOf(c) !== '' && !covered(row, c.col);
    const cells = all.every(isLeft) ? all : all.filter(isLeft);
    if (cells.length > 0) lines.push({ row, cells });
  }
  return runsOf(lines)
    .flatMap((run) => beside(view, run))
    .filter((block) => isTable(block))
    .map(areaOf);
}

/** Runs of lines, each from its first to its last line with cells side by side. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let last = -1;
  let body = false;
  const close = (): void => {
    const end = run.findLastIndex((l) => l.cells.length >= LEAST);
    if (end >= 0) runs.push(run.slice(0, end + 1));
    run = [];
    body = false;
  };
  for (const line of lines) {
    const wide = line.cells.length >= LEAST;
    if (run.length > 0 && (line.row - last > GAP + 1 || (wide && beginsAnew(run, line, body)))) close();
    if (run.length === 0 && !wide) continue;
    run.push(line);
    body ||= line.cells.some(isFigureCell);
    if (wide) last = line.row;
  }
  close();
  return runs;
}

/**
 * A head: "STT" again, or words only under a blank or single row while the lines above held figures (`body`) or were a
 * letterhead.
 */
function beginsAnew(run: readonly Line[], line: Line, body: boolean): boolean {
  if (line.cells.some((c) => c.kind !== 'text' || isNumberText(c))) return false;
  if (isIndexHead(wordsOf(line.cells[0]))) return true;
  const before = run.at(-1)!;
  const parted = line.row - before.row > 1 || before.cells.length < LEAST;
  return parted && line.cells.length > LEAST && (body || run.some((l) => l.cells.some(isFrame)));
}

const isFrame = (cell: Cell): boolean => FRAME.test(wordsOf(cell).toLowerCase().normalize('NFC'));

/** Tables that stand beside one another, parted by columns in which nothing stands. */
function beside(view: GridView, run: readonly Line[]): Line[][] {
  const used = new Set<number>();
  for (const line of run) {
    for (const cell of line.cells) {
      const right = view.merge(cell.row, cell.col)?.right ?? cell.col;
      for (let c = cell.col; c <= Math.min(right, cell.col + WIDEST_MERGE); c++) used.add(c);
    }
  }
  const cols = [...used].sort((a, b) => a - b);
  const starts = cols.filter((c, i) => i === 0 || c > cols[i - 1]! + 1);
  if (starts.length < 2) return [[...run]];
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    return run
      .map((l) => ({ row: l.row, cells: l.cells.filter((c) => c.col >= from && c.col < to) }))
      .filter((l) => l.cells.length > 0);
  });
}

/** A merged title may reach over a whole sheet; columns beyond this are not looked at one by one. */
const WIDEST_MERGE = 200;

function isTable(block: readonly Line[]): boolean {
  const wide = block.filter((l) => l.cells.length >= LEAST);
  if (wide.length < LEAST) return false;
  const figures = block.some((l) => l.cells.some(isFigureCell));
  const cols = new Set<number>();
  for (const line of block) for (const cell of line.cells) cols.add(cell.col);
  const columns = cols.size;
  const framed = block.some((l) => l.cells.some(isFrame));
  // Words of a letterhead in a table of figures are a figure's label, unless it is as small as a letterhead.
  return !(framed && columns <= LEAST + 1 && (!figures || wide.length <= LEAST + 1));
}

function areaOf(block: readonly Line[]): Area {
  let [left, right] = [Infinity, -Infinity];
  for (const line of block) {
    for (const { col } of line.cells) {
      left = Math.min(left, col);
      right = Math.max(right, col);
    }
  }
  return { top: block[0]!.row, bottom: block[block.length - 1]!.row, left, right };
}

const isNumberText = (cell: Cell): boolean => /^\d[\d.,\s\u00a0]*%?$|^\d[\d.,\s\u00a0]*%\s*$/.test(wordsOf(cell));

/** A cell that is a number by itself: a stored number, a formula without its result, text such as "1.234", "95,8 %". */
export const isFigureCell = (cell: Cell): boolean =>
  cell.kind === 'number' || Boolean(cell.noCachedValue) || (cell.kind === 'text' && isNumberText(cell));
