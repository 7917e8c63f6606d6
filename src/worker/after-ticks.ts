const TICKS = 20;

/**
 * Calls `act` after so many milliseconds in which this page had its turns: while the computer sleeps, or other programs
 * take it, the ticks stand still too, so that no file is blamed for it. Returns how to stop.
 */
export function afterTicks(ms: number, act: () => void): () => void {
  let left = TICKS;
  const timer = setInterval(() => {
    if (--left > 0) return;
    clearInterval(timer);
    act();
  }, ms / TICKS);
  return () => clearInterval(timer);
}
