/**
 * A worker that the browser ends (memory, a crash) sends no event. But its locks are released (Web Locks API), and that
 * the page can wait for. Pages that are no secure context, and old browsers, have no locks: then a call that is not
 * begun in time is the only sign (`Link`).
 */

/** Takes a lock until this worker ends; its name, or null where there are no locks. */
export async function holdLock(): Promise<string | null> {
  const name = `phuluc-${Math.random().toString(36).slice(2)}-${Date.now()}`;
  try {
    return await new Promise<string | null>((resolve, reject) => {
      navigator.locks
        .request(name, () => {
          resolve(name);
          return new Promise<never>(() => undefined);
        })
        .catch(reject);
    });
  } catch {
    return null;
  }
}

/** Calls `ended` when the holder of the lock is gone. Returns how to stop waiting. */
export function whenReleased(name: string, ended: () => void): () => void {
  const waiting = new AbortController();
  try {
    navigator.locks.request(name, { signal: waiting.signal }, () => ended()).catch(() => undefined);
  } catch {
    // No locks here after all.
  }
  return () => waiting.abort();
}
