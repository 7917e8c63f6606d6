import type { EventLoopUtilization } from 'node:perf_hooks';

/** What can be told of a thread's work from outside. */
export interface Watched {
  eventLoopUtilization(): EventLoopUtilization;
}

/**
 * Processor time that each busy thread has used. Node 20 tells that of the whole process only, so each look shares out
 * what was used since the last one by how busy each thread's loop was; a machine that gives us little time, or a disk
 * that is slow, is not held against a file.
 */
export class SpentTime<Thread extends Watched> {
  private readonly spent = new Map<Thread, { ms: number; active: number; wall: number }>();
  private cpu = process.cpuUsage();
  private at = performance.now();

  begin(thread: Thread): void {
    this.look();
    this.spent.set(thread, { ms: 0, active: thread.eventLoopUtilization().active, wall: this.at });
  }

  end(thread: Thread): void {
    this.look();
    this.spent.delete(thread);
  }

  /** Milliseconds of processor time since `begin`, about. */
  ms(thread: Thread): number {
    return this.spent.get(thread)?.ms ?? 0;
  }

  /** Milliseconds on the clock since `begin`. */
  wall(thread: Thread): number {
    const started = this.spent.get(thread)?.wall;
    return started === undefined ? 0 : performance.now() - started;
  }

  look(): void {
    const now = performance.now();
    const cpu = process.cpuUsage();
    const passed = now - this.at;
    const used = (cpu.user - this.cpu.user + cpu.system - this.cpu.system) / 1_000;
    [this.at, this.cpu] = [now, cpu];
    const busy = [...this.spent].map(([thread, own]) => {
      const { active } = thread.eventLoopUtilization();
      const since = Math.max(0, active - own.active);
      own.active = active;
      return { own, since };
    });
    const together = busy.reduce((sum, b) => sum + b.since, 0);
    if (together === 0) return;
    for (const { own, since } of busy) own.ms += Math.min(passed, since, (used * since) / together);
  }
}
