import { namespaceOf, readValue } from '../book/xml-parts';
import type { Session } from '../run-excel';
import { textEntry } from '../write/cell-entry';

/** A cell as it was and as we left it; `content` is a formula with "=", a text, a number, true/false or "". */
export interface CellState {
  content: string | number | boolean;
  format: string;
}
export interface CellChange {
  sheet: string;
  cell: string;
  before: CellState;
  after: CellState;
  /** The content before was a formula, not a text beginning with "=". */
  formula: boolean;
}

export async function readSnapshot(session: Session, step: string): Promise<CellChange[]> {
  const kept = await readValue(session, namespaceOf.step(step));
  return Array.isArray(kept) ? kept.filter(isChange) : [];
}

/** A cell kept in another form is left as it is. */
function isChange(v: unknown): v is CellChange {
  const c = v as Partial<CellChange> | null;
  const isState = (s: unknown): boolean =>
    typeof s === 'object' && s !== null && 'content' in s && typeof (s as CellState).format === 'string';
  return (
    typeof c === 'object' &&
    c !== null &&
    typeof c.sheet === 'string' &&
    typeof c.cell === 'string' &&
    isState(c.before) &&
    isState(c.after)
  );
}

/**
 * Writes the cells as they were. The format comes first: in a text cell a number would become text; a formula was there
 * before its cell was made one.
 */
export function restoreCells(sheets: ReadonlyMap<string, Excel.Worksheet>, changes: readonly CellChange[]): void {
  for (const { sheet, cell, before, formula } of changes) {
    const range = sheets.get(sheet)?.getRange(cell);
    if (!range) continue;
    const late = formula && before.format === '@';
    range.numberFormat = [[late ? 'General' : before.format]];
    range.formulas = [
      [typeof before.content === 'string' && !formula ? asBefore(before.content, before.format) : before.content],
    ];
    if (late) range.numberFormat = [[before.format]];
  }
}

/** In a text cell everything stays text; only a leading apostrophe has to be doubled. */
function asBefore(text: string, format: string): string {
  if (format === '@') return text.startsWith("'") ? `'${text}` : text;
  return textEntry(text);
}
