// Run in a process of its own: takes every file of a folder through all a received file goes through, and prints one
// line of JSON for each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tryFile, type Tried } from '../../fuzz/try-file';

export interface Measured extends Tried {
  name: string;
  /** Processor time. */
  ms: number;
  /** Highest memory above the start, in MB. */
  mb: number;
}

const memory = (): number => {
  const m = process.memoryUsage();
  return m.rss;
};

async function main(folder: string): Promise<void> {
  await tryFile(new TextEncoder().encode('a;b\n1;2\n'));
  for (const name of readdirSync(folder).sort()) {
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    globalThis.gc?.();
    const before = memory();
    const highest = process.resourceUsage().maxRSS;
    const cpu = process.cpuUsage();
    const tried = await tryFile(bytes);
    const used = process.cpuUsage(cpu);
    const peak = process.resourceUsage().maxRSS;
    // Where an earlier file went higher, this one stayed below that.
    const mb = peak > highest ? (peak * 1024 - before) / 1_048_576 : Math.max(0, memory() - before) / 1_048_576;
    process.stdout.write(
      `${JSON.stringify({ ...tried, name, ms: Math.round((used.user + used.system) / 1_000), mb: Math.round(mb) } satisfies Measured)}\n`,
    );
  }
}

void main(process.argv[2]!);
