import { whenReleased } from './life-lock';
import type { FromWorker, Ready, Reply, Request } from './protocol';

/** A way to whoever answers the calls: a worker, or the page itself. */
export interface Channel {
  post(request: Request, transfer: Transferable[]): void;
  close(): void;
}

export interface ChannelEvents {
  /** It can be used. */
  ready(): void;
  reply(reply: Reply): void;
  /** It broke and will answer nothing more. */
  broken(why: string): void;
}

export type OpenChannel = (events: ChannelEvents) => Channel;

/** A channel to a worker made by `start`; throws where the page may not start one. */
export function workerChannel(start: () => Worker): OpenChannel {
  return (events) => {
    const worker = start();
    let watch: () => void = () => undefined;
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (!isReady(event.data)) {
        events.reply(event.data);
        return;
      }
      if (event.data.lock !== null) watch = whenReleased(event.data.lock, () => events.broken('worker'));
      events.ready();
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      events.broken(event.message || 'worker');
    };
    worker.onmessageerror = () => events.broken('message');
    return {
      post: (request, transfer) => worker.postMessage(request, transfer),
      close: () => {
        watch();
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        worker.terminate();
      },
    };
  };
}

const isReady = (message: FromWorker): message is Ready => 'ready' in message;
