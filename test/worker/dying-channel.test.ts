import fc from 'fast-check';
import type { Channel, ChannelEvents, OpenChannel } from '../../src/worker/channel';
import { createSession } from '../../src/worker/create-session';
import { EngineClient } from '../../src/worker/engine-client';
import { pageChannel } from '../../src/worker/page-channel';

const SETTINGS = { register: { kind: 'none' as const }, period: 'năm 2020' };
const CASE = { reportNumber: '312/BC-UBND' };

/** How a worker ends: with an event, without a word, or without a word while it is at work on a call. */
type Death = 'broken' | 'silent' | 'at-work';

/** Lives until its death is asked for, or until the post with the number `at`. */
class Mortal {
  opened = 0;
  private live: { events: ChannelEvents; silence(): void } | null = null;
  constructor(
    private readonly inner: OpenChannel,
    private readonly plan: readonly { at: number; death: Death }[] = [],
  ) {}

  readonly open: OpenChannel = (events) => {
    const doom = this.plan[this.opened++];
    let silent = false;
    let posts = 0;
    const channel = this.inner({
      ...events,
      reply: (reply) => {
        if (!silent) events.reply(reply);
      },
    });
    const end = (death: Death): void => {
      silent = true;
      if (death !== 'silent') setTimeout(() => events.broken(death), 0);
    };
    this.live = { events, silence: () => (silent = true) };
    const mortal: Channel = {
      post: (request, transfer) => {
        posts += 1;
        if (doom && posts > doom.at) {
          if (doom.death === 'at-work' && !silent) events.reply({ id: request.id, begun: true });
          if (!silent) end(doom.death);
          return;
        }
        channel.post(request, transfer);
      },
      close: () => channel.close(),
    };
    return mortal;
  };

  /** Ends between calls. */
  die(how: 'broken' | 'silent'): void {
    if (how === 'broken') this.live?.events.broken('idle');
    else this.live?.silence();
  }
}

const answering = (): OpenChannel => pageChannel(async () => createSession());

afterEach(() => jest.useRealTimers());

/** Runs the timers until the promise is settled; what it came to. */
async function settled(work: Promise<unknown>): Promise<'answered' | 'failed'> {
  let state: 'waiting' | 'answered' | 'failed' = 'waiting';
  work.then(
    () => (state = 'answered'),
    () => (state = 'failed'),
  );
  for (let i = 0; i < 200 && state === 'waiting'; i++) await jest.advanceTimersByTimeAsync(1_000);
  if (state === 'waiting') throw new Error('it waits without end');
  return state;
}

async function standsWhereItStood(engine: EngineClient): Promise<void> {
  const text = engine.review.caseText(null);
  const blank = engine.work.blank('phu-luc-2');
  expect([await settled(text), await settled(blank)]).toEqual(['answered', 'answered']);
  expect(JSON.parse(await text).settings).toMatchObject(CASE);
  expect(JSON.stringify(await blank)).toContain('2020');
}

test.each(['broken', 'silent'] as const)('a worker that ends between calls (%s) is noticed', async (how) => {
  jest.useFakeTimers();
  const mortal = new Mortal(answering());
  const engine = new EngineClient({ channels: [mortal.open] });
  await settled(engine.work.settle(SETTINGS));
  await settled(engine.cases.settle(CASE));
  mortal.die(how);
  const waiting = [engine.work.facts(null), engine.review.senders(null)];
  const ends = await Promise.all(waiting.map(settled));
  // With an event the next call already opens a fresh worker; without one the calls find out.
  expect(ends).toEqual(how === 'broken' ? ['answered', 'answered'] : ['failed', 'failed']);
  await standsWhereItStood(engine);
  expect(mortal.opened).toBe(2);
});

test('whenever and however the worker ends, no call waits without end and nothing kept is lost', async () => {
  jest.useFakeTimers();
  const death = fc.record({
    at: fc.integer({ min: 0, max: 6 }),
    death: fc.constantFrom<Death>('broken', 'silent', 'at-work'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(death, { maxLength: 4 }), fc.integer({ min: 1, max: 5 }), async (deaths, many) => {
      const mortal = new Mortal(answering(), deaths);
      const engine = new EngineClient({ channels: [mortal.open] });
      const said = async (act: () => Promise<unknown>): Promise<void> => {
        for (let i = 0; i <= deaths.length; i++) if ((await settled(act())) === 'answered') return;
        throw new Error('not answered by a worker that lives');
      };
      await said(() => engine.work.settle(SETTINGS));
      await said(() => engine.cases.settle(CASE));
      await Promise.all(Array.from({ length: many }, () => settled(engine.work.facts(null))));
      await said(() => engine.work.facts(null));
      // Every planned death is behind, or the worker lives for longer than what is still asked.
      while (mortal.opened <= deaths.length) await settled(engine.work.facts(null));
      await standsWhereItStood(engine);
      engine.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('closed while it is being opened, a call is refused at once and the next one opens the same way', async () => {
  jest.useFakeTimers();
  const mortal = new Mortal(answering());
  const engine = new EngineClient({ channels: [mortal.open] });
  const early = engine.work.facts(null);
  engine.close();
  expect(await settled(early)).toBe('failed');
  expect(await settled(engine.work.facts(null))).toBe('answered');
  expect(mortal.opened).toBe(2);
});

test('a file is not blamed for a worker that ended before it saw the file', async () => {
  // Loading the reader takes time of the machine, which no timer stands for.
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const mortal = new Mortal(answering());
  const engine = new EngineClient({ channels: [mortal.open], fileMs: 1e9 });
  await settled(engine.work.facts(null));
  mortal.die('silent');
  const reasons: (string | null)[] = [];
  const bytes = new TextEncoder().encode('a,b\n1,2\n');
  const input = { file: 'a.csv', size: bytes.length, bytes: async () => bytes.slice().buffer };
  engine.read([input], { started: () => undefined, received: (v) => reasons.push(`${v.status} ${v.reason}`) });
  while (reasons.length === 0) {
    await jest.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  expect(reasons).toEqual([expect.stringContaining('ignored Không tìm thấy phụ lục nào')]);
});
