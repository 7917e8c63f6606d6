import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { textOf } from './failures';

/** What the engine answered; both null while it is asked for the first time. */
export interface Answer<T> {
  value: T | null;
  /** Why it did not answer, told by `AnswerState`. */
  failure: string | null;
  again(): void;
}

interface Held<T> {
  value: T | null;
  failure: string | null;
}

/** What the engine answers to `ask`, asked again whenever `about` changes or `again` is called. */
export function useAnswer<T>(ask: () => Promise<T>, about: unknown): Answer<T> {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => {
        // A long list takes a while to draw; the page stays answerable.
        if (current) startTransition(() => setHeld({ value, failure: null }));
      },
      (error: unknown) => {
        if (current) setHeld({ value: null, failure: textOf(error) });
      },
    );
    return () => {
      current = false;
    };
    // `ask` is made anew at every drawing; what it depends on is `about`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [about, times]);
  const again = useCallback(() => {
    setHeld(null);
    setTimes((n) => n + 1);
  }, []);
  // The old answer stays until the new one is there: nothing flickers.
  return useMemo(() => ({ value: held?.value ?? null, failure: held?.failure ?? null, again }), [held, again]);
}
