// npm run fuzz [-- --count 10000 --format xlsx --seed 1]: reads changed files of every format in a process of their
// own.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mutated } from './mutate';
import { FUZZ_FORMATS, type FuzzFormat } from './seeds';
import type { FuzzReply, FuzzTask } from './worker';

/** What one file may take (design of the limits, docs/limits.md): processor time, and memory above the start. */
const LONGEST_MS = 5_000;
const MOST_MEMORY = 300 * 1024 * 1024;
/** Without a word for so long, the process hangs; a busy machine answers before. */
const SILENCE_MS = 30_000;
/** Files per process: memory that only waits to be swept does not add up. */
const PORTION = 400;

interface Failure {
  index: number;
  problem: string;
}
interface Tally {
  read: number;
  ignored: number;
  rejected: number;
  broken: number;
  slowest: number;
  highest: number;
  failures: Failure[];
}

/** Tries a range in one process; resolves to the index where it stopped early (hung or died), or null. */
function tryRange(task: FuzzTask, told: (reply: FuzzReply) => void): Promise<{ at: number; why: string } | null> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(path.join(__dirname, 'worker.ts'), {
      execArgv: [...process.execArgv, '--max-old-space-size=700'],
    });
    let next = task.from;
    let timer: NodeJS.Timeout;
    const end = (result: { at: number; why: string } | null): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(result);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ at: next, why: `no answer within ${SILENCE_MS / 1_000} s` }), SILENCE_MS);
    };
    child.on('message', (message: FuzzReply | 'ready' | 'done') => {
      wait();
      if (message === 'ready') child.send(task);
      else if (message === 'done') end(null);
      else {
        next = message.index + 1;
        told(message);
      }
    });
    child.on('exit', (code, signal) => end({ at: next, why: `the process ended (${signal ?? code})` }));
    wait();
  });
}

/** A file alone in a fresh process shows whether the memory was its own. */
async function memoryOf(format: FuzzFormat, seed: number, index: number): Promise<number> {
  let peak = 0;
  await tryRange({ format, seed, from: index === 0 ? 1 : index - 1, to: index + 1 }, (reply) => {
    peak = reply.peak;
  });
  return peak;
}

async function fuzz(format: FuzzFormat, seed: number, count: number): Promise<Tally> {
  const tally: Tally = { read: 0, ignored: 0, rejected: 0, broken: 0, slowest: 0, highest: 0, failures: [] };
  const suspects: number[] = [];
  for (let from = 0; from < count;) {
    const to = Math.min(count, from + PORTION);
    let peak = 0;
    const stopped = await tryRange({ format, seed, from, to }, (reply) => {
      tally[reply.outcome]++;
      tally.slowest = Math.max(tally.slowest, reply.ms);
      if (reply.problem) tally.failures.push({ index: reply.index, problem: reply.problem });
      else if (reply.ms > LONGEST_MS)
        tally.failures.push({ index: reply.index, problem: `took ${Math.round(reply.ms)} ms` });
      if (reply.peak > Math.max(peak, MOST_MEMORY)) suspects.push(reply.index);
      peak = Math.max(peak, reply.peak);
    });
    tally.highest = Math.max(tally.highest, peak);
    if (stopped) tally.failures.push({ index: stopped.at, problem: stopped.why });
    from = stopped ? stopped.at + 1 : to;
  }
  for (const index of suspects) {
    const peak = await memoryOf(format, seed, index);
    if (peak > MOST_MEMORY) tally.failures.push({ index, problem: `took ${Math.round(peak / 1_048_576)} MB` });
  }
  return tally;
}

function keep(format: FuzzFormat, seed: number, failures: readonly Failure[]): void {
  const folder = path.join('out', 'fuzz', format);
  mkdirSync(folder, { recursive: true });
  for (const { index, problem } of failures) {
    writeFileSync(path.join(folder, `${seed}-${index}.bin`), mutated(format, seed, index));
    writeFileSync(path.join(folder, `${seed}-${index}.txt`), problem);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string' }, format: { type: 'string' }, seed: { type: 'string' } },
  });
  const formats = FUZZ_FORMATS.filter((f) => !values.format || values.format.split(',').includes(f));
  const count = Number(values.count ?? 10_000);
  const seed = Number(values.seed ?? 20_261_121);
  if (formats.length === 0 || !Number.isInteger(count) || !Number.isInteger(seed))
    throw new Error(`--format là một trong: ${FUZZ_FORMATS.join(', ')}; --count và --seed là số nguyên.`);
  for (const format of formats) {
    const started = performance.now();
    const t = await fuzz(format, seed, count);
    keep(format, seed, t.failures);
    console.log(
      `${format.padEnd(5)} ${count} tệp: ${t.read} đọc được, ${t.ignored} không có phụ lục, ${t.rejected} bị từ ` +
        `chối, ${t.failures.length} hỏng; lâu nhất ${Math.round(t.slowest)} ms, bộ nhớ tăng nhiều nhất ` +
        `${Math.round(t.highest / 1_048_576)} MB (${Math.round((performance.now() - started) / 1_000)} giây)`,
    );
    for (const f of t.failures.slice(0, 20)) console.log(`  ${format} #${f.index}: ${f.problem}`);
    if (t.failures.length > 0) {
      console.log(`  Các tệp nằm trong out/fuzz/${format}.`);
      process.exitCode = 1;
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
