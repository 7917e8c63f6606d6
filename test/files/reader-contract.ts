import type { ReadFile, WorkbookReader } from '../../src/app/ports';
import { cellName } from '../../src/core/model/address';
import type { Cell, Grid } from '../../src/core/model/grid';
import type { Book, BookCell, BookMaker, Powers } from './book';

/** Reads a described workbook back and fails the test where it is refused. */
async function readBook(reader: WorkbookReader, make: BookMaker, book: Book): Promise<ReadFile> {
  const bytes = make(book);
  const before = bytes.slice();
  const result = await reader.read({ file: 'thu-muc/phu luc.bin', bytes });
  expect(bytes).toEqual(before);
  if (!result.ok) throw new Error(result.message);
  return result;
}

const one = (cells: BookCell[]): Book => ({ sheets: [{ name: 'PL2', cells }] });
const at = (grid: Grid | undefined, address: string): Cell | undefined =>
  grid?.cells.find((c) => cellName(c.row, c.col) === address);

/** What every reader promises, whatever the format; `powers` says what the format can hold. */
export function readerContract(reader: WorkbookReader, make: BookMaker, powers: Powers): void {
  const readCells = async (cells: BookCell[]): Promise<Grid> => (await readBook(reader, make, one(cells))).grids[0]!;
  const when = (able: boolean): jest.It => (able ? it : it.skip);
  /** A value as this format can give it back. */
  const kept = (value: string | number): string | number => (powers.plainText ? String(value) : value);

  describe(`contract of a reader: ${powers.format}`, () => {
    it('names its format', async () => {
      expect((await readBook(reader, make, one([{ at: 'A1', value: 'x' }]))).format).toBe(powers.format);
    });

    it('keeps text exactly as stored', async () => {
      const texts = [
        'Thủ tục hành chính',
        'a\u0302\u0301 tổ hợp',
        '04',
        '1.234',
        '-',
        ' Không ',
        '__proto__',
        'a & b < c > "d"',
        '=SUM(A1)',
        '7,5%',
        '🙂',
      ];
      const grid = await readCells(texts.map((value, i) => ({ at: `A${i + 1}`, value })));
      expect(grid.cells.map((c) => c.value)).toEqual(texts);
      expect(grid.cells.every((c) => c.kind === 'text' && c.text === c.value)).toBe(true);
    });

    when(!powers.plainText)('reads numbers and booleans with their kind', async () => {
      const grid = await readCells([
        { at: 'A1', value: 0 },
        { at: 'B1', value: -12.5 },
        { at: 'C1', value: 1234567 },
        { at: 'D1', value: true },
      ]);
      expect(grid.cells.map((c) => [c.kind, c.value])).toEqual([
        ['number', 0],
        ['number', -12.5],
        ['number', 1234567],
        ['boolean', true],
      ]);
      expect(grid.cells[1]!.text).toBe('-12,5');
    });

    it('stores no blank cell, and gives the others in row-major order', async () => {
      const grid = await readCells([
        { at: 'C5', value: 3 },
        { at: 'A1', value: 1 },
        { at: 'B1' },
        { at: 'D1', value: 2 },
        { at: 'A7', value: '' },
      ]);
      expect(grid.cells.map((c) => [c.row, c.col, c.value])).toEqual([
        [0, 0, kept(1)],
        [0, 3, kept(2)],
        [4, 2, kept(3)],
      ]);
    });

    it('says whether the format stores numbers', async () => {
      expect((await readCells([{ at: 'A1', value: 12 }])).plainText ?? false).toBe(powers.plainText ?? false);
    });

    when(powers.merges ?? true)('reads merged areas', async () => {
      const book: Book = {
        sheets: [
          {
            name: 'PL2',
            cells: [
              { at: 'A1', value: 'x' },
              { at: 'D3', value: 'y' },
            ],
            merges: ['A1:C2', 'D3:D5'],
          },
        ],
      };
      expect((await readBook(reader, make, book)).grids[0]!.merges).toEqual([
        { top: 0, left: 0, bottom: 1, right: 2 },
        { top: 2, left: 3, bottom: 4, right: 3 },
      ]);
    });

    when(powers.sheets)('gives sheets in order with names and visibility', async () => {
      const names = ['PL 1', '__proto__', 'Phụ lục "3" & <4>', 'constructor'];
      const hidden = powers.veryHidden ? 'veryHidden' : 'hidden';
      const sheets = names.map((name, i) => ({
        name,
        cells: [{ at: 'A1', value: i }],
        visibility: i === 1 ? ('hidden' as const) : i === 2 ? (hidden as 'hidden') : undefined,
      }));
      const { grids } = await readBook(reader, make, { sheets });
      expect(grids.map((g) => [g.sheet, g.index, g.visibility, g.cells[0]!.value])).toEqual([
        [names[0], 0, 'visible', 0],
        [names[1], 1, 'hidden', 1],
        [names[2], 2, hidden, 2],
        [names[3], 3, 'visible', 3],
      ]);
    });

    when(powers.hidden)('reads hidden rows and columns as joined runs', async () => {
      const cells = Array.from({ length: 8 }, (_, i) => ({ at: `A${i + 1}`, value: i }));
      const { grids } = await readBook(reader, make, {
        sheets: [{ name: 'PL', cells, hiddenRows: [3, 4, 7], hiddenCols: ['B', 'C', 'F'] }],
      });
      expect(grids[0]!.hiddenRows).toEqual([
        { from: 2, to: 3 },
        { from: 6, to: 6 },
      ]);
      expect(grids[0]!.hiddenCols).toEqual([
        { from: 1, to: 2 },
        { from: 5, to: 5 },
      ]);
      expect(grids[0]!.filtered ?? false).toBe(false);
    });

    when(powers.filter)('says that a filter hides rows', async () => {
      const { grids } = await readBook(reader, make, {
        sheets: [
          {
            name: 'PL',
            cells: [
              { at: 'A1', value: 1 },
              { at: 'A2', value: 2 },
            ],
            hiddenRows: [2],
            filtered: true,
          },
        ],
      });
      expect(grids[0]!.filtered).toBe(true);
    });

    when(powers.formulas)('keeps formulas beside their cached values', async () => {
      const grid = await readCells([
        { at: 'A1', formula: 'SUM(B1:D1)', value: 6 },
        { at: 'A2', formula: 'IF(B1<2,"a & b","")', value: 'a & b' },
        { at: 'A3', formula: 'B1&""', value: '' },
        { at: 'A4', formula: 'A1+1' },
      ]);
      expect(at(grid, 'A1')).toMatchObject({ kind: 'number', value: 6, formula: 'SUM(B1:D1)' });
      expect(at(grid, 'A2')).toMatchObject({ kind: 'text', value: 'a & b', formula: 'IF(B1<2,"a & b","")' });
      expect(at(grid, 'A3')).toMatchObject({ kind: 'text', value: '', formula: 'B1&""' });
      expect(at(grid, 'A3')!.noCachedValue).toBeUndefined();
      expect(at(grid, 'A4')).toMatchObject({ formula: 'A1+1', noCachedValue: true });
    });

    when(powers.errors)('reads error cells as errors', async () => {
      const grid = await readCells([
        { at: 'A1', error: '#REF!', formula: 'B1' },
        { at: 'A2', error: '#DIV/0!', formula: '1/0' },
      ]);
      expect(grid.cells.map((c) => [c.kind, c.value])).toEqual([
        ['error', '#REF!'],
        ['error', '#DIV/0!'],
      ]);
    });

    when(powers.dates)('reads dates as ISO text and shows day, month, year', async () => {
      const grid = await readCells([
        { at: 'A1', date: '2020-01-30' },
        { at: 'A2', date: '2019-12-15', format: 'd/m/yyyy' },
      ]);
      expect(grid.cells.map((c) => [c.kind, c.value, c.text])).toEqual([
        ['date', '2020-01-30', '30/01/2020'],
        ['date', '2019-12-15', '15/12/2019'],
      ]);
    });

    when(powers.dates)('shows percents as an officer sees them', async () => {
      const grid = await readCells([
        { at: 'A1', value: 0.958, format: '0.0%' },
        { at: 'A2', value: 1, format: '0%' },
      ]);
      expect(grid.cells.map((c) => [c.value, c.text])).toEqual([
        [0.958, '95,8%'],
        [1, '100%'],
      ]);
    });

    when(powers.fonts)('names the font of a cell', async () => {
      const grid = await readCells([
        { at: 'A1', value: 'Céng hoµ', font: '.VnTime' },
        { at: 'B1', value: 'x', font: 'VNI-Times' },
      ]);
      expect(grid.cells.map((c) => c.font)).toEqual(['.VnTime', 'VNI-Times']);
    });

    when(powers.runs)('gives runs only where a cell mixes fonts', async () => {
      const grid = await readCells([
        { at: 'A1', font: 'Arial', runs: [{ text: 'Céng ', font: '.VnTime' }, { text: 'hòa' }] },
        {
          at: 'A2',
          font: 'Arial',
          runs: [
            { text: 'Céng ', font: '.VnTime' },
            { text: 'hoµ', font: '.VnTime' },
          ],
        },
      ]);
      expect(at(grid, 'A1')).toMatchObject({
        value: 'Céng hòa',
        runs: [
          { text: 'Céng ', font: '.VnTime' },
          { text: 'hòa', font: 'Arial' },
        ],
      });
      expect(at(grid, 'A2')).toMatchObject({ value: 'Céng hoµ', font: '.VnTime' });
      expect(at(grid, 'A2')!.runs).toBeUndefined();
    });

    when(powers.comments)('keeps comments with their cells', async () => {
      const grid = await readCells([
        { at: 'B2', value: 5, comment: 'Số liệu đến 15/12,\nchưa gồm <xã A>' },
        { at: 'C2', value: 6 },
      ]);
      expect(grid.cells.map((c) => c.comment)).toEqual(['Số liệu đến 15/12,\nchưa gồm <xã A>', undefined]);
    });

    when(powers.comments)('gives comments on blank cells as notes of the sheet', async () => {
      const grid = await readCells([
        { at: 'A1', value: 5 },
        { at: 'C3', comment: 'Chưa có báo cáo của huyện' },
      ]);
      expect([grid.cells.length, grid.notes]).toEqual([1, [{ row: 2, col: 2, text: 'Chưa có báo cáo của huyện' }]]);
    });

    when(powers.invisible)('marks text in the colour of its background', async () => {
      const grid = await readCells([
        { at: 'A1', value: 'ẩn', colour: 'FFFFFF' },
        { at: 'A2', value: 'ẩn', colour: '1F4E79', fill: '1F4E79' },
        { at: 'A3', value: 'hiện', colour: 'FFFFFF', fill: '1F4E79' },
        { at: 'A4', value: 'hiện' },
      ]);
      expect(grid.cells.map((c) => c.invisible ?? false)).toEqual([true, true, false, false]);
    });

    when(!powers.cutsUnseen)('refuses what is cut off, without a throw', async () => {
      const bytes = make(one([{ at: 'A1', value: 'x' }]));
      for (let tenth = 0; tenth < 10; tenth++) {
        const result = await reader.read({ file: 'a', bytes: bytes.slice(0, Math.floor((bytes.length * tenth) / 10)) });
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }
    });
  });
}
