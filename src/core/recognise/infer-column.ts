import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import type { HeaderBlock } from './find-headers';
import { withColumn } from './find-label-column';
import type { ColumnMap } from './map-columns';
import type { RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';
import { fitsSum, numberIn, sumIdentity } from './sum-identity';

/** A column found by arithmetic is always asked about. */
const BY_SUMS = 0.85;

/**
 * Where exactly one column of the form's identity (total = levels) has lost its name, and exactly one nameless column
 * of figures makes the identity hold in every row, that column is it. Asked about all the same.
 */
export function inferColumn(
  view: GridView,
  block: HeaderBlock,
  right: number,
  prepared: PreparedTemplate,
  columns: ColumnMap,
  rows: RowMatching,
): ColumnMap {
  const identity = sumIdentity(prepared.template);
  if (!identity) return columns;
  const missing = [identity.total, ...identity.parts].filter((k) => columns.missing.includes(k));
  if (missing.length !== 1) return columns;
  const taken = new Set(columns.columns.map((c) => c.col));
  const named = new Set(columns.unknown.filter((u) => u.header !== '').map((u) => u.col));
  const label = columns.columns.find(
    (c) => prepared.template.columns.find((t) => t.key === c.key)?.role === 'label',
  )!.col;
  const fitting: AppendixColumn[] = [];
  for (let col = Math.max(block.left, label + 1); col <= right; col++) {
    if (taken.has(col) || named.has(col) || !rows.matches.some((m) => numberIn(view, m, col) !== null)) continue;
    const candidate = { key: missing[0]!, col, header: '', confidence: BY_SUMS };
    if (fitsSum(view, rows.matches, [...columns.columns, candidate], identity)) fitting.push(candidate);
  }
  return fitting.length === 1 ? withColumn(columns, fitting[0]!) : columns;
}
