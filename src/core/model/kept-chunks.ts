/** What JSON leaves as it is and XML 1.0 forbids. */
const FORBIDDEN = /[\uFFFE\uFFFF]/g;

/**
 * A value as JSON in pieces of at most `most` UTF-16 units, each of which may stand in an XML text of its own: no
 * forbidden character, and never one half of a pair, because half a character does not survive being encoded. Joined
 * they are the JSON again. `most` is at least 2.
 */
export function keptChunks(value: unknown, most: number): string[] {
  // JSON itself escapes control characters and halves that stand alone.
  const json = JSON.stringify(value).replace(FORBIDDEN, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  const chunks: string[] = [];
  for (let at = 0; at < json.length;) {
    let end = Math.min(json.length, at + most);
    if (end < json.length && /[\uD800-\uDBFF]/.test(json[end - 1]!)) end -= 1;
    chunks.push(json.slice(at, end));
    at = end;
  }
  return chunks;
}
