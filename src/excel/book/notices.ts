type Listener = (message: string) => void;

const listeners = new Set<Listener>();
/** What was told before anybody listened. */
let waiting: string[] = [];

/** Tells the officer of something found in the workbook: "Phần ghi nhớ … bị hỏng". */
export function tellNotice(message: string): void {
  if (listeners.size === 0) waiting.push(message);
  for (const listener of listeners) listener(message);
}

/** Hears what is told; returns how to stop. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  const before = waiting;
  waiting = [];
  for (const message of before) listener(message);
  return () => listeners.delete(listener);
}
