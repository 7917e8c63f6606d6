import { areaName, cellName, columnName } from '../../src/core/model/address';
import type { Cell, Grid } from '../../src/core/model/grid';
import { createReader } from '../../src/files/readers/read-workbook';
import type { Book, BookCell } from '../files/book';
import { makeXlsx } from '../files/make-xlsx';

/** Raised and struck letters as runs of a rich text; a half of a text stands for a part of it. */
function marksOf({ value, raised, struck }: Cell): Pick<BookCell, 'runs' | 'struck'> {
  const text = String(value);
  if (raised) return { runs: [{ text: text.slice(0, text.length - raised.length) }, { text: raised, raised: true }] };
  if (struck === 'all') return { struck: true };
  if (struck !== 'part') return {};
  const half = Math.ceil(text.length / 2);
  return { runs: [{ text: text.slice(0, half), struck: true }, { text: text.slice(half) || ' 0' }] };
}

/** The grids written as a real .xlsx and read back by the product's own reader. */
export async function throughXlsx(name: string, grids: readonly Grid[]): Promise<Grid[]> {
  const book: Book = {
    sheets: grids.map((g) => ({
      name: g.sheet.slice(0, 31),
      ...(g.visibility === 'visible' ? {} : { visibility: g.visibility }),
      cells: g.cells.map((c) => ({
        at: cellName(c.row, c.col),
        ...(c.noCachedValue || c.kind === 'date' || c.kind === 'error' ? {} : { value: c.value }),
        ...marksOf(c),
        ...(c.formula ? { formula: c.formula } : {}),
        ...(c.format ? { format: c.format } : {}),
      })),
      merges: g.merges.map(areaName),
      hiddenRows: g.hiddenRows.flatMap((s) => Array.from({ length: s.to - s.from + 1 }, (_, i) => s.from + i + 1)),
      hiddenCols: g.hiddenCols.flatMap((s) =>
        Array.from({ length: s.to - s.from + 1 }, (_, i) => columnName(s.from + i)),
      ),
    })),
  };
  const read = await createReader().read({ file: name, bytes: makeXlsx(book) });
  if (!read.ok) throw new Error(`${name}: ${read.message}`);
  return [...read.grids];
}
