import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { templates } from '../src/core/templates/registry';
import { describe } from '../src/app/receive/receive-file';
import { runConsolidation } from '../src/app/consolidate/run-consolidation';
import { validate } from '../src/core/validate/run';
import { readXlsx } from '../src/files/readers/xlsx/read-xlsx';

const FOLDER = path.join(__dirname, '../samples/khanh-hoa-2020/received');
const OPTIONS = { templates: templates(), register: null, period: null };

/** The sample province's .xlsx files. */
export function sampleFiles(): Uint8Array[] {
  return readdirSync(FOLDER)
    .filter((f) => f.endsWith('.xlsx'))
    .sort()
    .map((f) => new Uint8Array(readFileSync(path.join(FOLDER, f))));
}

/** Read, recognise and check one workbook; inflate is what unzipping all of its parts costs on the way. */
export function once(bytes: Uint8Array): number {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(read.message);
  const received = describe('a.xlsx', '', read, OPTIONS);
  return validate({ name: 'a', appendices: received.appendices, period: null }).length + received.appendices.length;
}

/** Median over interleaved rounds of (whole pipeline) ÷ (inflating alone), over all sample files. */
export function benchPipeline(rounds = 15): { whole: number; inflate: number; ratio: number } {
  const files = sampleFiles();
  const time = (work: (b: Uint8Array) => unknown): number => {
    const start = performance.now();
    for (const f of files) work(f);
    return (performance.now() - start) / files.length;
  };
  for (let i = 0; i < 4; i++) {
    time(once);
    time(unzipSync);
  }
  const wholes: number[] = [];
  const inflates: number[] = [];
  for (let i = 0; i < rounds; i++) {
    wholes.push(time(once));
    inflates.push(time(unzipSync));
  }
  const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;
  return { whole: median(wholes), inflate: median(inflates), ratio: median(wholes) / median(inflates) };
}

/** Peak resident megabytes while `count` workbooks are read, checked and consolidated in one run. */
export function benchMemory(count = 1_000): { peak: number; above: number; seconds: number } {
  const files = sampleFiles();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const started = performance.now();
  const received = [];
  for (let i = 0; i < count; i++) {
    const read = readXlsx(files[i % files.length]!.slice());
    if (!read.ok) throw new Error(read.message);
    received.push(describe(`${i}.xlsx`, '0'.repeat(64), read, OPTIONS));
    if (i % 10 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const run = runConsolidation(received, OPTIONS);
  peak = Math.max(peak, process.memoryUsage().rss);
  // A sheet may name its sender: copies of such a file are one sender's.
  if (run.consolidation.submissions.flatMap((s) => s.files).length !== count) throw new Error('a file was lost');
  return { peak: peak / 1_048_576, above: (peak - before) / 1_048_576, seconds: (performance.now() - started) / 1000 };
}
