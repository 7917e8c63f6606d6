import type { Engine, EngineSettings, ReadEvents, ReadJob } from '../app/calls/engine-calls';
import type { InputFile, UnreadFile } from '../app/ports';
import type { FileView } from '../app/results/file-view';
import { brokenRefusal, FILE_LIMITS, lateRefusal } from '../files/stopped';
import { openRefusal, sizeRefusal } from '../files/unopened';
import { afterTicks } from './after-ticks';
import { buffersOf } from './buffers';
import { callsThrough } from './calls-through';
import type { OpenChannel } from './channel';
import { Link, NotBegun } from './link';
import type { Kept, Received, WorkerCalls } from './protocol';
import { unpackInputs } from './unpack-inputs';

export interface ClientOptions {
  /** Ways to the engine, best first: where one cannot be opened, the next is taken, for good. */
  channels: readonly OpenChannel[];
  /** Milliseconds after which the reading of a file is ended. */
  fileMs?: number;
  /** Milliseconds until a channel that is not ready is given up. */
  readyMs?: number;
  /** Milliseconds until a channel with nothing else to do must have begun a call; beyond, it is taken to be dead. */
  beginMs?: number;
}

const READY_MS = 10_000;
/** An idle worker begins a call within milliseconds; on a machine that is out of memory it may take seconds. */
const BEGIN_MS = 20_000;

/** The engine as the page sees it. It outlives its worker: what was received is kept here and given to a fresh one. */
export class EngineClient implements Engine {
  private way = 0;
  private opened: Promise<Link> | null = null;
  /** The link in use or being opened. */
  private link: Link | null = null;
  private kept = new Map<string, Kept>();
  private settings: EngineSettings | null = null;
  private adopted: string | null = null;
  /** The case after its last change, for a fresh worker. */
  private caseText: string | null = null;
  /** Readings stand in line; the promise never rejects. */
  private line: Promise<unknown> = Promise.resolve();

  private readonly calls = callsThrough<WorkerCalls>((group, call, arg) => {
    this.note(group, call, arg);
    return this.carry(group, call, arg, buffersOf(arg));
  });
  readonly work = this.calls.work;
  readonly results = this.calls.results;
  readonly cases = this.calls.cases;
  readonly review = this.calls.review;
  readonly delivery = this.calls.delivery;

  constructor(private readonly options: ClientOptions) {}

  async plan(): ReturnType<Engine['plan']> {
    const plan = await this.results.planHead(null);
    for (const [sheet, { cells }] of plan.sheets.entries()) {
      for (;;) {
        const some = await this.results.planCells({ sheet, from: cells.length });
        if (some.length === 0) break;
        cells.push(...some);
      }
    }
    return plan;
  }

  unpack(files: readonly InputFile[]): Promise<InputFile[]> {
    return unpackInputs(files, async (source) => {
      try {
        return await this.inTime(() => this.calls.files.expand(source));
      } catch (error) {
        this.close();
        return this.stopped(error);
      }
    });
  }

  read(files: readonly InputFile[], events: ReadEvents): ReadJob {
    let cancelled = false;
    let stop: () => void = () => undefined;
    const stopped = new Promise<'cancelled'>((resolve) => {
      stop = () => resolve('cancelled');
    });
    const work = async (): Promise<'done' | 'cancelled'> => {
      const before = new Map(this.kept);
      for (const file of files) {
        if (cancelled) break;
        events.started(file.file);
        const view = await Promise.race([this.readOne(file, () => cancelled), stopped]);
        if (view !== 'cancelled' && !cancelled) events.received(view);
      }
      if (!cancelled) return 'done';
      this.kept = before;
      this.close();
      return 'cancelled';
    };
    const done = this.line.then(work);
    this.line = done.catch(() => undefined);
    return {
      done,
      cancel: () => {
        cancelled = true;
        stop();
      },
    };
  }

  /** Ends the worker; what waits for it is rejected, and the next call opens a fresh one. */
  close(why = 'closed'): void {
    const { link } = this;
    this.opened = null;
    this.link = null;
    link?.close(why);
  }

