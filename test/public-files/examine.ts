import { createReader } from '../../src/files/readers/read-workbook';
import type { ReadResult } from '../../src/app/ports';
import { tryFile } from '../fuzz/try-file';
import { bytesOf, type FilePlace } from './collection';
import { shippedExpectations } from './expectations';
import { secondOpinion, type Opinion } from './second-opinion';

/** What one file came to. */
export interface Examined extends FilePlace {
  /** Null where it was read; else the rule under which it is set aside, or "thrown". */
  rule: string | null;
  reason: string;
  format: string;
  cells: number;
  /** Processor time of reading, recognising and adding. */
  ms: number;
  /** Highest memory of the process above its start so far, in bytes. */
  peak: number;
  /** What must not be: a throw, an open proof, a form of ours found in a file of others; or null. */
  problem: string | null;
  /** What another library says of the values; null where it reads no such file. */
  second: Opinion | null;
  /** What the package itself says of the values; null where it says nothing. */
  shipped: Opinion | null;
}

const reader = createReader();

/**
 * Takes a file through everything a received file goes through, and measures it; `start` is the memory before the first
 * file.
 */
export async function examine(place: FilePlace, start: number): Promise<Examined> {
  const bytes = bytesOf(place);
  const cpu = process.cpuUsage();
  const { outcome, problem } = await tryFile(bytes);
  const used = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS * 1024 - start;
  const { result, thrown } = await readSafely(place, bytes);
  const read = result?.ok ? result : null;
  return {
    ...place,
    rule: result === null ? 'thrown' : result.ok ? null : result.rule,
    reason: result && !result.ok ? result.message : thrown,
    format: read?.format ?? '',
    cells: read?.grids.reduce((n, g) => n + g.cells.length, 0) ?? 0,
    ms: Math.round((used.user + used.system) / 1_000),
    peak,
    problem:
      problem ?? (outcome === 'read' ? 'một biểu mẫu của chương trình được nhận ra trong tệp của người khác' : null),
    second: null,
    shipped: null,
  };
}

/** Adds what others say of the values; apart from examine, since the other library takes memory of its own. */
export async function compare(file: Examined): Promise<Examined> {
  const bytes = bytesOf(file);
  const { result } = await readSafely(file, bytes);
  return result?.ok
    ? {
        ...file,
        second: secondOpinion(bytes, result.grids, result.format),
        shipped: shippedExpectations(file, result.grids),
      }
    : file;
}

async function readSafely(place: FilePlace, bytes: Uint8Array): Promise<{ result: ReadResult | null; thrown: string }> {
  try {
    return { result: await reader.read({ file: place.path, bytes }), thrown: '' };
  } catch (error) {
    return { result: null, thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
