/**
 * The buffers behind all bytes in a plain value, each once. They are moved to the other side instead of being copied:
 * whoever hands bytes over, as an argument or as an answer, has them no more.
 */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (value instanceof Uint8Array) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) buffersOf(part, found);
  return [...found];
}
