import type { HostResult } from '../app/ports';
import { toFailure, type Doing } from './failure';

/** One use case's conversation with Excel: the context and how often it was asked. */
export interface Session {
  readonly context: Excel.RequestContext;
  /** Sends what is queued; each call is one round trip. */
  sync(): Promise<void>;
  readonly trips: number;
}

/** Counts round trips over several sessions of one use case. */
export interface Meter {
  trips: number;
}

/** Runs a use case in one batch session and turns expected failures into results. */
export async function runExcel<T>(
  doing: Doing,
  work: (session: Session) => Promise<T>,
  meter: Meter = { trips: 0 },
): Promise<HostResult<T>> {
  try {
    return { ok: true, value: await openSession(work, meter) };
  } catch (error) {
    return toFailure(error, doing);
  }
}

/** As runExcel, with errors thrown as they come. */
export function openSession<T>(work: (session: Session) => Promise<T>, meter: Meter): Promise<T> {
  return Excel.run((context) =>
    work({
      context,
      sync: async () => {
        meter.trips += 1;
        await context.sync();
      },
      get trips() {
        return meter.trips;
      },
    }),
  );
}
