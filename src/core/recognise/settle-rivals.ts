import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import type { ColumnMap } from './map-columns';
import type { RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';
import { fitsSum, sumIdentity, type SumIdentity } from './sum-identity';

/** Below what goes unasked. */
const DOUBTED = 0.89;

/**
 * Where two columns bear the name of one template column, arithmetic decides: the one for which total = parts holds in
 * every row and that the other breaks. Where it does not decide, neither is used: both are left as unknown columns, and
 * the template's is missing.
 */
export function settleRivals(
  view: GridView,
  prepared: PreparedTemplate,
  columns: ColumnMap,
  rows: RowMatching,
): ColumnMap {
  if (columns.rivals.size === 0) return columns;
  const identity = sumIdentity(prepared.template);
  const settled: ColumnMap = {
    ...columns,
    columns: [...columns.columns],
    missing: [...columns.missing],
    unknown: [...columns.unknown],
  };
  const unsettled: string[] = [];
  for (const [key, cols] of columns.rivals) {
    const at = settled.columns.findIndex((c) => c.key === key);
    const own = settled.columns[at];
    const filled = (col: number): boolean =>
      rows.matches.some((m) => m.lines.some((l) => l.figures.some((c) => c.col === col)));
    const rivals = cols.filter(filled);
    if (!own || rivals.length === 0) continue;
    const all = [own.col, ...rivals];
    const holds = identity
      ? all.filter((col) =>
          fitsSum(
            view,
            rows.matches,
            settled.columns.map((c) => (c.key === key ? { ...c, col } : c)),
            identity,
          ),
        )
      : [];
    settled.unknown = settled.unknown.filter((u) => !all.includes(u.col));
    const chosen = holds.length === 1 ? holds[0]! : null;
    for (const col of all) if (col !== chosen) settled.unknown.push({ col, header: own.header });
    if (chosen === null) {
      unsettled.push(key);
      settled.columns.splice(at, 1);
      settled.missing.push(key);
    } else settled.columns[at] = { ...own, col: chosen, confidence: Math.min(own.confidence, DOUBTED) };
  }
  return identity && unsettled.some((k) => k === identity.total || identity.parts.includes(k))
    ? { ...settled, columns: settled.columns.map((c) => doubted(c, identity)) }
    : settled;
}

/**
 * Where the columns of a sum come twice ("Đầu kỳ", "Cuối kỳ"), one of them under a name of its own is no safer than the
 * others.
 */
function doubted(column: AppendixColumn, identity: SumIdentity): AppendixColumn {
  const summed = column.key === identity.total || identity.parts.includes(column.key);
  return summed ? { ...column, confidence: Math.min(column.confidence, DOUBTED) } : column;
}
