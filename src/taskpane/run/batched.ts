/** Items that arrive within this time are handed over together: the page is drawn about six times a second. */
const PAUSE_MS = 150;

export interface Batched<T> {
  push(item: T): void;
  /** Hands over what waits. */
  flush(): void;
  /** Forgets what waits. */
  drop(): void;
}

/** Items in groups: the first at once, then what came in since, after each pause. */
export function batched<T>(apply: (items: readonly T[]) => void, pause = PAUSE_MS): Batched<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    apply(items);
  };
  return {
    push: (item) => {
      waiting.push(item);
      if (timer !== undefined) return;
      if (waiting.length === 1) flush();
      timer = setTimeout(() => {
        timer = undefined;
        flush();
      }, pause);
    },
    flush,
    drop: () => {
      waiting = [];
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
