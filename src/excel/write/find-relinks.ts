import { cellName } from '../../core/model/address';
import { isResult, liveSheets, type Book } from '../book/inspect';
import type { Relink } from '../book/journal';
import type { Session } from '../run-excel';
import { quoted } from './link-target';

/** The officer's own sheets are looked through for formulas into ours up to this many cells together; more would not fit one answer. */
const MOST_CELLS = 120_000;

/**
 * Formulas of the officer's own sheets that look into sheets of ours which are about to change places. When a sheet is renamed, Excel turns
 * such formulas along with it, so that they would show the old figures from a put-aside sheet; they have to be written again.
 * One round trip; none where nobody could have such a formula.
 */
export async function findRelinks(session: Session, book: Book, names: readonly string[]): Promise<Relink[]> {
  const own = liveSheets(book).filter((s) => !isResult(s) && !s.isProtected);
  if (own.length === 0 || names.length === 0) return [];
  let room = MOST_CELLS;
  const read = own.flatMap(({ used, name }) => {
    if (used.isNullObject || used.cellCount < 0 || used.cellCount > room) return [];
    room -= used.cellCount;
    used.load('formulas');
    return [{ range: used, sheet: name }];
  });
  if (read.length === 0) return [];
  await session.sync();
  const wanted = names.flatMap((name) => [`${quoted(name)}!`, `${name}!`].map((t) => t.toLowerCase()));
  return read.flatMap(({ range, sheet }) => (range.formulas as unknown[][]).flatMap((row, r) => row.flatMap((value, c): Relink[] => {
    if (typeof value !== 'string' || !value.startsWith('=') || !value.includes('!')) return [];
    const text = value.toLowerCase();
    return wanted.some((w) => text.includes(w)) ? [{ sheet, cell: cellName(range.rowIndex + r, range.columnIndex + c), formula: value }] : [];
  })));
}

/** Writes them again, so that they look into the sheets which now carry the names. */
export function relink(context: Excel.RequestContext, relinks: readonly Relink[]): void {
  for (const { sheet, cell, formula } of relinks) context.workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[formula]];
}
