import type { Reply, Request } from './protocol';

/** A way to whoever answers the calls: a worker, or the page itself. */
export interface Channel {
  post(request: Request, transfer: Transferable[]): void;
  close(): void;
}

export interface ChannelEvents {
  reply(reply: Reply): void;
  /** It broke and will answer nothing more. */
  broken(why: string): void;
}

/** Opens a channel; it says READY when it can be used. */
export type OpenChannel = (events: ChannelEvents) => Channel;

/** A channel to a worker made by `start`; throws where the page may not start one. */
export function workerChannel(start: () => Worker): OpenChannel {
  return (events) => {
    const worker = start();
    worker.onmessage = (event: MessageEvent<Reply>) => events.reply(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      events.broken(event.message || 'worker');
    };
    worker.onmessageerror = () => events.broken('message');
    return {
      post: (request, transfer) => worker.postMessage(request, transfer),
      close: () => {
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        worker.terminate();
      },
    };
  };
}
