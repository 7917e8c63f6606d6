import { useEffect, useMemo, useRef } from 'react';
import type { Outcome } from '../../core/model/outcome';
import type { Engine } from '../../app/calls/engine-calls';
import { textOf, useFailures } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import type { Preferences } from '../shared/use-preferences';

export interface SenderMemory {
  /** The file as it is now; empty: nobody is remembered. */
  text: string;
  /** Keeps in mind that a file like this one is sent by this agency. Never rejects. */
  remember(file: string, agency: string, by: string): Promise<void>;
  /** Adds those of a shared file and reads everything anew with them; why not, where it is no such file. */
  take(shared: string): Promise<Outcome<{ count: number }>>;
  clear(): void;
}

/** Senders that a person confirmed, for all later cases; the journal tells of the case at hand. */
export function useSenderMemory(engine: Engine, preferences: Preferences): SenderMemory {
  const { confirmations, keepConfirmations, takeConfirmations } = preferences;
  const t = useStrings();
  const { tell } = useFailures();
  const latest = useRef(confirmations);
  useEffect(() => {
    latest.current = confirmations;
  }, [confirmations]);
  return useMemo(
    () => ({
      text: confirmations,
      remember: async (file, agency, by) => {
        const asked = { confirmations: latest.current || null, file, agency, by, at: new Date().toISOString() };
        try {
          const done = await engine.review.remember(asked);
          if (done.ok) {
            latest.current = done.content;
            keepConfirmations(done.content);
          } else tell({ message: t.failures.remember(done.message) });
        } catch (error) {
          tell({ message: t.failures.remember(textOf(error)) });
        }
      },
      take: async (shared) => {
        const done = await engine.review.importSenders({ confirmations: latest.current, shared });
        if (!done.ok) return done;
        takeConfirmations(done.content);
        return { ok: true, count: done.count };
      },
      clear: () => takeConfirmations(''),
    }),
    [engine, tell, t, confirmations, keepConfirmations, takeConfirmations],
  );
}
