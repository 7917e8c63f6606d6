import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkGrids } from '../../src/app/receive/check-grids';
import { cellName } from '../../src/core/model/address';
import type { Grid } from '../../src/core/model/grid';
import { templates } from '../../src/core/templates/registry';
import { createReader } from '../../src/files/readers/read-workbook';

const FOLDER = path.join(__dirname, '../../samples/khanh-hoa-2020/received');
const options = { templates: templates(), register: null, period: null };

async function gridsOf(file: string): Promise<Grid[]> {
  const read = await createReader().read({ file, bytes: new Uint8Array(readFileSync(path.join(FOLDER, file))) });
  if (!read.ok) throw new Error(read.message);
  return read.grids;
}

test('numbers stored as text are offered with what must still be there', async () => {
  const grids = await gridsOf('SKHDT.xlsx');
  const { repairs } = checkGrids('SKHDT.xlsx', grids, options);
  const asText = repairs.filter((r) => r.kind === 'number-as-text');
  expect(asText.length).toBeGreaterThan(10);
  for (const { sheet, cell, repair } of asText) {
    const stored = grids.find((g) => g.sheet === sheet)!.cells.find((c) => cellName(c.row, c.col) === cell)!;
    expect(stored.value).toBe(repair.expected);
    expect(String(repair.value)).toBe(String(Number(repair.expected)));
  }
});

test('a total left blank beside its levels is offered as their sum', async () => {
  const grids = await gridsOf('So Tu phap.xlsx');
  const before = checkGrids('x.xlsx', grids, options);
  const form = before.appendices.find((a) => a.template === 'phu-luc-2')!;
  const sheet = grids.find((g) => g.sheet === form.sheet)!;
  const row = sheet.cells.find(
    (c) =>
      c.col === 3 &&
      typeof c.value === 'number' &&
      c.value > 0 &&
      c.row > 7 &&
      sheet.cells.some((t) => t.row === c.row && t.col === 2 && t.value === c.value),
  )!.row;
  sheet.cells = sheet.cells.filter((c) => !(c.row === row && c.col === 2));
  const offer = checkGrids('x.xlsx', grids, options).repairs.find((r) => r.kind === 'missing-total');
  expect(offer).toMatchObject({
    sheet: form.sheet,
    cell: cellName(row, 2),
    before: '',
    repair: { formula: `SUM(D${row + 1}:F${row + 1})`, expected: '' },
  });
});

test('a workbook that is being filled in is not told who did not name themselves', () => {
  const view = checkGrids(
    'Book1.xlsx',
    [{ sheet: 'Trang 1', index: 0, visibility: 'visible', cells: [], merges: [], hiddenRows: [], hiddenCols: [] }],
    options,
  );
  expect(view).toEqual({ appendices: [], agency: null, findings: [], repairs: [] });
});
