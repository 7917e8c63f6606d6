import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cell, Grid } from '../../src/core/model/grid';
import { COLLECTION, type FilePlace } from './collection';
import type { Opinion } from './second-opinion';

/** "Num/1/0:numeric:1.1": sheet, row and column from 0, kind, value; formulas carry their result last. */
const LINE = /^(.*)\/(\d+)\/(\d+):(numeric|string|boolean|formula):(.*)$/;

/**
 * What the package itself says of its file, in the check.txt beside it as the Orcus library keeps it; null where it
 * says nothing.
 */
export function shippedExpectations(place: FilePlace, grids: readonly Grid[]): Opinion | null {
  const folder = path.dirname(path.join(COLLECTION, place.package, place.path));
  const check = path.join(folder, 'check.txt');
  if (!existsSync(check) || !path.basename(place.path).startsWith('input.')) return null;
  const opinion: Opinion = { cells: 0, wrong: [] };
  for (const line of readFileSync(check, 'utf8').split('\n')) {
    const [, sheet, row, col, kind, value] = LINE.exec(line) ?? [];
    if (sheet === undefined || value === undefined) continue;
    // A file of one table alone has a sheet without a name of its own.
    const grid = grids.find((g) => g.sheet === sheet) ?? (grids.length === 1 ? grids[0] : undefined);
    const own = grid?.cells.find((c) => c.row === Number(row) && c.col === Number(col));
    const expected = kind === 'formula' ? value.slice(value.lastIndexOf(':') + 1) : value;
    // What nobody has computed yet is no value.
    if (expected === '' || expected === '""' || own?.noCachedValue) continue;
    opinion.cells++;
    if (!own || !says(own, expected))
      opinion.wrong.push(`${sheet}!${row}/${col}: ${own ? JSON.stringify(own.value) : 'trống'} ≠ ${value}`);
  }
  return opinion;
}

/** Whether a cell holds what is written of it: "1.1", "true", "\"text\"", or the text alone behind a formula. */
function says(own: Cell, expected: string): boolean {
  if (own.kind === 'number')
    return Math.abs(Number(own.value) - Number(expected)) <= 1e-9 * Math.max(1, Math.abs(Number(expected)));
  if (own.kind === 'date') return !Number.isNaN(Number(expected));
  if (own.kind === 'error') return true;
  if (own.kind === 'boolean') return String(own.value) === expected || String(Number(own.value)) === expected;
  return !/^".*"$/s.test(expected)
    ? String(own.value) === expected || own.text === expected
    : String(own.value).replace(/\n/g, '\\n') === unquoted(expected) || String(own.value) === unquoted(expected);
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(["\\])/g, '$1');
