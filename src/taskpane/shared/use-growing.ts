import { startTransition, useCallback, useEffect, useState } from 'react';

/** Rows drawn at once, and rows added in each idle moment: about 20 ms of work on an old PC. */
const [FIRST, STEP] = [30, 20];
/** Longer lists wait at this length until more is asked for: a page of some ten thousand elements is slow to scroll. */
export const UNASKED = 400;

export interface Growing {
  /** How many rows to draw now. */
  shown: number;
  /** How many stay away until asked for. */
  rest: number;
  more(): void;
}

/**
 * Draws a long list bit by bit while the page is idle, so that nothing waits for it and in the end all of it is there:
 * for searching in the page, for printing, for those who hear it. It begins anew when `about` changes.
 */
export function useGrowing(total: number, about: unknown = null): Growing {
  const [state, setState] = useState({ about, shown: FIRST, limit: UNASKED });
  const now = state.about === about ? state : { about, shown: FIRST, limit: UNASKED };
  const target = Math.min(total, now.limit);
  const { shown, limit } = now;
  useEffect(() => {
    if (shown >= target) return undefined;
    return whenIdle(() => startTransition(() => setState({ about, shown: shown + STEP, limit })));
  }, [about, shown, limit, target]);
  const more = useCallback(() => setState({ about, shown, limit: limit + UNASKED }), [about, shown, limit]);
  return { shown: Math.min(shown, target), rest: Math.max(0, total - limit), more };
}

/** Safari has no word for idle; a short pause lets it draw. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 16);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: 300 });
  return () => cancelIdleCallback(id);
}
