import { afterTicks } from './after-ticks';
import type { Channel, OpenChannel } from './channel';
import type { Reply } from './protocol';

/** The channel ended before it had begun a call, so the call has had no effect and may be made again. */
export class NotBegun extends Error {}

interface Waiting {
  begun: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface LinkOptions {
  /** Milliseconds until a channel that is not ready is given up. */
  readyMs: number;
  /** Milliseconds until a channel that has nothing else to do must have begun a call. */
  beginMs: number;
  /** The case changed with a call; its text. */
  onCase(text: string): void;
  /** It broke after it had been ready; what waited has been rejected. */
  onBroken(): void;
}

/**
 * One open channel and the calls that wait for it. When it breaks, falls silent or is closed, every waiting call is
 * rejected, and so is every call made afterwards: none waits for ever.
 */
export class Link {
  private channel: Channel | null = null;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();
  private over: string | null = null;
  private usable = false;
  /** True when it can be used, false when it could not be opened. */
  readonly ready: Promise<boolean>;

  constructor(
    open: OpenChannel,
    private readonly options: LinkOptions,
  ) {
    this.ready = new Promise((resolve) => {
      const giveUp = setTimeout(() => this.end('not ready'), options.readyMs);
      const settle = (): void => {
        clearTimeout(giveUp);
        this.usable = this.over === null;
        resolve(this.usable);
      };
      this.whenOver = settle;
      try {
        this.channel = open({
          ready: settle,
          reply: (reply) => this.take(reply),
          broken: (why) => this.end(why),
        });
        // It may have broken before it was given back.
        if (this.over !== null) this.channel.close();
      } catch (error) {
        this.end(String(error));
      }
    });
  }

  private whenOver: () => void = () => undefined;

  send(group: string, call: string, arg: unknown, transfer: Transferable[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.over !== null || !this.channel) throw new NotBegun(this.over ?? 'not open');
      const id = this.next++;
      this.channel.post({ id, group, call, arg }, transfer);
      this.waiting.set(id, { begun: false, resolve, reject });
      if (this.waiting.size === 1) this.expectBeginning();
    });
  }

  /** Closes the channel; what waits is rejected with `why`. */
  close(why: string): void {
    if (this.over !== null) return;
    this.over = why;
    this.stopExpecting();
    this.channel?.close();
    this.whenOver();
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const w of all) w.reject(w.begun ? new Error(why) : new NotBegun(why));
  }

  private end(why: string): void {
    if (this.over !== null) return;
    const { usable } = this;
    this.close(why);
    if (usable) this.options.onBroken();
  }

  private take(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.stopExpecting();
    if ('begun' in reply) {
      waiting.begun = true;
      return;
    }
    this.waiting.delete(reply.id);
    if (this.waiting.size > 0) this.expectBeginning();
    if (!reply.ok) waiting.reject(new Error(reply.message));
    else {
      if (reply.caseText !== undefined) this.options.onCase(reply.caseText);
      waiting.resolve(reply.value);
    }
  }

  /** Calls are answered one by one, so with nothing at work the next one begins at once, or the channel is dead. */
  private expectBeginning(): void {
    this.stopExpecting();
    this.stopExpecting = afterTicks(this.options.beginMs, () => this.end('silent'));
  }

  private stopExpecting: () => void = () => undefined;
}
