import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';

const folder = join(__dirname, '../../../../samples/khanh-hoa-2020/received');
const files = existsSync(folder) ? readdirSync(folder).filter((f) => /\.xls[xm]$/i.test(f)) : [];

describe('received workbooks', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is read, the same with either inflater', (file) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const result = readXlsx(bytes);
    if (!result.ok) throw new Error(result.message);
    expect(result.grids.length).toBeGreaterThan(0);
    expect(result.grids.some((g) => g.cells.some((c) => c.kind === 'text' && /phụ lục|STT/i.test(c.text)))).toBe(true);
    expect(
      result.grids.every((g) => g.cells.every((c) => c.noCachedValue || c.text !== '' || c.formula !== undefined)),
    ).toBe(true);
    const inflate = (deflated: Uint8Array, size: number): Uint8Array =>
      inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) });
    expect(readXlsx(bytes, { inflate })).toEqual(result);
  });
});
