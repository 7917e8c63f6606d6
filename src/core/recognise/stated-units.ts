import { cellName } from '../model/address';
import type { Issue, Place } from '../model/issue';
import { foldText } from '../text/fold';
import { statedUnit, unitOf, type StatedUnit } from '../text/stated-unit';
import type { TableDraft } from './table-draft';
import { wordsOf } from './cell-text';

/** Units under which figures of a table are no plain counts, and what to tell of them. */
export interface StatedUnits {
  /** The unit that holds for a count cell of this row and column, or null. */
  of(row: string, column: string): StatedUnit | null;
  issues: Issue[];
}

const COUNTS: ReadonlySet<string> = new Set(['total', 'level', 'figure']);
const UNIT_HEADER = /^(?:đơn vị tính|đơn vị|đvt|đv tính|đ v t|don vi tinh|dvt)$/;

/**
 * Reads units where senders write them: above the table, in a column's header, in a unit column ("ĐVT") for one row.
 */
export function statedUnits(draft: TableDraft, place: Place): StatedUnits {
  const issues: Issue[] = [];
  const tell = (unit: StatedUnit, at: Partial<Place>): StatedUnit => {
    issues.push({
      rule: 'unit-differs',
      at: { ...place, ...at },
      actual: unit.unit,
      params: { unit: unit.unit, kind: unit.kind },
    });
    return unit;
  };
  const above = tableUnit(draft, tell);
  const columns = new Map<string, StatedUnit>();
  const rows = new Map<string, StatedUnit>();
  if (!above) {
    for (const [key, unit] of columnUnits(draft, tell)) columns.set(key, unit);
    for (const [key, unit] of rowUnits(draft, tell)) rows.set(key, unit);
  }
  return { of: (row, column) => above ?? columns.get(column) ?? rows.get(row) ?? null, issues };
}

type Tell = (unit: StatedUnit, at: Partial<Place>) => StatedUnit;

function tableUnit(draft: TableDraft, tell: Tell): StatedUnit | null {
  for (const line of draft.heading.lines) {
    const unit = statedUnit(line.text);
    if (!unit) continue;
    const cell = draft.view.row(line.row).find((c) => wordsOf(c).includes(line.text));
    return tell(unit, cell ? { cell: cellName(cell.row, cell.col) } : {});
  }
  return null;
}

function* columnUnits({ view, block, columns, prepared }: TableDraft, tell: Tell): Iterable<[string, StatedUnit]> {
  for (const column of columns.columns) {
    if (!COUNTS.has(prepared.template.columns.find((c) => c.key === column.key)!.role)) continue;
    for (let row = block.top; row <= block.bottom; row++) {
      const unit = statedUnit(wordsOf(view.shown(row, column.col)), true);
      if (!unit) continue;
      yield [column.key, tell(unit, { cell: cellName(row, column.col), column: column.key })];
      break;
    }
  }
}

function* rowUnits({ view, columns, rows }: TableDraft, tell: Tell): Iterable<[string, StatedUnit]> {
  const at = columns.unknown.find((u) => UNIT_HEADER.test(foldText(u.header)));
  if (!at) return;
  for (const match of rows.matches) {
    for (const line of match.lines) {
      const cell = view.shown(line.row, at.col);
      const unit = cell ? unitOf(wordsOf(cell)) : null;
      if (unit) yield [match.key, tell(unit, { cell: cellName(line.row, at.col), row: match.key })];
    }
  }
}
