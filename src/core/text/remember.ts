/**
 * Forgets everything at this many entries: enough for the wordings of all shipped forms and what senders make of them.
 */
const ENTRIES = 4_000;
/** Longer texts come once; keeping them would only cost memory. */
const LONGEST = 400;

/**
 * The same function of a text, with its results kept. Only for pure functions: agencies send the same few hundred
 * wordings over and over. Bounded in entries and in length, so that hostile files cannot make it grow.
 */
export function remember<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    if (known.size >= ENTRIES) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
