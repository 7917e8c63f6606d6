import { useEffect, useState } from 'react';

/**
 * What the engine answers to `ask`, asked again whenever `about` changes; null until then. What it cannot answer stays
 * null.
 */
export function useAnswer<T>(ask: () => Promise<T>, about: unknown): T | null {
  const [held, setHeld] = useState<{ about: unknown; answer: T } | null>(null);
  useEffect(() => {
    let current = true;
    ask().then(
      (answer) => {
        if (current) setHeld({ about, answer });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
    // `ask` is made anew at every drawing; what it depends on is `about`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [about]);
  // The old answer stays until the new one is there: nothing flickers.
  return held?.answer ?? null;
}
