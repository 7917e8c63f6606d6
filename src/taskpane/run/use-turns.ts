import { useCallback, useRef } from 'react';

/**
 * One change after the other: reading, removing and settings never overlap. What `work` throws, its promise rejects.
 */
export function useTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  const line = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((work) => {
    const done = line.current.then(work, work);
    line.current = done.catch(() => undefined);
    return done;
  }, []);
}
