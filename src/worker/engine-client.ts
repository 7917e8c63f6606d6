import type {
  DeliveryCalls,
  Engine,
  EngineCalls,
  EngineSettings,
  ReadEvents,
  ReadJob,
  ReviewCalls,
} from '../app/calls/engine-calls';
import type { FileView } from '../app/results/file-view';
import type { InputFile } from '../app/ports';
import type { UnreadFile } from '../app/ports';
import { brokenRefusal, FILE_LIMITS, lateRefusal } from '../files/stopped';
import { openRefusal, sizeRefusal } from '../files/unopened';
import { afterTicks } from './after-ticks';
import { buffersOf } from './buffers';
import type { Channel, OpenChannel } from './channel';
import { unpackInputs } from './unpack-inputs';
import type { CallName, Kept, Received, Reply, Request, WorkerCalls } from './protocol';

export interface ClientOptions {
  /** Ways to the engine, best first: where one cannot be opened, the next is taken, for good. */
  channels: readonly OpenChannel[];
  /** A file that takes longer is ended; milliseconds. */
  fileMs?: number;
  /** A channel that is not ready by then is given up. */
  readyMs?: number;
}

const READY_MS = 10_000;

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** The engine as the page sees it. It outlives its worker: what was received is kept here and handed to a fresh one. */
export class EngineClient implements Engine {
  private way = 0;
  private opened: Promise<Channel> | null = null;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();
  private kept = new Map<string, Kept>();
  private settings: EngineSettings | null = null;
  private adopted: string | null = null;
  /** The case after its last change, for a fresh worker. */
  private caseText: string | null = null;
  /** Readings stand in line; the promise never rejects. */
  private line: Promise<unknown> = Promise.resolve();

  /** Every call of its name goes to the worker as it is. */
  readonly review = new Proxy({} as ReviewCalls, {
    get: (_, name) => (arg: unknown) => this.call('review', { name: name as keyof ReviewCalls, arg }),
  });

  /** The same; bytes that are given are moved, not copied. */
  readonly delivery = new Proxy({} as DeliveryCalls, {
    get: (_, name) => (arg: unknown) =>
      this.call('delivery', { name: name as keyof DeliveryCalls, arg: arg as never }, buffersOf(arg)),
  });

  constructor(private readonly options: ClientOptions) {}

  facts(): ReturnType<EngineCalls['facts']> {
    return this.call('facts', null);
  }
  run(): ReturnType<EngineCalls['run']> {
    return this.call('run', null);
  }
  table(template: string): ReturnType<EngineCalls['table']> {
    return this.call('table', template);
  }
  evidence(): ReturnType<EngineCalls['evidence']> {
    return this.call('evidence', null);
  }
  blank(template: string): ReturnType<EngineCalls['blank']> {
    return this.call('blank', template);
  }
  trace(figure: Parameters<EngineCalls['trace']>[0]): ReturnType<EngineCalls['trace']> {
    return this.call('trace', figure);
  }
  workbook(): ReturnType<EngineCalls['workbook']> {
    return this.call('workbook', null);
  }
  report(): ReturnType<EngineCalls['report']> {
    return this.call('report', null);
  }
  check(arg: Parameters<EngineCalls['check']>[0]): ReturnType<EngineCalls['check']> {
    return this.call('check', arg);
  }

  board(arg: Parameters<EngineCalls['board']>[0]): ReturnType<EngineCalls['board']> {
    return this.call('board', arg);
  }
  versionEffect(arg: Parameters<EngineCalls['versionEffect']>[0]): ReturnType<EngineCalls['versionEffect']> {
    return this.call('versionEffect', arg);
  }
  compare(earlier: string | null): ReturnType<EngineCalls['compare']> {
    return this.call('compare', earlier);
  }

  async openCase(text: string | null): ReturnType<EngineCalls['openCase']> {
    const opened = await this.call('openCase', text);
    if (opened.ok) this.caseText = opened.text;
    return opened;
  }

  async saveCase(arg: Parameters<EngineCalls['saveCase']>[0]): Promise<string> {
    return (this.caseText = await this.call('saveCase', arg));
  }

  async settleCase(settings: Parameters<EngineCalls['settleCase']>[0]): Promise<string> {
    return (this.caseText = await this.call('settleCase', settings));
  }

  async decide(arg: Parameters<EngineCalls['decide']>[0]): ReturnType<EngineCalls['decide']> {
    const decided = await this.call('decide', arg);
    if (decided.ok) this.caseText = decided.text;
    return decided;
  }

  settle(settings: EngineSettings): ReturnType<EngineCalls['settle']> {
    this.settings = settings;
    return this.call('settle', settings);
  }

