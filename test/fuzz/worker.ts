// The child process of run-fuzz.ts: tries one range of changed files and tells of each. It is ended from outside where
// one hangs.
import { mutated } from './mutate';
import type { FuzzFormat } from './seeds';
import { tryFile, type Tried } from './try-file';

export interface FuzzTask {
  format: FuzzFormat;
  seed: number;
  from: number;
  to: number;
}
export interface FuzzReply extends Tried {
  index: number;
  ms: number;
  /** Highest memory of the process so far, above its start, in bytes. */
  peak: number;
}

const peakNow = (): number => process.resourceUsage().maxRSS * 1024;

async function main(task: FuzzTask): Promise<void> {
  await tryFile(mutated(task.format, task.seed, task.from));
  const base = peakNow();
  for (let index = task.from; index < task.to; index++) {
    const bytes = mutated(task.format, task.seed, index);
    const cpu = process.cpuUsage();
    const tried = await tryFile(bytes);
    const used = process.cpuUsage(cpu);
    process.send!({
      ...tried,
      index,
      ms: (used.user + used.system) / 1_000,
      peak: peakNow() - base,
    } satisfies FuzzReply);
  }
  process.send!('done', () => process.exit(0));
}

process.once('message', (task: FuzzTask) => {
  void main(task);
});
process.send!('ready');
