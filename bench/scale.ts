import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { templates } from '../src/core/templates/registry';
import { readPeriod } from '../src/core/text/period';
import { receiveFile } from '../src/app/receive/receive-file';
import { planCase } from '../src/app/case/case-plan';
import { newCase } from '../src/app/case/new-case';
import { runCase } from '../src/app/case/run-case';
import { createReader } from '../src/files/readers/read-workbook';
import { webHasher } from '../src/files/hash/web-hasher';
import { createXlsxWriter } from '../src/files/xlsx-writer/create-xlsx-writer';
import type { ReceivedFile } from '../src/core/model/submission';
import { makeProvince } from '../test/support/make-province';

/** Seconds by stage for a province after 1/7/2025, from bytes received to bytes of the result. */
export interface ScaleBench {
  files: number;
  contributions: number;
  findings: number;
  receive: number;
  consolidate: number;
  plan: number;
  write: number;
  whole: number;
  /** Inflating every part of every input, nothing else. */
  inflate: number;
  /** Most megabytes resident, and above what the process had before. */
  peak: number;
  above: number;
  /** Bytes of the result. */
  size: number;
}

/** Goal of the project: from drop to result. */
export const SCALE_GOAL = { seconds: 20, megabytes: 600 };

/** Share of the figures with a slip, so that thousands of findings are made and written. */
const SLIPS = 0.05;

const seconds = (from: number): number => (performance.now() - from) / 1000;

/**
 * 190 senders × 4 appendices and the one-stop table of the sở, as the command line does it: with board, journal and the
 * case inside.
 */
export async function benchScale(seed = 2026): Promise<ScaleBench> {
  const province = makeProvince(seed, 175, SLIPS);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const options = { templates: templates(), register: province.register, period: readPeriod('năm 2026') };
  const deps = {
    reader: createReader({
      inflate: (deflated: Uint8Array, size: number) =>
        inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) }),
    }),
    hasher: webHasher,
  };

  const start = performance.now();
  for (const { bytes } of province.files) unzipSync(bytes);
  const inflate = seconds(start);

  const t0 = performance.now();
  const received: ReceivedFile[] = [];
  for (const { file, bytes } of province.files) {
    received.push(await receiveFile({ file, bytes }, deps, options));
    look();
  }
  const receive = seconds(t0);
  const t1 = performance.now();
  const run = runCase(received, options, newCase());
  look();
  const consolidate = seconds(t1);
  const t2 = performance.now();
  const plan = planCase(run);
  look();
  const planned = seconds(t2);
  const t3 = performance.now();
  const bytes = await createXlsxWriter().write(plan);
  look();
  const write = seconds(t3);
  const contributions = run.consolidation.tables.reduce(
    (n, t) =>
      n + t.rows.reduce((m, r) => m + Object.values(r.figures).reduce((k, f) => k + f.contributions.length, 0), 0),
    0,
  );
  if (run.consolidation.submissions.length !== province.files.length) throw new Error('a sender was lost');
  return {
    files: province.files.length,
    contributions,
    findings: run.findings.length,
    receive,
    consolidate,
    plan: planned,
    write,
    whole: seconds(t0),
    inflate,
    peak: peak / 1_048_576,
    above: (peak - before) / 1_048_576,
    size: bytes.length,
  };
}