  private async readOne(file: InputFile, cancelled: () => boolean): Promise<FileView> {
    const refuse = (refusal: UnreadFile, bytes = new Uint8Array()): Promise<FileView> =>
      this.keep(file.file, this.calls.files.refuse({ source: { file: file.file, bytes }, refusal }), cancelled);
    if (file.refusal) return refuse(file.refusal);
    const size = sizeRefusal(file.size);
    if (size) return refuse(size);
    const secrets = file.passwords ? { passwords: file.passwords } : {};
    for (let again = false; ; again = true) {
      const bytes = await bytesOf(file);
      if (!bytes) return refuse(openRefusal());
      try {
        return await this.keep(
          file.file,
          this.inTime(() => this.calls.files.receive({ file: file.file, bytes, ...secrets })),
          cancelled,
        );
      } catch (error) {
        if (cancelled()) throw error;
        // The worker had ended before it saw this file: no fault of the file.
        if (error instanceof NotBegun && !again) continue;
        this.close();
        return refuse(this.stopped(error), (await bytesOf(file)) ?? undefined);
      }
    }
  }

  private stopped(error: unknown): UnreadFile {
    return error instanceof TooLate ? lateRefusal(this.fileMs()) : brokenRefusal(error);
  }

  private async keep(file: string, call: Promise<Received>, cancelled: () => boolean): Promise<FileView> {
    const { view, kept } = await call;
    if (!cancelled()) this.kept.set(file, kept);
    return view;
  }

  private fileMs(): number {
    return this.options.fileMs ?? FILE_LIMITS.ms;
  }

  /** Its time begins when the worker is open, has what was received before, and is free. */
  private async inTime<T>(work: () => Promise<T>): Promise<T> {
    await this.calls.files.turn(null);
    let end: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      end = afterTicks(this.fileMs(), () => reject(new TooLate()));
    });
    return Promise.race([work(), late]).finally(() => end());
  }

  /** What the officer set holds from the moment of saying it, also where the worker ends before it answers. */
  private note(group: string, call: string, arg: unknown): void {
    const name = `${group}.${call}`;
    if (name === 'work.settle') this.settings = arg as EngineSettings;
    if (name === 'results.adopt') this.adopted = arg as string;
    if (name !== 'work.forget') return;
    if (arg === 'all') this.kept.clear();
    else for (const file of arg as readonly string[]) this.kept.delete(file);
  }

  private async carry(group: string, call: string, arg: unknown, transfer: Transferable[]): Promise<unknown> {
    const link = await (this.opened ??= this.open());
    return link.send(group, call, arg, transfer);
  }

  /** The first way that works, brought to where the last one was. */
  private async open(): Promise<Link> {
    for (; this.way < this.options.channels.length; this.way++) {
      const link = new Link(this.options.channels[this.way]!, {
        readyMs: this.options.readyMs ?? READY_MS,
        beginMs: this.options.beginMs ?? BEGIN_MS,
        onCase: (text) => {
          this.caseText = text;
        },
        onBroken: () => {
          if (this.link === link) this.close();
        },
      });
      this.link = link;
      const usable = await link.ready;
      if (this.link !== link) throw new NotBegun('closed');
      if (!usable) continue;
      try {
        await this.replay(link);
      } catch (error) {
        if (this.link === link) this.close();
        throw error;
      }
      return link;
    }
    throw new Error('No way to the engine could be opened');
  }

  private async replay(link: Link): Promise<void> {
    const calls = callsThrough<WorkerCalls>((group, call, arg) => link.send(group, call, arg, []));
    if (this.settings) await calls.work.settle(this.settings);
    if (this.adopted !== null) await calls.results.adopt(this.adopted);
    if (this.caseText !== null) await calls.cases.open(this.caseText);
    if (this.kept.size > 0) await calls.files.restore([...this.kept.values()]);
  }
}

class TooLate extends Error {}

/** Null where the machine does not give them. */
async function bytesOf(file: InputFile): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.bytes());
  } catch {
    return null;
  }
}
