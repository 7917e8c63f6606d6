import type { Cell, Grid } from '../../core/model/grid';
import { viewGrid } from '../../core/model/grid-view';
import { levelOfName } from '../../core/agencies/level-of-name';
import { stripMarks } from '../../core/text/strip-marks';

export type RegisterField =
  | 'index'
  | 'name'
  | 'level'
  | 'symbols'
  | 'aliases'
  | 'abbreviations'
  | 'from'
  | 'to'
  | 'code'
  | 'successors'
  | 'parent'
  | 'note';

/** One line of a list as typed; `row` from 1, as in Excel. */
export interface RegisterLine {
  row: number;
  texts: Partial<Record<RegisterField, string>>;
  /** ISO days of cells that Excel holds as dates. */
  dates: Partial<Record<RegisterField, string>>;
}

export interface RegisterTable {
  sheet: string;
  fields: RegisterField[];
  lines: RegisterLine[];
}

/** By folded header without marks; the first that fits, so what is special stands before the name itself. */
const HEADERS: readonly (readonly [RegisterField, RegExp])[] = [
  ['index', /^(stt|tt|so tt|so thu tu)$/],
  ['code', /^ma( |$)/],
  ['successors', /ke thua|tiep nhan nhiem vu/],
  ['parent', /cap tren|truc thuoc|chu quan/],
  ['symbols', /^ky hieu/],
  ['aliases', /^(cac )?ten (goi |viet )?khac|cach (viet|goi) khac/],
  ['abbreviations', /viet tat|^ten tat/],
  ['from', /^tu ngay|ngay thanh lap|co tu ngay|hieu luc tu|ngay bat dau/],
  ['to', /^den ngay|ngay ket thuc|ngay giai the|het hieu luc/],
  ['level', /^(cap( hanh chinh| don vi)?|cap co quan)$/],
  ['note', /^ghi chu/],
  ['name', /^(ten )?(cac )?(co quan|don vi|xa, phuong|xa phuong|phuong, xa|xa|phuong)|^ten$/],
];
/** A header is not a sentence. */
const LONGEST_HEADER = 60;

/**
 * The list of agencies in a workbook: the table with a column of names, or, where nothing has a header, the column that
 * holds most names. Null where there is none.
 */
export function findRegisterTable(grids: readonly Grid[]): RegisterTable | null {
  const visible = grids.filter((g) => g.visibility === 'visible');
  const found = visible.flatMap((grid) => headedTable(grid) ?? []);
  const best = found.sort((a, b) => named(b) - named(a))[0];
  if (best && named(best) > 0) return best;
  return visible.flatMap((grid) => bareList(grid) ?? []).sort((a, b) => named(b) - named(a))[0] ?? null;
}

const named = (table: RegisterTable): number =>
  table.lines.filter((l) => levelOfName(l.texts.name ?? '') !== null || l.texts.level !== undefined).length;

function headedTable(grid: Grid): RegisterTable | null {
  const view = viewGrid(grid);
  for (const row of view.rows) {
    const columns = new Map<number, RegisterField>();
    for (const cell of view.row(row)) {
      const field = fieldOf(cell);
      if (field && ![...columns.values()].includes(field)) columns.set(cell.col, field);
    }
    if (![...columns.values()].includes('name')) continue;
    const lines = view.rows
      .filter((r) => r > row)
      .map((r) => line(r, view.row(r), columns))
      .filter((l) => Object.keys(l.texts).length > 0);
    return { sheet: grid.sheet, fields: [...columns.values()], lines };
  }
  return null;
}

function fieldOf(cell: Cell): RegisterField | undefined {
  const text = stripMarks(String(cell.text)).replace(/\s+/g, ' ').trim();
  // A list may hold nothing but names under a title; "Xã Ninh Hòa" is a name, "Xã, phường" a header.
  if (cell.kind !== 'text' || text.length > LONGEST_HEADER || levelOfName(cell.text) !== null) return undefined;
  return HEADERS.find(([, pattern]) => pattern.test(text))?.[0];
}

function line(row: number, cells: readonly Cell[], columns: ReadonlyMap<number, RegisterField>): RegisterLine {
  const out: RegisterLine = { row: row + 1, texts: {}, dates: {} };
  for (const cell of cells) {
    const field = columns.get(cell.col);
    const text = cell.text.normalize('NFC').trim();
    if (!field || text === '') continue;
    out.texts[field] = text;
    if (cell.kind === 'date') out.dates[field] = String(cell.value);
  }
  return out;
}

function bareList(grid: Grid): RegisterTable | null {
  const counts = new Map<number, number>();
  for (const cell of grid.cells)
    if (levelOfName(cell.text) !== null) counts.set(cell.col, (counts.get(cell.col) ?? 0) + 1);
  const [col] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (col === undefined) return null;
  const columns = new Map<number, RegisterField>([[col, 'name']]);
  const view = viewGrid(grid);
  return {
    sheet: grid.sheet,
    fields: ['name'],
    lines: view.rows.map((r) => line(r, view.row(r), columns)).filter((l) => l.texts.name !== undefined),
  };
}
