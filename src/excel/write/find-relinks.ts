import { cellName } from '../../core/model/address';
import { isResult, liveSheets, type Book } from '../book/inspect';
import type { Journal, NameRelink, Relink } from '../book/journal';
import type { Session } from '../run-excel';
import { quoted } from './link-target';

/**
 * The officer's own sheets are looked through for formulas into ours up to this many cells together; more would not fit
 * one answer.
 */
const MOST_CELLS = 120_000;

export type Relinks = Pick<Journal, 'relinks' | 'names'>;

/**
 * Formulas of the officer's own sheets, and defined names, that look into sheets of ours which are about to change
 * places. When a sheet is renamed, Excel turns them along with it, so that they would show the old figures from a
 * put-aside sheet; they have to be written again. One round trip; none where nothing changes places.
 */
export async function findRelinks({ context, sync }: Session, book: Book, sheets: readonly string[]): Promise<Relinks> {
  if (sheets.length === 0) return { relinks: [], names: [] };
  const own = liveSheets(book).filter((s) => !isResult(s) && !s.isProtected);
  let room = MOST_CELLS;
  const read = own.flatMap(({ used, name }) => {
    if (used.isNullObject || used.cellCount < 0 || used.cellCount > room) return [];
    room -= used.cellCount;
    used.load('formulas');
    return [{ range: used, sheet: name }];
  });
  const { names } = context.workbook;
  names.load('items/name,items/formula,items/visible');
  await sync();
  const wanted = sheets.flatMap((name) => [`${quoted(name)}!`, `${name}!`].map((t) => t.toLowerCase()));
  const looksIn = (formula: unknown): formula is string =>
    typeof formula === 'string' && formula.startsWith('=') && wanted.some((w) => formula.toLowerCase().includes(w));
  return {
    relinks: read.flatMap(({ range, sheet }) =>
      (range.formulas as unknown[][]).flatMap((row, r) =>
        row.flatMap((formula, c): Relink[] =>
          looksIn(formula) ? [{ sheet, cell: cellName(range.rowIndex + r, range.columnIndex + c), formula }] : [],
        ),
      ),
    ),
    names: names.items.flatMap(({ name, formula, visible }): NameRelink[] =>
      visible && looksIn(formula) ? [{ name, formula }] : [],
    ),
  };
}

/** Writes them again, so that they look into the sheets which now carry the names. */
export function relink({ workbook }: Excel.RequestContext, { relinks, names }: Relinks): void {
  for (const { sheet, cell, formula } of relinks)
    workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[formula]];
  for (const { name, formula } of names) workbook.names.getItem(name).formula = formula;
}

/** True for a formula that Excel has turned to a sheet on its way, or that lost its sheet. */
const isTurned = (formula: string): boolean => formula.includes('~pl-') || formula.includes('#REF!');

/** Those that still read as they did, or that Excel has turned; one that the officer changed since is left alone. */
export async function stillToRelink(
  { context: { workbook }, sync }: Session,
  { relinks, names }: Relinks,
): Promise<Relinks> {
  if (relinks.length + names.length === 0) return { relinks, names };
  const cells = relinks.map(({ sheet, cell }) => {
    const range = workbook.worksheets.getItemOrNullObject(sheet).getRange(cell);
    range.load('formulas');
    return range;
  });
  const items = names.map(({ name }) => {
    const item = workbook.names.getItemOrNullObject(name);
    item.load('formula');
    return item;
  });
  await sync();
  const same = (now: unknown, formula: string): boolean => now === formula || isTurned(String(now));
  return {
    relinks: relinks.filter(({ formula }, i) => !cells[i]!.isNullObject && same(cells[i]!.formulas[0]?.[0], formula)),
    names: names.filter(({ formula }, i) => !items[i]!.isNullObject && same(items[i]!.formula, formula)),
  };
}
