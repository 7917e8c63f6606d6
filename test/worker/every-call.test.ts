import { MessageChannel } from 'node:worker_threads';
import type { Session } from '../../src/app/session/session';
import { callsThrough } from '../../src/worker/calls-through';
import type { OpenChannel } from '../../src/worker/channel';
import { createSession } from '../../src/worker/create-session';
import { EngineClient } from '../../src/worker/engine-client';
import type { FromWorker, Request } from '../../src/worker/protocol';
import { serve } from '../../src/worker/serve';

/** The two sides apart, as with a real worker; `seen` holds every call that arrived. */
function apart(session: Session, seen: string[]): OpenChannel {
  return (events) => {
    const { port1, port2 } = new MessageChannel();
    const answer = serve(session, (reply, transfer) => port2.postMessage(reply, transfer as never));
    port2.on('message', (m: Request) => {
      seen.push(`${m.group}.${m.call}`);
      answer(m);
    });
    port1.on('message', (m: FromWorker) => ('ready' in m ? events.ready() : events.reply(m)));
    port2.postMessage({ ready: true, lock: null } satisfies FromWorker);
    return {
      post: (request, transfer) => port1.postMessage(request, transfer as never),
      close: () => {
        port1.close();
        port2.close();
      },
    };
  };
}

/** Every group of a session with each of its calls answering its own name and argument. */
function echoing(session: Session): { echo: Session; names: string[] } {
  const names: string[] = [];
  const { files, state, ...groups } = session;
  const echo = Object.entries(groups).map(([group, calls]) => {
    const answers = Object.keys(calls).map((call) => {
      names.push(`${group}.${call}`);
      return [call, async (arg: unknown) => ({ call: `${group}.${call}`, arg })];
    });
    return [group, Object.fromEntries(answers)];
  });
  return { echo: { files, state, ...Object.fromEntries(echo) } as Session, names };
}

let engine: EngineClient;
afterEach(() => engine.close());

test('every call of every group crosses to the session and back', async () => {
  const { echo, names } = echoing(createSession());
  const seen: string[] = [];
  engine = new EngineClient({ channels: [apart(echo, seen)] });
  expect(names.length).toBeGreaterThan(35);
  for (const name of names) {
    const [group, call] = name.split('.') as [keyof EngineClient, string];
    const ask = (engine[group] as unknown as Record<string, (arg: unknown) => Promise<unknown>>)[call];
    // "all" suits those calls that the client looks into as well.
    expect(await ask?.('all')).toEqual({ call: name, arg: 'all' });
  }
  expect(seen).toEqual(names);
});

test('a call added to a group of the session crosses without being named anywhere between', async () => {
  const session = createSession();
  const review = { ...session.review, newCall: async ({ n }: { n: number }) => ({ twice: 2 * n }) };
  engine = new EngineClient({ channels: [apart({ ...session, review }, [])] });
  expect(await (engine.review as unknown as typeof review).newCall({ n: 21 })).toEqual({ twice: 42 });
});

test('a call that there is not fails with its name, and the engine goes on', async () => {
  engine = new EngineClient({ channels: [apart(createSession(), [])] });
  const odd = engine.review as unknown as Record<string, (arg: unknown) => Promise<unknown>>;
  await expect(odd['constructor']?.(null)).rejects.toThrow('review.constructor');
  await expect(odd['senderz']?.(null)).rejects.toThrow('review.senderz');
  expect((await engine.work.facts(null)).forms.length).toBeGreaterThan(3);
});

test('groups of calls can be awaited and passed on without being taken for a promise', async () => {
  const calls = callsThrough<{ a: { b(arg: number): Promise<unknown> } }>(async (...sent) => sent);
  expect(await (await calls.a).b(1)).toEqual(['a', 'b', 1]);
  expect(calls.a).toBe(calls.a);
});
