import type { Session } from '../app/session/session';
import type { OpenChannel } from './channel';
import type { Request } from './protocol';

/**
 * The same calls answered in the page, for browsers that allow no worker there; every call waits for a turn so that the
 * page can draw.
 */
export function pageChannel(load: () => Promise<Session>): OpenChannel {
  return (events) => {
    let open = true;
    const turn = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    // The engine's own part of the page is fetched only where no worker may run.
    const ready = Promise.all([load(), import('./serve')]).then(([session, { serve }]) =>
      serve(session, (reply) => {
        if (open) events.reply(reply);
      }),
    );
    ready.then(
      () => {
        if (open) events.ready();
      },
      (error: unknown) => {
        if (open) events.broken(String(error));
      },
    );
    return {
      post: (request: Request) => {
        void ready.then(
          async (answer) => {
            await turn();
            if (open) answer(request);
          },
          () => undefined,
        );
      },
      close: () => {
        open = false;
      },
    };
  };
}
