import { areaName, cellName, parseCellName } from '../model/address';
import type { Appendix } from '../model/appendix';
import type { Area, Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import type { Issue } from '../model/issue';
import { SHOWN_CELLS, type FoundTable, type OutsideTables } from '../model/table-line';
import type { Template } from '../templates/schema';
import { wordsOf } from './cell-text';
import { isNumberRow } from './find-headers';
import { isFigureCell, isIndexHead, tableBlocks } from './table-blocks';

/** Addresses of numbers beside the tables that are named. */
const NAMED = 10;
/** A title stands at most this many rows above its table. */
const TITLE_ABOVE = 3;

/**
 * Every table of a sheet: those that were recognised, and those that no form took, each with its filled cells and
 * figures; and what stands beside them. Each cell is counted once.
 */
export function listTables(
  view: GridView,
  file: string,
  appendices: readonly Appendix[],
  templates: readonly Template[],
): { tables: FoundTable[]; outside: OutsideTables } {
  const { grid } = view;
  const owners = appendices.map((a) => ({ area: a.area, appendix: a as Appendix | null }));
  const inside = (area: Area, row: number, col: number): boolean =>
    row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
  const covered = (row: number, col: number): boolean => owners.some((o) => inside(o.area, row, col));
  const whole = grid.document && appendices.length === 0 ? wholeOf(view) : null;
  const left = whole ? [whole] : tableBlocks(view, covered);
  owners.push(...left.map((area) => ({ area, appendix: null })));
  const held = owners.map((): Cell[] => []);
  const outside: OutsideTables = { sheet: grid.sheet, cells: 0, figures: 0, at: [] };
  const byTop = owners.map((_, i) => i).sort((a, b) => owners[a]!.area.top - owners[b]!.area.top);
  let next = 0;
  let here: number[] = [];
  for (const row of view.rows) {
    if (here.some((i) => owners[i]!.area.bottom < row)) here = here.filter((i) => owners[i]!.area.bottom >= row);
    while (next < byTop.length && owners[byTop[next]!]!.area.top <= row) here.push(byTop[next++]!);
    here.sort((a, b) => a - b);
    for (const cell of view.row(row)) {
      if (wordsOf(cell) === '' && !cell.noCachedValue) continue;
      const at = here.find((i) => inside(owners[i]!.area, row, cell.col));
      if (at !== undefined) {
        held[at]!.push(cell);
        continue;
      }
      outside.cells++;
      if (!isFigureCell(cell)) continue;
      outside.figures++;
      if (outside.at.length < NAMED) outside.at.push(cellName(row, cell.col));
    }
  }
  const tables = owners
    .map(({ area, appendix }, i) => found(view, file, area, appendix, held[i]!, templates))
    .sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  return { tables, outside };
}

/** All cells of a grid as one area; null for an empty one. */
function wholeOf({ grid }: GridView): Area | null {
  let area: Area | null = null;
  for (const { row, col } of grid.cells) {
    area ??= { top: row, left: col, bottom: row, right: col };
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, col);
    area.right = Math.max(area.right, col);
  }
  return area;
}

/** `cells`: those of the table, row by row. */
function found(
  view: GridView,
  file: string,
  area: Area,
  appendix: Appendix | null,
  cells: readonly Cell[],
  templates: readonly Template[],
): FoundTable {
  const numbered = appendix ? indexColumn(appendix, templates) : indexColumnOf(cells, area);
  const skipped = new Set(appendix?.skipped);
  let figures = 0;
  let numbering = 0;
  for (let from = 0; from < cells.length;) {
    const { row } = cells[from]!;
    let to = from;
    while (to < cells.length && cells[to]!.row === row) to++;
    const inRow = cells.slice(from, to);
    const isNumbering = appendix ? row <= appendix.header.bottom || skipped.has(row) : isNumberRow(inRow);
    for (const cell of inRow) {
      if (!isFigureCell(cell)) continue;
      if (isNumbering || cell.col === numbered) numbering++;
      else figures++;
    }
    from = to;
  }
  const table: FoundTable = {
    id: appendix?.id ?? `${file}|${view.grid.sheet}|${areaName(area)}`,
    sheet: view.grid.sheet,
    area,
    appendix: appendix?.id ?? null,
    title: appendix ? appendix.title : titleOf(view, area, cells),
    cells: cells.length,
    figures,
    numbering,
  };
  if (!appendix) table.shown = cells.slice(0, SHOWN_CELLS).map((c) => ({ row: c.row, col: c.col, text: wordsOf(c) }));
  return table;
}

