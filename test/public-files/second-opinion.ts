import { read as readOther, utils } from '@e965/xlsx';
import { areaName, cellName } from '../../src/core/model/address';
import type { Cell, Grid } from '../../src/core/model/grid';

/**
 * What another library says of the same bytes: how many cells it read, and where the two differ ("PL2!C13: 3 ≠ 4", ours
 * first).
 */
export interface Opinion {
  cells: number;
  wrong: string[];
}

interface OtherCell {
  t?: string;
  v?: unknown;
}

/** Days between the two date systems (ECMA-376 part 1, 18.17.4.1). */
const SHIFT_1904 = 1_462;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Our moments are in whole seconds. */
const SECOND = 1 / 86_400;

/** Formats that the other library reads into the same sheets as we do. */
const SHARED = new Set(['xlsx', 'xlsb', 'xls', 'ods', 'xml-2003']);

/**
 * Values, kinds and merged areas of our grids against those of another library on the same bytes; null where it does
 * not read them itself.
 */
export function secondOpinion(bytes: Uint8Array, grids: readonly Grid[], format: string): Opinion | null {
  if (!SHARED.has(format)) return null;
  let book;
  try {
    book = readOther(bytes, { cellDates: false, raw: true, cellText: false, cellFormula: true, WTF: false });
  } catch {
    return null;
  }
  const opinion: Opinion = { cells: 0, wrong: [] };
  for (const grid of grids) {
    // A sheet of Excel 2 to 4 has no name of its own.
    const name = grids.length === 1 && book.SheetNames.length === 1 ? book.SheetNames[0]! : grid.sheet;
    const sheet = book.Sheets[name] as Record<string, unknown> | undefined;
    if (!sheet) {
      opinion.wrong.push(`${grid.sheet}: không có trang này`);
      continue;
    }
    const ours = new Map(grid.cells.map((c) => [cellName(c.row, c.col), c]));
    for (const [address, cell] of Object.entries(sheet) as [string, OtherCell][]) {
      if (address.startsWith('!') || isBlank(cell)) continue;
      opinion.cells++;
      const own = ours.get(address);
      ours.delete(address);
      if (!own || !same(own, cell))
        opinion.wrong.push(
          `${grid.sheet}!${address}: ${own ? `${own.kind} ${JSON.stringify(own.value)}` : 'trống'} ≠ ${cell.t} ` +
            `${JSON.stringify(cell.v)}`,
        );
    }
    for (const [address, own] of ours)
      if (own.value !== '')
        opinion.wrong.push(`${grid.sheet}!${address}: ${own.kind} ${JSON.stringify(own.value)} ≠ trống`);
    const merges = ((sheet['!merges'] ?? []) as Parameters<typeof utils.encode_range>[0][])
      .map((m) => utils.encode_range(m))
      .sort();
    const own = grid.merges.map(areaName).sort();
    if (new Set(merges).size !== new Set(own).size || merges.some((m) => !own.includes(m)))
      opinion.wrong.push(`${grid.sheet}: gộp ô ${own.slice(0, 5).join(' ')} ≠ ${merges.slice(0, 5).join(' ')}`);
  }
  return opinion;
}

const isBlank = (cell: OtherCell): boolean => cell.v === undefined || cell.v === '' || cell.t === 'z';

function same(own: Cell, other: OtherCell): boolean {
  if (other.t === 'e') return own.kind === 'error';
  if (typeof other.v === 'boolean') return own.kind === 'boolean' && own.value === other.v;
  if (typeof other.v !== 'number') return own.kind === 'text' && plain(own.value) === plain(other.v);
  if (own.kind === 'number') return Math.abs(Number(own.value) - other.v) <= 1e-12 * Math.max(1, Math.abs(other.v));
  return own.kind === 'date' && isThatDay(String(own.value), other.v);
}

/** Whether a moment is the one with this serial number, in either date system. */
function isThatDay(iso: string, serial: number): boolean {
  const [date, time = '00:00:00'] = iso.split('T');
  const days = (Date.parse(`${date}T${time}Z`) - EPOCH) / DAY_MS;
  // Excel counts a 29 February 1900 that never was.
  return [serial, serial + SHIFT_1904].some((s) => Math.abs((s < 60 ? s + 1 : s) - days) <= SECOND);
}

const plain = (value: unknown): string =>
  String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .trimEnd();