  adopt(evidence: string): Promise<null> {
    this.adopted = evidence;
    return this.call('adopt', evidence);
  }

  async forget(files: readonly string[] | 'all'): Promise<null> {
    if (files === 'all') this.kept.clear();
    else for (const file of files) this.kept.delete(file);
    const done = await this.call('forget', files);
    // Files taken off the list are no longer in the case.
    if (files !== 'all' && this.caseText !== null) this.caseText = await this.review.caseText(null);
    return done;
  }

  async plan(): ReturnType<Engine['plan']> {
    const plan = await this.call('planHead', null);
    for (const [sheet, { cells }] of plan.sheets.entries()) {
      for (;;) {
        const some = await this.call('planCells', { sheet, from: cells.length });
        if (some.length === 0) break;
        cells.push(...some);
      }
    }
    return plan;
  }

  unpack(files: readonly InputFile[]): Promise<InputFile[]> {
    return unpackInputs(files, async (source) => {
      try {
        return await this.inTime(() => this.call('expand', source, [source.bytes.buffer as ArrayBuffer]));
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

  /** Ends the worker; the next call opens a fresh one. */
  close(why = 'closed'): void {
    const { opened } = this;
    this.opened = null;
    void opened?.then(
      (c) => c.close(),
      () => undefined,
    );
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const w of all) w.reject(new Error(why));
  }

  private async readOne(file: InputFile, cancelled: () => boolean): Promise<FileView> {
    const refuse = (refusal: UnreadFile, bytes = new Uint8Array()): Promise<FileView> =>
      this.keep(file.file, this.call('refuse', { source: { file: file.file, bytes }, refusal }), cancelled);
    if (file.refusal) return refuse(file.refusal);
    const size = sizeRefusal(file.size);
    if (size) return refuse(size);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.bytes());
    } catch {
      return refuse(openRefusal());
    }
    try {
      return await this.keep(
        file.file,
        this.inTime(() => this.call('receive', { file: file.file, bytes }, [bytes.buffer as ArrayBuffer])),
        cancelled,
      );
    } catch (error) {
      if (cancelled()) throw error;
      this.close();
      const again = await file.bytes().then(
        (b) => new Uint8Array(b),
        () => new Uint8Array(),
      );
      return refuse(this.stopped(error), again);
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
    await this.call('turn', null);
    let end: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      end = afterTicks(this.fileMs(), () => reject(new TooLate()));
    });
    return Promise.race([work(), late]).finally(() => end());
  }

  private async call<K extends CallName>(
    call: K,
    arg: Request<K>['arg'],
    transfer: Transferable[] = [],
  ): Promise<Awaited<ReturnType<WorkerCalls[K]>>> {
    const channel = await (this.opened ??= this.open());
    return this.send(channel, call, arg, transfer);
  }

  private send<K extends CallName>(
    channel: Channel,
    call: K,
    arg: Request<K>['arg'],
    transfer: Transferable[],
  ): Promise<Awaited<ReturnType<WorkerCalls[K]>>> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      channel.post({ id, call, arg }, transfer);
    });
  }

  /** The first way that works, brought to where the last one was. */
  private async open(): Promise<Channel> {
    for (; this.way < this.options.channels.length; this.way++) {
      const channel = await this.tryOpen(this.options.channels[this.way]!);
      if (!channel) continue;
      if (this.settings) await this.send(channel, 'settle', this.settings, []);
      if (this.adopted !== null) await this.send(channel, 'adopt', this.adopted, []);
      if (this.caseText !== null) await this.send(channel, 'openCase', this.caseText, []);
      if (this.kept.size > 0) await this.send(channel, 'restore', [...this.kept.values()], []);
      return channel;
    }
    throw new Error('No way to the engine could be opened');
  }

  private tryOpen(open: OpenChannel): Promise<Channel | null> {
    return new Promise((resolve) => {
      let channel: Channel | null = null;
      let ready = false;
      const giveUp = (): void => {
        if (!ready) {
          channel?.close();
          resolve(null);
        }
      };
      const timer = setTimeout(giveUp, this.options.readyMs ?? READY_MS);
      try {
        channel = open({
          reply: (reply) => {
            if (reply.id === 0) {
              ready = true;
              clearTimeout(timer);
              resolve(channel);
            } else this.settleReply(reply);
          },
          broken: (why) => {
            clearTimeout(timer);
            if (ready) this.close(why);
            else giveUp();
          },
        });
      } catch {
        clearTimeout(timer);
        resolve(null);
      }
    });
  }

  private settleReply(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value as never);
    else waiting?.reject(new Error(reply.error));
  }
}

class TooLate extends Error {}
