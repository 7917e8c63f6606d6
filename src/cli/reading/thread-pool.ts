import type { Worker } from 'node:worker_threads';
import type { ArchivedFile, UnreadFile } from '../../app/ports';
import type { ReceiveDeps, ReceiveOptions } from '../../app/receive/receive-file';
import type { FoundFile } from '../collect-files';
import { readSources, type SourceDeps } from '../read-sources';
import { READING_THREAD, type ReadTask, type TaskReply, type ThreadData } from './messages';
import { readOne, type ReadFiles, type ReadSource } from './read-files';
import { SpentTime } from './spent-time';
import { startThread } from './start-thread';

export interface PoolSettings {
  /** The program's own file, which begins as a reading thread where it is started as one. */
  entry: string;
  /** Threads that read side by side. */
  threads: number;
  /** Milliseconds of processor time, and bytes of memory, that one file may take. */
  limits: { ms: number; bytes: number };
  /** Why a file was not read to its end. */
  late(ms: number): UnreadFile;
  tooMuch(bytes: number): UnreadFile;
  broken(error: unknown): UnreadFile;
}

/** A thread that waits for other things than the processor (a disk, a busy machine) is ended after so many times. */
const LONGEST_WAIT = 6;
/** Milliseconds between two looks at the threads. */
const LOOK = 50;
/** A thread's heap beside what is outside of it: bytes of the file and of its parts. */
const HEAP_SHARE = 0.7;
const MB = 1_048_576;

/** One thing to be read, and where its result goes. */
interface Job {
  task: ReadTask;
  /** Alone in the process, so that all memory taken is its own. */
  alone: boolean;
  done(read: ReadSource | ArchivedFile[]): void;
  failed(error: Error): void;
}

/** Reads files in threads that can be ended: a file that hangs or eats memory is refused, the others go on. */
export function poolReader(deps: ReceiveDeps & SourceDeps, settings: PoolSettings): ReadFiles {
  return async (found, options, progress) => {
    const pool = new Pool(deps, settings, options);
    let done = 0;
    try {
      progress(0, found.length, found[0]?.file ?? '');
      return await Promise.all(
        found.map(async (f) => {
          const read = await pool.file(f);
          progress(++done, found.length, done < found.length ? f.file : '');
          return read;
        }),
      );
    } finally {
      await pool.close();
    }
  };
}

class Pool {
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, { job: Job; memory: number }>();
  private readonly time = new SpentTime<Worker['performance']>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deps: ReceiveDeps & SourceDeps,
    private readonly settings: PoolSettings,
    private readonly options: ReceiveOptions,
  ) {}

  /** The file, or each of those in it where it is an archive. */
  async file(found: FoundFile): Promise<ReadSource[]> {
    const read = await this.run({ kind: 'found', found });
    if (!Array.isArray(read)) return [read];
    const sources = read.splice(0);
    // Files of an archive that is opened already come before other found files: their bytes are in memory.
    return Promise.all(
      sources.map((source) =>
        this.run({ kind: 'source', source }, true).then((own) => {
          if (Array.isArray(own)) throw new Error('An archive inside an archive was opened');
          return own;
        }),
      ),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.idle, ...this.busy.keys()].map((t) => t.terminate()));
  }

  private run(task: ReadTask, first = false): Promise<ReadSource | ArchivedFile[]> {
    return new Promise((resolve, reject) => {
      const job: Job = { task, alone: false, done: resolve, failed: reject };
      if (first) this.waiting.unshift(job);
      else this.waiting.push(job);
      this.next();
    });
  }

  /** Gives the next jobs to free threads; one that must be alone waits until all others are done. */
  private next(): void {
    while (this.waiting.length > 0 && this.busy.size < this.settings.threads) {
      const job = this.waiting.find((j) => !j.alone) ?? this.waiting[0]!;
      if ([...this.busy.values()].some((b) => b.job.alone) || (job.alone && this.busy.size > 0)) return;
      this.waiting.splice(this.waiting.indexOf(job), 1);
      this.give(job, this.idle.pop() ?? this.start());
    }
  }

  private start(): Worker {
    const { templates: _, ...options } = this.options;
    const thread = startThread(this.settings.entry, {
      workerData: { role: READING_THREAD, options } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: Math.round((this.settings.limits.bytes / MB) * HEAP_SHARE) },
    });
    thread.on('message', (reply: TaskReply) => this.answered(thread, reply));
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.refuse(thread, memory ? this.settings.tooMuch(this.settings.limits.bytes) : this.settings.broken(error));
    });
    thread.on('exit', (code) => this.refuse(thread, this.settings.broken(new Error(`exit ${code}`))));
    return thread;
  }

  private give(job: Job, thread: Worker): void {
    this.begin(job, thread);
    this.timer ??= setInterval(() => this.look(), LOOK);
    // The bytes of an unpacked file are copied, since it is refused with them where the thread must be ended.
    thread.postMessage(job.task);
  }

  private begin(job: Job, thread: Worker): void {
    this.time.begin(thread.performance);
    this.busy.set(thread, { job, memory: process.memoryUsage.rss() });
  }

  /** The job of a thread that has come to an end with it. */
  private free(thread: Worker): Job | undefined {
    const own = this.busy.get(thread);
    this.busy.delete(thread);
    this.time.end(thread.performance);
    return own?.job;
  }

  private answered(thread: Worker, reply: TaskReply): void {
    if (reply.kind === 'ready') {
      // What it takes to start the thread is not the file's.
      const own = this.busy.get(thread);
      if (own) this.begin(own.job, thread);
      return;
    }
    const job = this.free(thread);
    this.idle.push(thread);
    if (!job) return;
    if (reply.kind === 'read') job.done(reply.read);
    else if (reply.kind === 'archive') job.done(reply.sources);
    else this.asRefused(job.task, this.settings.broken(new Error(reply.error))).then(job.done, job.failed);
    this.next();
  }

  private look(): void {
    this.time.look();
    const { ms, bytes } = this.settings.limits;
    const rss = process.memoryUsage.rss();
    for (const [thread, { job, memory }] of [...this.busy]) {
      if (this.time.ms(thread.performance) > ms || this.time.wall(thread.performance) > ms * LONGEST_WAIT)
        this.refuse(thread, this.settings.late(ms));
      else if (rss - memory > bytes) this.spare(thread, job);
    }
  }

  /** Which of several files takes the memory cannot be seen: each is tried again alone, and refused where it is it. */
  private spare(thread: Worker, job: Job): void {
    if (job.alone) {
      this.refuse(thread, this.settings.tooMuch(this.settings.limits.bytes));
      return;
    }
    this.free(thread);
    void thread.terminate().then(() => {
      this.waiting.push({ ...job, alone: true });
      this.next();
    });
  }

  /** Ends the thread and its file; the others go on in a fresh one. */
  private refuse(thread: Worker, refusal: UnreadFile): void {
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    const job = this.free(thread);
    void thread.terminate().then(() => {
      if (!job) return;
      this.asRefused(job.task, refusal).then(job.done, job.failed);
      this.next();
    });
  }

  private async asRefused(task: ReadTask, refusal: UnreadFile): Promise<ReadSource> {
    const source = task.kind === 'source' ? task.source : await this.bytesOf(task.found);
    return readOne({ ...source, refusal }, this.deps, this.options);
  }

  /** The bytes of a refused file, for its hash; an archive is not opened again. */
  private async bytesOf(found: FoundFile): Promise<ArchivedFile> {
    const whole = { ...this.deps, archives: { expand: () => null } };
    const [source] = await readSources(found, whole);
    return source ?? { file: found.file, bytes: new Uint8Array() };
  }
}