function indexColumn(appendix: Appendix, templates: readonly Template[]): number | null {
  const key = templates.find((t) => t.id === appendix.template)?.columns.find((c) => c.role === 'index')?.key;
  return appendix.columns.find((c) => c.key === key)?.col ?? null;
}

/** The first column of a table, where its head says STT or its numbers run 1, 2, 3 …; else null. */
function indexColumnOf(cells: readonly Cell[], area: Area): number | null {
  const first = cells.filter((c) => c.col === area.left);
  if (first.some((c) => isIndexHead(wordsOf(c)))) return area.left;
  const numbers = first.filter(isFigureCell).map((c) => Number(wordsOf(c)));
  const runs = numbers.every((n, i) => n === 1 || (i > 0 && n === numbers[i - 1]! + 1));
  return numbers.length > 1 && runs ? area.left : null;
}

/** The nearest line above the table that stands alone in its row, else the last line before a Word table. */
function titleOf(view: GridView, area: Area, cells: readonly Cell[]): string {
  for (let row = area.top - 1; row >= Math.max(0, area.top - TITLE_ABOVE); row--) {
    const line = view.row(row).filter((c) => c.kind === 'text' && wordsOf(c) !== '');
    if (line.length > 0) return line.map(wordsOf).join(' ').slice(0, LONGEST_TITLE);
  }
  const before = view.grid.before?.at(-1);
  return (
    before ??
    cells
      .filter((c) => !isFigureCell(c))
      .slice(0, 3)
      .map(wordsOf)
      .join(', ')
  ).slice(0, LONGEST_TITLE);
}

/** Letters of a title that are kept: enough to know it by. */
const LONGEST_TITLE = 160;

/** What is said of a table of figures that no form took: it is in no sum. Words alone are no issue. */
export function unknownTableIssue(
  view: GridView,
  file: string,
  table: FoundTable,
  told: readonly Issue[],
): Issue | null {
  if (table.appendix !== null || table.figures === 0) return null;
  const { sheet, area } = table;
  if (told.some((i) => i.at.sheet === sheet && isRefusal(i) && within(i, area))) return null;
  return {
    rule: 'no-appendix',
    ...(isForm(view, table) ? {} : { severity: 'info' as const }),
    at: { file, sheet, cell: cellName(area.top, area.left) },
    params: { sheet, count: table.figures, table: true, title: table.title },
  };
}

/**
 * A table made to be read: on a sheet that is seen, under a head of words or with figures side by side. Else it is a
 * note, a draft.
 */
function isForm(view: GridView, { area, shown }: FoundTable): boolean {
  const head = view.row(area.top).filter((c) => c.col >= area.left && c.col <= area.right && wordsOf(c) !== '');
  const columns = new Map<number, number>();
  for (const { col, text } of shown ?? [])
    if (/^\d/.test(text) && col > area.left) columns.set(col, (columns.get(col) ?? 0) + 1);
  const beside = [...columns.values()].filter((n) => n >= 2).length >= 2;
  return view.grid.visibility === 'visible' && (beside || (head.length >= 2 && !head.some(isFigureCell)));
}

const isRefusal = (issue: Issue): boolean => issue.rule === 'template-uncertain' && issue.params?.['refused'] === true;

/** The doubt that was already told stands in this table. */
function within(issue: Issue, area: Area): boolean {
  const at = parseCellName(issue.at.cell ?? '');
  return at !== null && at.row >= area.top && at.row <= area.bottom && at.col >= area.left && at.col <= area.right;
}
