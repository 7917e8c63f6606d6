import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import type { ColumnMap } from './map-columns';
import type { RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';
import { fitsSum, sumIdentity, type SumIdentity } from './sum-identity';

/** Below what goes unasked. */
const DOUBTED = 0.89;

/**
 * Where two columns bear the name of one template column, the year in their heads decides, else arithmetic: the one for
 * which total = parts holds in every row and that the other breaks. Where neither decides, none is used: all are left
 * as unknown columns, and the template's is missing.
 */
export function settleRivals(
  view: GridView,
  prepared: PreparedTemplate,
  columns: ColumnMap,
  rows: RowMatching,
  years: { of(col: number): number | null; asked: number | null },
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
    // Heads that name a year each ("Năm 2025", "Năm 2026"): the asked year's column is meant.
    const named = all.filter((col) => years.asked !== null && years.of(col) === years.asked);
    const dated = named.length === 1 && all.every((col) => years.of(col) !== null);
    const holds = dated
      ? []
      : identity
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
    const chosen = dated ? named[0]! : holds.length === 1 ? holds[0]! : null;
    for (const col of all) {
      const year = dated && years.of(col) !== years.asked ? { otherYear: years.of(col)! } : {};
      if (col !== chosen) settled.unknown.push({ col, header: own.header, path: own.header, twin: true, ...year });
    }
    if (chosen === null) {
      unsettled.push(key);
      settled.columns.splice(at, 1);
      settled.missing.push(key);
    } else
      settled.columns[at] = {
        ...own,
        col: chosen,
        confidence: dated ? own.confidence : Math.min(own.confidence, DOUBTED),
      };
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
