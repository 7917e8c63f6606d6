import { unzipSync } from 'fflate';
import { readXlsx } from '../src/files/readers/xlsx/read-xlsx';
import type { Book, BookCell } from '../test/files/book';
import { makeXlsx } from '../test/files/make-xlsx';

/** Milliseconds per small workbook, medians of rounds that take turns. */
export interface ReaderBench {
  /** Reading it to grids. */
  read: number;
  /** Inflating all entries of the same bytes with fflate, nothing else. */
  inflate: number;
  /** read ÷ inflate; both sides from one run, so that the machine's mood cancels out. */
  ratio: number;
}

/** Goal of the project: reading costs at most this many times what inflating alone costs. */
export const READER_GOAL = 5;

/** Measures on the given workbooks, or on one like those that agencies send. */
export function benchReader(files: Uint8Array[] = [sampleWorkbook()], rounds = 41, repeats = 20): ReaderBench {
  const read = (): number => time(files, repeats, readXlsx);
  const inflate = (): number => time(files, repeats, unzipSync);
  for (let i = 0; i < 5; i++) {
    read();
    inflate();
  }
  const reads: number[] = [];
  const inflates: number[] = [];
  for (let i = 0; i < rounds; i++) {
    reads.push(read());
    inflates.push(inflate());
  }
  const result = { read: median(reads), inflate: median(inflates) };
  return { ...result, ratio: result.read / result.inflate };
}

/** Megabytes that grids of this many workbooks keep, and the most the process used while reading them. */
export function benchReaderMemory(count = 1_000, file = sampleWorkbook()): { kept: number; peak: number } {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const kept: unknown[] = [];
  let peak = before;
  for (let i = 0; i < count; i++) {
    kept.push(readXlsx(file.slice()));
    if (i % 20 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  kept.length = 0;
  globalThis.gc?.();
  return { kept: (heap - process.memoryUsage().heapUsed) / 1_048_576, peak: peak / 1_048_576 };
}

/** Four appendices of 10–60 rows with Vietnamese text, merged headers and formulas. */
export function sampleWorkbook(): Uint8Array {
  const sheets = [14, 41, 23, 60].map((rows, i) => ({
    name: `PL${i + 1}`,
    merges: ['A1:G1', 'A2:G2', 'D4:F4'],
    cells: sheetCells(rows, i),
  }));
  return makeXlsx({ sheets } satisfies Book);
}

function sheetCells(rows: number, sheet: number): BookCell[] {
  const header = ['STT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã', 'Ghi chú'];
  const cells: BookCell[] = [
    { at: 'A1', value: `Phụ lục ${sheet + 1}` },
    { at: 'A2', value: 'THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ' },
  ];
  header.forEach((value, c) => cells.push({ at: `${'ABCDEFG'[c]}4`, value }));
  for (let r = 0; r < rows; r++) {
    const n = 5 + r;
    cells.push(
      { at: `A${n}`, value: r + 1 },
      {
        at: `B${n}`,
        value: `Số cơ quan, đơn vị thực hiện nội dung cải cách hành chính thứ ${r + 1} của phụ lục ${sheet + 1}`,
      },
    );
    cells.push({ at: `C${n}`, formula: `SUM(D${n}:F${n})`, value: 6 * r + 3, format: '#,##0' });
    for (const [k, col] of ['D', 'E', 'F'].entries())
      cells.push({ at: `${col}${n}`, value: 2 * r + k, format: '#,##0' });
    cells.push({ at: `G${n}`, value: r % 3 === 0 ? 'Không' : '-' });
  }
  return cells;
}

function time(files: Uint8Array[], repeats: number, work: (bytes: Uint8Array) => unknown): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) for (const file of files) work(file);
  return (performance.now() - start) / repeats / files.length;
}

function median(list: number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1]!;
}
