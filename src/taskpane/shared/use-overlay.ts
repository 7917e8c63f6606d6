import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Overlay {
  /** What lies over the screen: "returns", "returns:SYT" (one agency first) or "sign"; null: nothing. */
  at: string | null;
  open(what: string): void;
  /** Back, with the focus on what had opened it. */
  back(): void;
}

/**
 * A screen that lies over its host until the person goes back; the host marks the buttons that open it with
 * `data-opens`.
 */
export function useOverlay(): Overlay {
  const [at, setAt] = useState<string | null>(null);
  const from = useRef<string | null>(null);
  useEffect(() => {
    if (at !== null || from.current === null) return undefined;
    const name = from.current;
    from.current = null;
    // The host is drawn anew, and what it shows may have to be asked for.
    const timer = setTimeout(() =>
      (
        [...document.querySelectorAll<HTMLElement>('[data-opens]')].find((b) => b.dataset.opens === name) ??
        document.querySelector('main')
      )?.focus(),
    );
    return () => clearTimeout(timer);
  }, [at]);
  const open = useCallback((what: string) => {
    from.current = what;
    setAt(what);
    window.scrollTo?.(0, 0);
  }, []);
  const back = useCallback(() => setAt(null), []);
  return useMemo(() => ({ at, open, back }), [at, open, back]);
}
