import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import { wordsOf } from './cell-text';
import type { HeaderBlock } from './find-headers';
import type { ColumnMap } from './map-columns';
import { matchLabel } from './match-label';
import type { PreparedTemplate } from './prepared-template';

/** A cell this like a row of the form is that row. */
const LIKE_ROW = 0.85;
/** A lost header row may have named so many columns left of those that are still named. */
const LEFT = 4;
/** So many body rows are looked at. */
const LOOK = 60;

/**
 * The label column of a table whose header names it otherwise ("Loại kế hoạch", "Công việc"): for fixed forms the
 * column in which rows of the form stand; for open lists the only column of words left of the figures, which is asked
 * about. Null where there is none.
 */
export function findLabelColumn(
  view: GridView,
  block: HeaderBlock,
  columns: ColumnMap,
  prepared: PreparedTemplate,
): AppendixColumn | null {
  const column = prepared.columns.find((c) => c.column.role === 'label')!.column;
  const roleOf = (key: string): string => prepared.template.columns.find((c) => c.key === key)!.role;
  const figures = columns.columns.filter((c) => ['total', 'level', 'figure'].includes(roleOf(c.key))).map((c) => c.col);
  if (figures.length === 0) return null;
  const index = columns.columns.find((c) => roleOf(c.key) === 'index')?.col ?? -1;
  const first = Math.min(...figures);
  const taken = new Set(columns.columns.map((c) => c.col));
  const rows = view.rows.filter((r) => r > block.bottom).slice(0, LOOK);
  const header = (col: number): string => columns.unknown.find((u) => u.col === col)?.header ?? '';
  let best: { col: number; hits: number } | null = null;
  const worded: number[] = [];
  for (let col = Math.max(block.left - LEFT, index + 1, 0); col < first; col++) {
    if (taken.has(col)) continue;
    const texts = rows
      .map((r) => view.at(r, col))
      .filter((c) => c?.kind === 'text')
      .map(wordsOf);
    if (texts.length >= 2 && header(col) !== '') worded.push(col);
    const hits =
      prepared.template.rowMode === 'fixed'
        ? texts.filter((t) => (matchLabel(t, prepared)[0]?.score ?? 0) >= LIKE_ROW).length
        : 0;
    if (hits >= 2 && (!best || hits > best.hits)) best = { col, hits };
  }
  if (best) return { key: column.key, col: best.col, header: header(best.col), confidence: 0.95 };
  if (prepared.template.rowMode === 'open' && worded.length === 1)
    return { key: column.key, col: worded[0]!, header: header(worded[0]!), confidence: 0.85 };
  return null;
}

/** The map with one more column. */
export function withColumn(columns: ColumnMap, column: AppendixColumn): ColumnMap {
  return {
    ...columns,
    columns: [...columns.columns, column].sort((a, b) => a.col - b.col),
    missing: columns.missing.filter((k) => k !== column.key),
    unknown: columns.unknown.filter((u) => u.col !== column.col),
  };
}
